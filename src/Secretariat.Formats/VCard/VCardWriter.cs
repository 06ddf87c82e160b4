using System.Buffers;
using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.VCard;

/// <summary>
/// Writes vCards 4.0 (RFC 6350) in UTF-8. What it writes, <see cref="VCardReader"/> gives back unchanged, where it is as that reader
/// gives it: every text on one line (the note on its lines) without blanks around it and without byte order marks, addresses and numbers
/// without scheme and each once. What is not is brought into that form.
/// </summary>
public static class VCardWriter
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789-.()");

    /// <summary>The cards as one file.</summary>
    /// <exception cref="ArgumentException">A card names nobody: every card has a name (FN, section 6.2.1), for which its given and family names, its organisation or its first address stand where it says none.</exception>
    public static byte[] Write(IEnumerable<Card> cards)
    {
        var lines = new ContentLineWriter();
        foreach (var card in cards)
            Write(lines, card);
        return lines.ToArray();
    }

    private static void Write(ContentLineWriter lines, Card card)
    {
        lines.Write("BEGIN:VCARD");
        lines.Write("VERSION:4.0");
        One(lines, "KIND", card.Kind);
        One(lines, "FN", NameOf(card));
        if (Line(card.Given) is not null || Line(card.Family) is not null)
            lines.Write($"N:{Escaped(card.Family)};{Escaped(card.Given)};;;");
        One(lines, "ORG", card.Organisation);
        One(lines, "TITLE", card.Title);
        One(lines, "ROLE", card.Role);
        Each(lines, "EMAIL", card.Emails, Text);
        Each(lines, "TEL", card.Phones, Phone);
        Each(lines, "LANG", card.Languages, Text);
        if (Line(card.Url) is { } url)
            lines.Write($"URL:{Unchanged(url)}");
        if (Line(card.Uid) is { } uid)
            lines.Write($"UID{(IsUri(uid) ? $":{Unchanged(uid)}" : $";VALUE=text{Text(uid)}")}");
        if (card.Revised is { } revised)
            lines.Write($"REV:{revised.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        if (EscapedText.OnItsLines(Sound(card.Note ?? "")) is { } note)
            lines.Write($"NOTE:{EscapedText.Escape(note)}");
        if (card.Categories.Select(Line).OfType<string>().ToList() is { Count: > 0 } categories)
            lines.Write($"CATEGORIES:{string.Join(',', categories.Select(EscapedText.Escape))}");
        lines.Write("END:VCARD");
    }

    private static string NameOf(Card card) =>
        Line(card.Name)
        ?? Line($"{Line(card.Given)} {Line(card.Family)}")
        ?? Line(card.Organisation)
        ?? card.Emails.Select(Line).FirstOrDefault(e => e is not null)
        ?? throw new ArgumentException("A card names nobody.", nameof(card));

    private static void One(ContentLineWriter lines, string name, string? value)
    {
        if (Line(value) is { } line)
            lines.Write(name + Text(line));
    }

    /// <summary>Of several values the first is the preferred one (PREF, section 5.3).</summary>
    private static void Each(ContentLineWriter lines, string name, IReadOnlyList<string> values, Func<string, string> written)
    {
        var kept = values.Select(Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < kept.Count; i++)
            lines.Write(name + (i is 0 && kept.Count > 1 ? ";PREF=1" : "") + written(kept[i]));
    }

    private static string Text(string line) => ":" + EscapedText.Escape(line);

    /// <summary>As a URI where the number has the signs of one (RFC 3966 section 3); one with blanks would not come back as it is.</summary>
    private static string Phone(string number)
    {
        var isUri = number.Split(";ext=") switch
        {
            [['+', .. var digits]] => IsNumber(digits),
            [['+', .. var digits], var extension] => IsNumber(digits) && IsNumber(extension),
            _ => false,
        };
        return isUri ? $";VALUE=uri:tel:{number}" : Text(number);
    }

    private static bool IsNumber(string text) =>
        !text.AsSpan().ContainsAnyExcept(NumberSigns) && text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool IsUri(string text) => Uri.IsWellFormedUriString(text, UriKind.Absolute);

    /// <summary>A URI is written without escapes and has no backslash; what has one all the same is to come back as it is.</summary>
    private static string Unchanged(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Escaped(string? text) => EscapedText.Escape(Line(text) ?? "");

    private static string? Line(string? text) => text is null ? null : EscapedText.OnOneLine(Sound(text));

    /// <summary>Without byte order marks, which readers take off the beginning of a value.</summary>
    private static string Sound(string text) => WellFormed.Of(text).Replace("\uFEFF", "", StringComparison.Ordinal);
}
