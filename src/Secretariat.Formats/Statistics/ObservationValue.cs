using System.Buffers;

namespace Secretariat.Formats.Statistics;

/// <summary>Values and flags of observations as the formats write them.</summary>
internal static class ObservationValue
{
    private const int MaxFlags = 16;

    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789+-.eE");

    /// <summary>Blanks and apostrophes by which thousands are kept apart in print.</summary>
    private static readonly SearchValues<char> Apart = SearchValues.Create(" \u00A0\u2009\u202F'\u2019");

    /// <summary>
    /// A number as the file writes it, with a decimal point; null for the signs that say that there is none: nothing, Eurostat's colon,
    /// NaN for a number and #N/A for a text (SDMX 3.0 section 6, chapter 8), and what tables use in print.
    /// </summary>
    public static string? Read(ReadOnlySpan<char> text, NumberHabit habit)
    {
        text = text.Trim();
        if (text.IsEmpty || IsNone(text))
            return null;
        if (text.ContainsAnyExcept(Numeric))
            return Unlocalised(text, habit);
        return habit.PointsAreThousands || text.Count('.') > 1 ? Unlocalised(text, habit) : text.ToString();
    }

    /// <summary>The letters of a flag or status, each once; with a label behind its code (A: Normal) only the code.</summary>
    public static string Flags(ReadOnlySpan<char> text)
    {
        var label = text.IndexOf(": ");
        if (label > 0)
            text = text[..label];
        return Letters(text);
    }

    /// <summary>The flags of two attributes, at most as many as one has: nothing says how often a file repeats an attribute.</summary>
    public static string Join(string flags, string more) =>
        string.Concat(flags, more.AsSpan(0, Math.Min(more.Length, MaxFlags - flags.Length)));

    /// <summary>Whether a text is a number whose comma can keep no thousands apart.</summary>
    public static bool HasDecimalComma(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Count(',') is 1
            && text.IndexOf(',') is var comma
            && text.LastIndexOf('.') < comma
            && !IsOfThousands(text, comma)
            && IsNumber(Unlocalised(text, default));
    }

    /// <summary>Whether a text is a number once its separators are settled.</summary>
    public static bool IsNumber(string value) =>
        double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static bool IsNone(ReadOnlySpan<char> text) =>
        text is ":" or "-" or "." or ".." or "..." or "–" or "#N/A"
        || text.Equals("nan", StringComparison.OrdinalIgnoreCase)
        || text.Equals("na", StringComparison.OrdinalIgnoreCase)
        || text.Equals("n/a", StringComparison.OrdinalIgnoreCase)
        || text.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static string Letters(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[MaxFlags];
        var count = 0;
        foreach (var c in text)
            if (char.IsLetter(c) && count < MaxFlags && !letters[..count].Contains(c))
                letters[count++] = c;
        return letters[..count].ToString();
    }

    private static string Unlocalised(ReadOnlySpan<char> text, NumberHabit habit)
    {
        var number = new char[text.Length];
        var length = 0;
        var point = DecimalAt(text, habit);
        for (var i = 0; i < text.Length; i++)
            if (i == point)
                number[length++] = '.';
            else if (text[i] is '\u2212')
                number[length++] = '-';
            else if (text[i] is not ('.' or ',') && !Apart.Contains(text[i]))
                number[length++] = text[i];
        var written = new string(number, 0, length);
        return IsNumber(written) ? written : text.ToString();
    }

    /// <summary>Where the decimal separator stands: the last one of two kinds, the only one of its kind, or nowhere.</summary>
    private static int DecimalAt(ReadOnlySpan<char> text, NumberHabit habit)
    {
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma >= 0 && point >= 0)
            return Math.Max(comma, point);
        if (comma >= 0)
            return text.Count(',') > 1 || (habit.CommasAreThousands && IsOfThousands(text, comma)) ? -1 : comma;
        return text.Count('.') > 1 || (habit.PointsAreThousands && !IsLedByZero(text)) ? -1 : point;
    }

    private static bool IsOfThousands(ReadOnlySpan<char> text, int separator) =>
        text.Length - separator is 4 && !IsLedByZero(text);

    /// <summary>No number with thousands begins with a zero.</summary>
    private static bool IsLedByZero(ReadOnlySpan<char> text) => text.TrimStart("+-\u2212 ") is ['0', ..];
}

/// <summary>What a file's other values show of its separators.</summary>
/// <param name="CommasAreThousands">A comma before three digits keeps thousands apart: so in plain files that part their fields by commas and show no decimal one.</param>
/// <param name="PointsAreThousands">Points keep thousands apart, because commas are decimal.</param>
internal readonly record struct NumberHabit(bool CommasAreThousands, bool PointsAreThousands);
