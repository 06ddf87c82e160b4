namespace Secretariat.Formats.Mime;

/// <summary>How far <see cref="MimeReader"/> follows a message. What lies beyond a limit stays in the raw bytes, is not read, and is named in <see cref="MimeMessage.Problems"/>.</summary>
public sealed record MimeLimits
{
    /// <summary>The limits used when none are given: far beyond ordinary mail.</summary>
    public static MimeLimits Default { get; } = new();

    /// <summary>Largest message in bytes; a larger one is unreadable.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep multiparts and embedded messages may nest; deeper ones stay one undivided part.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Most parts in a message, embedded messages included.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>Most header fields in one part; further ones are left out.</summary>
    public int MaxHeaders { get; init; } = 2_000;

    /// <summary>Longest header field in bytes, folded lines included; a longer one is cut.</summary>
    public int MaxHeaderLength { get; init; } = 256 * 1024;

    /// <summary>Most bytes of all parts together that are turned into text, plain text and HTML counted apart; the rest is left out of the text.</summary>
    public int MaxTextBytes { get; init; } = 8 * 1024 * 1024;
}
