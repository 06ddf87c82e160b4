using System.Security.Cryptography;

namespace Secretariat.Formats.Mime;

/// <summary>Something that came with a message: a file, an inline picture, an embedded message.</summary>
public sealed class MimeAttachment
{
    internal MimeAttachment(MimePart part, bool isInline)
    {
        Part = part;
        IsInline = isInline;
    }

    /// <summary>The part it was read from.</summary>
    public MimePart Part { get; }

    /// <summary>The sender's name for it, a plain one for parts that mean something without (calendar.ics), or null. It may hold a path: never use it to open a file.</summary>
    public string? Name => Part.FileName ?? FileNames.Default(Part);

    /// <summary>Media type in lower case.</summary>
    public string ContentType => Part.ContentType;

    /// <summary>The decoded bytes; of an embedded message, all of it.</summary>
    public ReadOnlyMemory<byte> Content => Part.Content;

    /// <summary>Decoded size in bytes.</summary>
    public int Size => Content.Length;

    /// <summary>SHA-256 of the decoded bytes, lower-case hexadecimal.</summary>
    public string Sha256 => field ??= Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    /// <summary>Content-ID without brackets, or null.</summary>
    public string? ContentId => Part.ContentId;

    /// <summary>Whether it is shown within the text (a logo) rather than beside it.</summary>
    public bool IsInline { get; }
}
