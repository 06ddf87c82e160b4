using Secretariat.Formats.ICalendar;

namespace Secretariat.Formats.Mime;

/// <summary>What sort of message it is, before anybody reads it.</summary>
public enum MailKind
{
    /// <summary>Written by a person, as far as the header tells.</summary>
    Ordinary,

    /// <summary>Sent by a program in answer to a message: absence notes, receipts (RFC 3834, RFC 8098).</summary>
    AutoReply,

    /// <summary>A report that a message could not be, or was not yet, delivered (RFC 3464).</summary>
    Bounce,

    /// <summary>A complaint about a message (RFC 5965).</summary>
    Feedback,

    /// <summary>An answer to an invitation (RFC 5546 section 3.2.3).</summary>
    CalendarReply,
}

/// <summary>Tells the kind of a message from its header and structure, and from what a calendar calls itself.</summary>
public static class ReplyKind
{
    /// <summary>Characters of a calendar in which its method is looked for.</summary>
    private const int CalendarHead = 16_384;

    private static readonly string[] AutoReplyFields =
    [
        "X-Autoreply",
        "X-Autorespond",
        "X-Auto-Respond",
        "X-Autoresponder",
        "X-Auto-Reply-From",
        "X-Mail-Autoreply",
    ];

    /// <summary>The kind of the message; reports first, since they call themselves automatic as well. Never throws.</summary>
    public static MailKind Of(MimeMessage message) =>
        IsFeedback(message) ? MailKind.Feedback
        : IsBounce(message) ? MailKind.Bounce
        : IsCalendarReply(message) ? MailKind.CalendarReply
        : IsAutoReply(message) ? MailKind.AutoReply
        : MailKind.Ordinary;

    private static string? ReportType(MimeMessage message) =>
        message.Root.ContentType is "multipart/report"
            ? message.Root.Parameters.GetValueOrDefault("report-type")?.ToLowerInvariant()
            : null;

    /// <summary>RFC 5965 section 2, and Outlook.com, which sends the message back under a subject of its own.</summary>
    private static bool IsFeedback(MimeMessage message) =>
        ReportType(message) is "feedback-report"
        || message.Root.Walk().Any(part => part.ContentType is "message/feedback-report")
        || message.Subject.StartsWith("complaint about message from ", StringComparison.OrdinalIgnoreCase)
            && message.Attachments.Any(a => a.ContentType is "message/rfc822");

    private static bool IsBounce(MimeMessage message) =>
        ReportType(message) is not "disposition-notification" && DeliveryReportReader.IsReport(message);

    private static bool IsCalendarReply(MimeMessage message) =>
        message
            .Root.Walk()
            .Any(part =>
                part.ContentType is "text/calendar"
                && (part.Parameters.GetValueOrDefault("method") ?? MethodIn(part))?.ToUpperInvariant() is "REPLY" or "COUNTER"
            );

    /// <summary>As the calendar itself says, which names its method before its events (RFC 5545 section 3.6).</summary>
    private static string? MethodIn(MimePart part)
    {
        var text = part.ReadText();
        return CalendarReader.Read(text.Length > CalendarHead ? text[..CalendarHead] : text).Method;
    }

    private static bool IsAutoReply(MimeMessage message) =>
        ReportType(message) is "disposition-notification"
        // RFC 3834 section 5: anything but "no" was not sent by a person.
        || HeaderParameters.Read(message.Headers.Unfolded("Auto-Submitted")).Value is not ("" or "no")
        || Array.Exists(AutoReplyFields, name => message.Headers.First(name) is not null)
        || IsAutomatic(message.Headers.Value("Precedence"))
        || IsAutomatic(message.Headers.Value("X-Precedence"));

    /// <summary>"junk" is what programs that answer in somebody's absence have written since Unix; "bulk" and "list" are letters to many.</summary>
    private static bool IsAutomatic(string? precedence) =>
        precedence?.Trim().ToLowerInvariant() is "auto_reply" or "auto-reply" or "junk";
}
