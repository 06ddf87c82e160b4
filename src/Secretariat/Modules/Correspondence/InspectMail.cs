using System.Globalization;
using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence;

/// <summary>What the platform understands from a mail, as <c>inspect mail</c> prints it.</summary>
public static class InspectMail
{
    public static object Describe(string file, byte[] bytes, string? authservId, Clerk clerk)
    {
        var mail = MimeReader.Read(bytes);
        if (mail.UnreadableReason is { } reason)
            throw new InvalidDataException($"{file}: {reason} Give the mail as it was received, with its header (.eml).");
        var split = NewText.Split(mail.TextBody ?? "");
        var understood = clerk.Read(mail, AttachedTexts.Of(mail).Texts);
        var verdict = AuthenticationResults.Read(mail, authservId);
        return new
        {
            File = file,
            Ok = true,
            Error = (string?)null,
            mail.MessageId,
            mail.InReplyTo,
            mail.References,
            mail.From,
            mail.ReplyTo,
            mail.To,
            mail.Cc,
            Date = mail.Date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            mail.Subject,
            Text = mail.TextBody ?? "",
            Html = mail.HtmlBody is { } html ? HtmlSanitizer.Sanitize(html) : null,
            split.NewText,
            Signature = split.SignatureText,
            Attachments = mail.Attachments.Select(a => new
            {
                a.Name,
                a.ContentType,
                a.Size,
                a.Sha256,
            }),
            Encrypted = mail.IsEncrypted,
            Signed = mail.IsSigned,
            Authentication = new
            {
                verdict.Spf,
                verdict.Dkim,
                verdict.Dmarc,
                verdict.By,
            },
            Kind = NameOf(understood.Kind),
            Bounce = understood.Kind is MailKind.Bounce && DeliveryReportReader.Read(mail) is { } report
                ? Describe(report)
                : null,
            Proposals = understood.Suggestions.Select(Describe),
        };
    }

    private static object Describe(Suggestion suggestion) =>
        new
        {
            Type = suggestion.Type.ToString().ToLowerInvariant(),
            suggestion.Strands,
            suggestion.Person,
            suggestion.Evidence,
        };

    private static object Describe(DeliveryReport report) =>
        new
        {
            report.OriginalMessageId,
            Recipients = report.Recipients.Select(r => new
            {
                r.Address,
                Action = r.Action.ToString().ToLowerInvariant(),
                r.Status,
                Class = r.Class.ToString().ToLowerInvariant(),
                Reason = r.Reason is FailureReason.MailboxFull ? "mailbox-full" : r.Reason.ToString().ToLowerInvariant(),
            }),
        };

    private static string NameOf(MailKind kind) =>
        kind switch
        {
            MailKind.AutoReply => "auto-reply",
            MailKind.Bounce => "bounce",
            MailKind.Feedback => "feedback",
            MailKind.CalendarReply => "calendar-reply",
            _ => "ordinary",
        };
}
