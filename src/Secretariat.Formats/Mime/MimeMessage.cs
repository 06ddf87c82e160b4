namespace Secretariat.Formats.Mime;

/// <summary>A message as read by <see cref="MimeReader"/>. Everything is decoded when first asked for; nothing here throws.</summary>
public sealed class MimeMessage
{
    /// <summary>Most addresses of one kind; further ones are left out.</summary>
    public const int MaxAddresses = 10_000;

    private readonly ReadState state;

    internal MimeMessage(MimePart root, ReadState state, MimeProblem? unreadableReason)
    {
        Root = root;
        this.state = state;
        UnreadableReason = unreadableReason;
    }

    /// <summary>The outermost part, with all others below it.</summary>
    public MimePart Root { get; }

    /// <summary>The header fields of the message.</summary>
    public MimeHeaders Headers => Root.Headers;

    /// <summary>Why the message cannot be used, or null.</summary>
    public MimeProblem? UnreadableReason { get; }

    /// <summary>Whether the message is empty, has no header or is larger than the limits allow.</summary>
    public bool IsUnreadable => UnreadableReason is not null;

    /// <summary>Message-ID without brackets (RFC 5322 section 3.6.4), or null.</summary>
    public string? MessageId => MessageIds.ReadOne(Headers.Unfolded("Message-ID"));

    /// <summary>Identifiers of the messages this one answers.</summary>
    public IReadOnlyList<string> InReplyTo => field ??= MessageIds.ReadList(Headers.Unfolded("In-Reply-To"));

    /// <summary>Identifiers of the thread, oldest first.</summary>
    public IReadOnlyList<string> References => field ??= MessageIds.ReadList(Headers.Unfolded("References"));

    /// <summary>Authors.</summary>
    public IReadOnlyList<MailAddress> From => field ??= Addresses("From");

    /// <summary>Where answers should go, if not to the authors.</summary>
    public IReadOnlyList<MailAddress> ReplyTo => field ??= Addresses("Reply-To");

    /// <summary>Recipients, of all To fields.</summary>
    public IReadOnlyList<MailAddress> To => field ??= Addresses("To");

    /// <summary>Recipients of copies, of all Cc fields.</summary>
    public IReadOnlyList<MailAddress> Cc => field ??= Addresses("Cc");

    /// <summary>When the message says it was written, in UTC, or null.</summary>
    public DateTimeOffset? Date => MailDate.Read(Headers.Unfolded("Date"));

    /// <summary>The subject as readable text; empty when there is none.</summary>
    public string Subject => field ??= Headers.Value("Subject") ?? "";

    /// <summary>The body to read, with LF as line ends: the text parts, and HTML turned to text where there is no text part or one that only stands in for the HTML; null when there is no body.</summary>
    public string? TextBody => Body.Text;

    /// <summary>Whether all of <see cref="TextBody"/> is HTML turned to text, whatever else was sent beside it.</summary>
    public bool IsTextFromHtml => Body.IsTextFromHtml;

    /// <summary>The text/plain body as sent (charset decoded only), or null.</summary>
    public string? TextPart => Body.Plain;

    /// <summary>The text/html body as sent (charset decoded only), or null. Never show it without <see cref="Html.HtmlSanitizer"/>.</summary>
    public string? HtmlBody => Body.Html;

    /// <summary>Everything that is not the body, embedded messages as a whole, in the order of the message.</summary>
    public IReadOnlyList<MimeAttachment> Attachments => Body.Attachments;

    /// <summary>Whether the content is enciphered: S/MIME (RFC 8551), PGP/MIME (RFC 3156) or PGP in the text.</summary>
    public bool IsEncrypted => MailProtection.IsEncrypted(Root);

    /// <summary>Whether the message carries a signature by S/MIME, PGP/MIME or PGP in the text; it is not verified.</summary>
    public bool IsSigned => MailProtection.IsSigned(Root);

    /// <summary>Whether content stands within its S/MIME signature (signed-data, RFC 8551 section 3.5.2), which is not opened: the text may be missing.</summary>
    public bool IsOpaque => MailProtection.IsOpaque(Root);

    /// <summary>What was odd, guessed or cut, each once.</summary>
    public IReadOnlyList<MimeProblem> Problems
    {
        get
        {
            // Charsets and cuts only show once the message has been decoded.
            _ = (Body.Text, Body.Html, From, ReplyTo, To, Cc);
            return state.Problems;
        }
    }

    private MailBody Body => field ??= new MailBody(Root, state);

    private List<MailAddress> Addresses(string name)
    {
        var addresses = new List<MailAddress>();
        foreach (var field in Headers.All(name))
        {
            addresses.AddRange(new AddressReader(field.Unfolded).Read(MaxAddresses + 1 - addresses.Count));
            if (addresses.Count <= MaxAddresses)
                continue;
            state.Report(MimeProblem.AddressesLeftOut, MaxAddresses);
            return addresses[..MaxAddresses];
        }
        return addresses;
    }
}
