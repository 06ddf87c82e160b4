using System.Buffers;

namespace Secretariat.Formats.Mime;

/// <summary>What the look of a single line says about signatures.</summary>
internal static class SignatureLine
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("?!:;,@");

    /// <summary>A sentence, a wrapped line of one, or the heading of a list: the letter goes on.</summary>
    public static bool IsText(ReadOnlySpan<char> line)
    {
        var words = line.Count(' ') + 1;
        if (line[^1] is ':' || IsListed(line))
            return words >= 2;
        if (words >= 4 && (line[^1] is '!' or '?' || line[^1] is '.' && !EndsInAbbreviation(line)))
            return true;
        return words >= 8 && !line.Contains('|') && HasMoreSmallWords(line);
    }

    /// <summary>Up to five words, each with a capital but for small ones such as "van" and "de".</summary>
    public static bool IsName(ReadOnlySpan<char> line)
    {
        var words = line.Count(' ') + 1;
        if (line.IsEmpty || words > 5 || !char.IsUpper(line[0]) || line.ContainsAny(NoName) || line.ContainsAnyInRange('0', '9'))
            return false;
        foreach (var range in line.Split(' '))
            if (line[range] is { IsEmpty: false } word && !char.IsUpper(word[0]) && word.Length > 3)
                return false;
        return words < 4 || line[^1] is not '.' || EndsInAbbreviation(line);
    }

    public static bool IsDashes(ReadOnlySpan<char> line) => line is "--" or "—" or "–" or "- -" or "–-";

    /// <summary>A line drawn with one character: "__", "***", "_______", "* * *".</summary>
    public static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length > 1
        && line[0] is '_' or '*' or '-' or '=' or '~' or '#' or '—' or '–' or '─' or '•'
        && line.IndexOfAnyExcept(line[0], ' ') < 0
        && line.Length > 1;

    /// <summary>Nothing but an address of the web, also in angle brackets.</summary>
    public static bool IsLink(ReadOnlySpan<char> line) =>
        !line.Contains(' ') && line.TrimStart("<([").StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>"S.A.", "e.V.", "Ltd.", "u. 2-4.": a full stop that ends no sentence.</summary>
    private static bool EndsInAbbreviation(ReadOnlySpan<char> line)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..^1];
        return word.Contains('.')
            || word.Length is > 0 and <= 4 && char.IsUpper(word[0])
            || word.Length is > 0 and <= 3 && char.IsAsciiDigit(word[0]) && line.Contains(',');
    }

    /// <summary>"1. First", "- First".</summary>
    private static bool IsListed(ReadOnlySpan<char> line)
    {
        var mark = line.IndexOfAnyExceptInRange('0', '9');
        return line.StartsWith("- ") || mark is 1 or 2 && line[mark..] is ['.' or ')', ' ', ..];
    }

    /// <summary>Whether most words of nothing but letters are small, four at least; scripts without capitals have small letters only.</summary>
    private static bool HasMoreSmallWords(ReadOnlySpan<char> line)
    {
        int small = 0,
            capital = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range].Trim(",.;:()\"'");
            if (word.IsEmpty || !char.IsLetter(word[0]) || word.ContainsAny("@./-") || word.ContainsAnyInRange('0', '9'))
                continue;
            _ = char.IsUpper(word[0]) ? capital++ : small++;
        }
        return small >= 4 && small > capital;
    }
}
