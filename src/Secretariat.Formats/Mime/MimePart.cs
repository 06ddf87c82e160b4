using Secretariat.Formats.Html;

namespace Secretariat.Formats.Mime;

/// <summary>A part of a message (RFC 2045 section 2.4): its header, its bytes, and the parts within it. Decoding happens when asked for and never throws.</summary>
public sealed class MimePart
{
    private readonly ReadState state;
    private readonly List<MimePart> children = [];
    private readonly HeaderParameters contentType;
    private readonly HeaderParameters disposition;

    internal MimePart(MimeHeaders headers, string defaultType, ReadState state)
    {
        this.state = state;
        Headers = headers;
        contentType = HeaderParameters.Read(headers.Unfolded("Content-Type"));
        disposition = HeaderParameters.Read(headers.Unfolded("Content-Disposition"));
        ContentType = IsMediaType(contentType.Value) ? contentType.Value : defaultType;
        TransferEncoding = HeaderParameters.Read(headers.Unfolded("Content-Transfer-Encoding")).Value;
    }

    /// <summary>The header fields of the part.</summary>
    public MimeHeaders Headers { get; }

    /// <summary>Media type in lower case, such as text/plain; the default of RFC 2045 section 5.2 where none is given.</summary>
    public string ContentType { get; }

    /// <summary>Parameters of the Content-Type, decoded, by name without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Parameters => contentType.Values;

    /// <summary>The charset as named by the part, or null.</summary>
    public string? Charset => contentType["charset"];

    /// <summary>Content-Transfer-Encoding in lower case, or empty.</summary>
    public string TransferEncoding { get; }

    /// <summary>Content-Disposition in lower case (attachment, inline), or empty.</summary>
    public string Disposition => disposition.Value;

    /// <summary>The name the sender gave (RFC 2183, RFC 2231), or null. It may hold a path: never use it to open a file.</summary>
    public string? FileName => FileNames.Clean(disposition["filename"] ?? contentType["name"]);

    /// <summary>Content-ID without its brackets, or null.</summary>
    public string? ContentId => MessageIds.ReadOne(Headers.Unfolded("Content-ID"));

    /// <summary>The bytes of the body as they stood in the message.</summary>
    public ReadOnlyMemory<byte> RawContent { get; internal set; }

    /// <summary>The bytes of the body with the transfer encoding removed; of a multipart or embedded message, all of it.</summary>
    public ReadOnlyMemory<byte> Content => content ??= Decode();

    private ReadOnlyMemory<byte>? content;

    /// <summary>The parts of a multipart, or the one message of a message/rfc822.</summary>
    public IReadOnlyList<MimePart> Children => children;

    /// <summary>Whether the part calls itself multipart; it may still have no children, when no boundary was found.</summary>
    public bool IsMultipart => ContentType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Whether the part is an embedded message.</summary>
    public bool IsMessage => ContentType is "message/rfc822" or "message/global" or "message/news";

    internal bool IsEncoded => TransferEncoding is "base64" or "quoted-printable";

    internal string? Boundary => contentType["boundary"];

    internal void Add(MimePart child) => children.Add(child);

    /// <summary>This part and all within it, in the order of the message; embedded messages only when asked for.</summary>
    /// <param name="intoMessages">Whether parts of embedded messages count.</param>
    public IEnumerable<MimePart> Walk(bool intoMessages = false)
    {
        yield return this;
        if (IsMessage && !intoMessages)
            yield break;
        foreach (var child in children)
        foreach (var part in child.Walk(intoMessages))
            yield return part;
    }

    /// <summary>The body as text in the part's charset, cut where the message has used up its <see cref="MimeLimits.MaxTextBytes"/>; line ends as sent.</summary>
    public string ReadText() => text ??= DecodeText();

    private string? text;

    private ReadOnlyMemory<byte> Decode() => IsMultipart ? RawContent : TransferEncodings.Decode(RawContent, TransferEncoding);

    private string DecodeText()
    {
        var bytes = Content.Span;
        var isHtml = ContentType is "text/html";
        bytes = bytes[..state.TakeText(bytes.Length, isHtml)];
        var charset = Charset ?? (isHtml ? HtmlCharset.NamedIn(bytes) : null);
        var decoded = Charsets.Decode(bytes, charset, out var isKnown);
        if (!isKnown)
            state.Report(MimeProblem.UnknownCharset);
        return decoded.Replace('\0', ' ');
    }

    private static bool IsMediaType(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < value.Length - 1 && value.Length <= 200 && !value.Contains(' ', StringComparison.Ordinal);
    }
}
