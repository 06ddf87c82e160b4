using System.Globalization;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>Text up to a literal, and the literal; its bytes are null when it was too large to keep.</summary>
internal sealed record ImapPart(string Text, ImapLiteral? Literal);

/// <summary>A counted run of bytes (RFC 3501 section 4.3); the text has one character per byte.</summary>
internal sealed record ImapLiteral(long Size, byte[]? Bytes);

/// <summary>One response of a server (RFC 3501 section 7), read as far as every response is alike.</summary>
internal sealed class ImapResponse
{
    private ImapResponse(string first, IReadOnlyList<ImapPart> parts)
    {
        (Tag, var rest) = Split(first);
        (var word, Rest) = Split(rest);
        if (Tag == "*" && uint.TryParse(word, CultureInfo.InvariantCulture, out var number))
        {
            Number = number;
            (word, Rest) = Split(Rest);
        }
        Word = word.ToUpperInvariant();
        Parts = [new ImapPart(Rest, parts[0].Literal), .. parts.Skip(1)];
    }

    /// <summary>The command's tag, <c>*</c> when unasked for or about data, <c>+</c> to go on.</summary>
    public string Tag { get; }

    /// <summary>The number before the word, as in <c>* 3 FETCH</c>.</summary>
    public uint? Number { get; }

    /// <summary>OK, NO, FETCH, SEARCH and so on, in capitals.</summary>
    public string Word { get; }

    /// <summary>What follows the word, up to the first literal.</summary>
    public string Rest { get; }

    /// <summary>All that follows the word.</summary>
    public IReadOnlyList<ImapPart> Parts { get; }

    /// <summary>What stands between brackets, as <c>UIDVALIDITY 12</c>, or null.</summary>
    public string? Code =>
        Rest.StartsWith('[') && Rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? Rest[1..end] : null;

    /// <summary>The server's words to a person, code included, fit to be shown on one line.</summary>
    public string Words => ServerWords.Clean(Rest);

    /// <summary>Whether the command with that tag is done.</summary>
    public bool IsEndOf(string tag) => Tag.Equals(tag, StringComparison.OrdinalIgnoreCase);

    public static ImapResponse Read(IReadOnlyList<ImapPart> parts) => new(parts[0].Text, parts);

    /// <summary>The number after a code's name, as 12 of <c>UIDVALIDITY 12</c>.</summary>
    public uint? CodeNumber(string name)
    {
        var (word, rest) = Split(Code ?? "");
        return
            word.Equals(name, StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(rest.Trim(), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Whether a line ends in people's words, where braces mean nothing.</summary>
    public static bool IsStatus(string line)
    {
        var (tag, rest) = Split(line);
        return tag == "+" || Split(rest).First.ToUpperInvariant() is "OK" or "NO" or "BAD" or "BYE" or "PREAUTH";
    }

    private static (string First, string Others) Split(string text)
    {
        text = text.TrimStart(' ');
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
    }
}
