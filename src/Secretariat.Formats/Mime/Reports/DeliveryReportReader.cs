namespace Secretariat.Formats.Mime;

/// <summary>
/// Reads reports of mail systems: those of RFC 3464, and the many that say the same in plain words. A report is known by its type or by a
/// mail system as its sender (RFC 5321 section 6.1); what a person writes about a failed mail is none.
/// </summary>
public static class DeliveryReportReader
{
    private const int MaxRecipients = 200;

    /// <summary>The report, or null when the message is none. Never throws; takes time linear in the size.</summary>
    public static DeliveryReport? Read(MimeMessage message)
    {
        if (!IsReport(message))
            return null;
        var text = new ReportText(message);
        var recipients = StatusFields
            .Read(message)
            .Take(MaxRecipients)
            .Select(group => Recipient(group, text))
            .OfType<ReportedRecipient>()
            .ToList();
        if (recipients.Count is 0)
            recipients = [.. text.Recipients().Select(found => Recipient(found, text))];
        return new DeliveryReport(OriginalMessage.IdIn(message), [.. recipients.Take(MaxRecipients)])
        {
            EnvelopeId = StatusFields.EnvelopeIdOf(message),
        };
    }

    internal static bool IsReport(MimeMessage message) =>
        message.Root.ContentType is "multipart/report"
            ? message.Root.Parameters.GetValueOrDefault("report-type")?.ToLowerInvariant() is null or "delivery-status"
            : StatusFields.PartsOf(message).Any() || MailSystem.IsSender(message) && MailSystem.SpeaksOfFailure(message);

    private static ReportedRecipient? Recipient(StatusGroup group, ReportText text)
    {
        if (group.Address is not { } address)
            return null;
        var words = $"{group.Diagnostic} {text.About(address)}".Trim();
        var status = StatusCode.Better(group.Status, words);
        return Recipient(address, group.Action, status, group.Diagnostic is { Length: > 12 } said ? said : words, words);
    }

    private static ReportedRecipient Recipient(FoundRecipient found, ReportText text)
    {
        var words = found.Words.Length > 0 ? found.Words : text.Whole;
        var action = text.IsOnlyDelayed ? DeliveryAction.Delayed : DeliveryAction.Failed;
        return Recipient(found.Address, action, StatusCode.In(words) ?? StatusCode.In(text.Whole), words, text.Whole);
    }

    /// <summary>By what is said of this recipient; where that tells nothing, by all that the report says.</summary>
    private static ReportedRecipient Recipient(
        string address,
        DeliveryAction action,
        string? status,
        string words,
        string context
    )
    {
        var (reason, failure) = FailureReasons.Of(words, status);
        if (reason is FailureReason.Other && context.Length > 0)
            (reason, failure) = FailureReasons.Of(context, status);
        if (status is ['2', ..] && action is DeliveryAction.Failed)
            action = DeliveryAction.Delivered;
        if (action is DeliveryAction.Delivered or DeliveryAction.Relayed)
            (reason, failure) = (FailureReason.Other, FailureClass.Unknown);
        else if (action is DeliveryAction.Delayed)
            failure = FailureClass.Soft;
        return new ReportedRecipient(address, action, status, failure, reason, Short(words));
    }

    private static string Short(string words)
    {
        const int longest = 500;
        var flat = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return WellFormed.Cut(flat, longest);
    }
}
