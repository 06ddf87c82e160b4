using System.Globalization;
using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>The instruction of a Word field: a keyword, arguments bare or in quotation marks, switches (ECMA-376 part 1, section 17.16.1).</summary>
internal sealed class FieldCode
{
    private const int LongestName = 200;

    private readonly List<string> words = [];

    public FieldCode(string code)
    {
        for (var at = 0; NextWord(code, at, words.Count is 0, out at) is { } word; )
            words.Add(word);
    }

    /// <summary>In capitals; empty where there is none.</summary>
    public string Keyword => words.Count > 0 ? words[0].ToUpperInvariant() : "";

    /// <summary>The bare name of a merge field, without the signs <c>${…}</c>, <c>$</c>, <c>{…}</c> and <c>«…»</c> of template programs; null where it names none.</summary>
    public string? Name =>
        words.Count > 1
        && Bare(words[1]) is { Length: > 0 and <= LongestName } name
        && (name[0] is '_' || Rune.IsLetterOrDigit(name.EnumerateRunes().First()))
        && name.EnumerateRunes().All(IsOfName)
            ? name
            : null;

    /// <summary>The switches of a merge field; <paramref name="notUnderstood"/> is the first that cannot be followed, or null.</summary>
    public FieldFormat Format(out string? notUnderstood)
    {
        var format = FieldFormat.Plain;
        notUnderstood = null;
        for (var i = 2; i < words.Count; i++)
        {
            var (word, value) = (words[i].ToUpperInvariant(), i + 1 < words.Count ? words[i + 1] : "");
            // Written together it is the same: \*Upper.
            if (word.StartsWith(@"\*", StringComparison.Ordinal) && word.Length > 2)
                (word, value) = (@"\*", word[2..]);
            else if (word is @"\*" or @"\B" or @"\F")
                i++;
            if (word is @"\B")
                format = format with { Before = value };
            else if (word is @"\F")
                format = format with { After = value };
            else if (word is @"\*" && value.ToUpperInvariant() is "UPPER" or "LOWER" or "FIRSTCAP" or "CAPS")
                format = format with { Case = value.ToUpperInvariant() };
            else if (!(word is @"\*" && value.ToUpperInvariant() is "MERGEFORMAT" or "CHARFORMAT") && !IsIgnored(word))
                notUnderstood ??= word is @"\*" ? $"{word} {value}" : words[i];
        }

        return format;
    }

    /// <summary>What says how Word finds the field in its own list, or in which direction it writes.</summary>
    private static bool IsIgnored(string word) => word is @"\M" or @"\V";

    /// <summary>Marks stand behind their letter, where a keyboard or a script writes them apart.</summary>
    private static bool IsOfName(Rune c) =>
        Rune.IsLetterOrDigit(c)
        || Rune.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || c.Value is '_' or '.' or '-' or ' ';

    private static string Bare(string name)
    {
        var bare = name.Trim().Trim('«', '»');
        if (bare.StartsWith('$'))
            bare = bare.TrimStart('$').TrimStart('!');
        if (bare is ['{', .. var inner, '}'])
            bare = inner;
        return bare.Trim();
    }

    /// <summary>The keyword ends where a switch or a quotation begins, also without a blank between them.</summary>
    private static string? NextWord(string code, int from, bool isFirst, out int end)
    {
        while (from < code.Length && char.IsWhiteSpace(code[from]))
            from++;
        end = from;
        if (from == code.Length)
            return null;
        if (code[from] is '"' or '“' or '”')
            return NextQuoted(code, from + 1, out end);
        while (end < code.Length && !char.IsWhiteSpace(code[end]) && !(isFirst && end > from && code[end] is '\\' or '"' or '“'))
            end++;
        return code[from..end];
    }

    /// <summary>Without its marks; a backslash takes the sign behind it as it is.</summary>
    private static string NextQuoted(string code, int from, out int end)
    {
        var text = new StringBuilder();
        for (end = from; end < code.Length && code[end] is not ('"' or '“' or '”'); end++)
        {
            if (code[end] is '\\' && end + 1 < code.Length)
                end++;
            text.Append(code[end]);
        }

        end = Math.Min(end + 1, code.Length);
        return text.ToString();
    }
}
