namespace Secretariat.Formats.Mime;

/// <summary>A mail to be written: one sender, one recipient.</summary>
/// <param name="From">The author.</param>
/// <param name="To">The recipient.</param>
/// <param name="Subject">Readable text, any Unicode.</param>
/// <param name="Text">The plain text; line ends of any kind.</param>
/// <param name="MessageId">Identifier without brackets, with an "@".</param>
/// <param name="Date">When it is written; the offset is kept.</param>
public sealed record OutgoingMail(
    MailAddress From,
    MailAddress To,
    string Subject,
    string Text,
    string MessageId,
    DateTimeOffset Date
)
{
    /// <summary>Identifier of the message it answers, without brackets; one that <see cref="MimeWriter.CanAnswer"/>.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Identifiers of the thread, oldest first, without brackets; such as <see cref="MimeWriter.CanAnswer"/>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where answers should go, if not to the author.</summary>
    public MailAddress? ReplyTo { get; init; }

    /// <summary>The same content as HTML, if any.</summary>
    public string? Html { get; init; }

    /// <summary>The same content for calendars, if any.</summary>
    public OutgoingCalendar? Calendar { get; init; }

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>Further header fields by name, such as Auto-Submitted; not those this record has a place for.</summary>
    public IReadOnlyDictionary<string, string> ExtraHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">File name, any Unicode.</param>
/// <param name="ContentType">Media type, such as application/pdf; multipart and message types are refused.</param>
/// <param name="Content">The bytes.</param>
public sealed record OutgoingAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>What calendars are asked to do, as another form of the text (RFC 6047 section 2.4).</summary>
/// <param name="Method">As in the calendar itself: REQUEST, CANCEL …</param>
/// <param name="Content">The calendar (RFC 5545) in UTF-8.</param>
public sealed record OutgoingCalendar(string Method, ReadOnlyMemory<byte> Content);
