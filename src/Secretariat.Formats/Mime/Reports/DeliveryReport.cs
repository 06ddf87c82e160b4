namespace Secretariat.Formats.Mime;

/// <summary>What a mail system reports on the delivery of a message (RFC 3464), or said in words of its own.</summary>
/// <param name="OriginalMessageId">Message-ID, without brackets, of the message reported on, or null.</param>
/// <param name="Recipients">Each recipient the report speaks of; empty when it names none.</param>
public sealed record DeliveryReport(string? OriginalMessageId, IReadOnlyList<ReportedRecipient> Recipients)
{
    /// <summary>What the sender called the envelope (RFC 3464 section 2.2.1, RFC 3461 section 4.4), at most 200 characters, or null.</summary>
    public string? EnvelopeId { get; init; }
}

/// <summary>What became of a message to one recipient.</summary>
/// <param name="Address">The address it was sent to, as the report gives it.</param>
/// <param name="Action">What the system did.</param>
/// <param name="Status">Enhanced status code (RFC 3463) such as 5.1.1, or null when the report has none.</param>
/// <param name="Class">Whether the address is to be given up.</param>
/// <param name="Reason">Why.</param>
/// <param name="Words">What the report says of this recipient, on one line; at most 500 characters.</param>
public sealed record ReportedRecipient(
    string Address,
    DeliveryAction Action,
    string? Status,
    FailureClass Class,
    FailureReason Reason,
    string Words
);

/// <summary>Values of the Action field (RFC 3464 section 2.3.3); "expanded" counts as relayed.</summary>
public enum DeliveryAction
{
    /// <summary>It was not delivered and will not be.</summary>
    Failed,

    /// <summary>It has not been delivered yet; the system goes on trying.</summary>
    Delayed,

    /// <summary>It went on to a system that sends no reports, or to a list.</summary>
    Relayed,

    /// <summary>It arrived.</summary>
    Delivered,
}

/// <summary>Whether the address itself is of no use any more.</summary>
public enum FailureClass
{
    /// <summary>The address or its domain does not exist: nothing sent there will ever arrive.</summary>
    Hard,

    /// <summary>This message did not arrive, another one may.</summary>
    Soft,

    /// <summary>Nothing failed, or the report does not tell.</summary>
    Unknown,
}

/// <summary>Why a message was not delivered.</summary>
public enum FailureReason
{
    /// <summary>No such mailbox or domain, or one that takes no mail.</summary>
    Address,

    /// <summary>The recipient has no room left.</summary>
    MailboxFull,

    /// <summary>The receiving system does not want this message: its content, size, sender or origin.</summary>
    Policy,

    /// <summary>The way there is blocked or broken.</summary>
    Network,

    /// <summary>Anything else, or nothing is said.</summary>
    Other,
}
