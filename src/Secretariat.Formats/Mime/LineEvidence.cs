namespace Secretariat.Formats.Mime;

/// <summary>What programs write and people hardly do: addresses and moments.</summary>
internal static class LineEvidence
{
    public static bool HasAddress(ReadOnlySpan<char> line) => line.Contains('@');

    /// <summary>A day with its year, and a time of day, in a folded line.</summary>
    public static bool HasMoment(ReadOnlySpan<char> line) => HasTime(line) && HasDate(line);

    /// <summary>10:15, 10.15 or 10h15, which is no part of a date such as 20.10.2025.</summary>
    public static bool HasTime(ReadOnlySpan<char> line)
    {
        for (var i = 1; i < line.Length - 2; i++)
            if (
                line[i] is ':' or '.' or 'h'
                && char.IsAsciiDigit(line[i - 1])
                && char.IsAsciiDigit(line[i + 1])
                && char.IsAsciiDigit(line[i + 2])
                && !IsDigit(line, i - 3)
                && !IsDigit(line, i + 3)
                && !(i >= 3 && line[i - 3] is '.' or '/' or '-' && IsDigit(line, i - 4))
                && !(i >= 2 && line[i - 2] is '.' or '/' or '-' && IsDigit(line, i - 3))
                && !(i + 3 < line.Length && line[i + 3] is '.' or '/' or '-' && IsDigit(line, i + 4))
            )
                return true;
        return false;
    }

    /// <summary>A year of four digits, or three numbers with marks between them.</summary>
    private static bool HasDate(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i]) || IsDigit(line, i - 1))
                continue;
            if (Number(line, i) is 4 && line[i..].StartsWith("20") || Number(line, i) is 4 && line[i..].StartsWith("19"))
                return true;
            if (EndOfPart(line, i) is > 0 and var month && EndOfPart(line, month) is > 0 and var year && Number(line, year) is 2)
                return true;
        }
        return false;
    }

    /// <summary>Where the next part of a date begins, behind one or two digits, a mark and perhaps a blank.</summary>
    private static int EndOfPart(ReadOnlySpan<char> line, int index)
    {
        var mark = index + Number(line, index);
        if (mark == index || mark > index + 2 || mark >= line.Length || line[mark] is not ('.' or '/' or '-'))
            return 0;
        return mark + 1 < line.Length && line[mark + 1] is ' ' ? mark + 2 : mark + 1;
    }

    private static int Number(ReadOnlySpan<char> line, int index)
    {
        var digits = 0;
        while (digits < 5 && IsDigit(line, index + digits))
            digits++;
        return digits;
    }

    private static bool IsDigit(ReadOnlySpan<char> line, int index) =>
        index >= 0 && index < line.Length && char.IsAsciiDigit(line[index]);
}
