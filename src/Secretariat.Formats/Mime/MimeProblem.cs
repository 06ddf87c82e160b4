using System.Globalization;

namespace Secretariat.Formats.Mime;

/// <summary>What was odd about a message, guessed or cut: a sentence in English, which can be said in other languages.</summary>
/// <param name="Sentence">One of <see cref="Sentences"/>; <c>{0}</c> stands for the number.</param>
/// <param name="Number">The limit that was reached, in the unit that the sentence names.</param>
public sealed record MimeProblem(string Sentence, long? Number = null)
{
    internal const string TooLarge = "The message has more than {0} bytes and is not read.";
    internal const string NoEndOfHeader = "A header is not followed by a blank line.";
    internal const string HeaderCut = "A header field longer than {0} bytes was cut.";
    internal const string HeadersLeftOut = "Header fields beyond the first {0} were left out.";
    internal const string AddressesLeftOut = "Addresses beyond the first {0} of a field were left out.";
    internal const string TooDeep = "Parts nested deeper than {0} levels were not divided.";
    internal const string PartsLeftOut = "Parts beyond the first {0} were not read.";
    internal const string TextLeftOut = "Text beyond the first {0} bytes was left out.";
    internal const string PageCut = "HTML beyond the first {0} characters is not shown.";
    internal const string EmbeddedTooLarge = "An encoded message inside this message was too large to be read.";
    internal const string UnknownCharset = "A part names an unknown charset; its text was guessed.";
    internal const string NoBoundary = "A multipart names no boundary.";
    internal const string NoPart = "A multipart holds no part.";
    internal const string NoEnd = "A multipart lacks its closing boundary.";

    /// <summary>There are no bytes but blanks.</summary>
    internal const string Empty = "The message is empty.";

    /// <summary>Not one line could be a header (RFC 5322, section 2.2).</summary>
    internal const string NoHeader = "The message has no header.";

    /// <summary>All that can be said of a message.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        TooLarge,
        NoEndOfHeader,
        HeaderCut,
        HeadersLeftOut,
        AddressesLeftOut,
        TooDeep,
        PartsLeftOut,
        TextLeftOut,
        PageCut,
        EmbeddedTooLarge,
        UnknownCharset,
        NoBoundary,
        NoPart,
        NoEnd,
        Empty,
        NoHeader,
    ];

    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Sentence, Number);
}
