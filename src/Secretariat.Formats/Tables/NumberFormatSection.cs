using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>What the first section of a number format says; the others are for negative numbers, zero and text.</summary>
internal sealed class NumberFormatSection
{
    /// <summary>In a mask, a digit that is shown as 0 where the number has none.</summary>
    public const char Zero = '\uE000';

    /// <summary>In a mask, a digit that is left out where the number has none.</summary>
    public const char Digit = '\uE001';

    private const int MaxMask = 40;

    private readonly StringBuilder mask = new();
    private bool isMask = true;
    private bool afterPoint;

    public DateParts Date { get; private set; }

    public bool IsPercent { get; private set; }

    public bool HasDigits { get; private set; }

    public int Decimals { get; private set; }

    /// <summary>Whether numbers are shown in powers of ten or as fractions.</summary>
    public bool IsOther { get; private set; }

    /// <summary>Placeholders and literals, where the format consists of nothing else.</summary>
    public string? Mask => isMask && HasDigits && mask.Length is > 1 and <= MaxMask ? mask.ToString() : null;

    public static NumberFormatSection First(string code)
    {
        var section = new NumberFormatSection();
        for (var i = 0; i < code.Length && code[i] is not ';'; i++)
            i = section.Take(code, i);
        return section;
    }

    /// <summary>Takes what stands there and tells where it ends.</summary>
    private int Take(string code, int at)
    {
        switch (code[at])
        {
            case '"':
                return TakeQuoted(code, at);
            case '[':
                return TakeBracket(code, at);
            case '\\' when at + 1 < code.Length:
                TakeLiteral(code[at + 1]);
                return at + 1;
            case '_' or '*' when at + 1 < code.Length:
                // Room as wide as a letter, or a letter repeated to fill the cell.
                return at + 1;
            case '.' when HasDigits:
                (afterPoint, isMask) = (true, false);
                return at;
            case '0' or '#' or '?':
                TakeDigit(code[at]);
                return at;
            default:
                TakeLetter(code[at], code.AsSpan(at));
                return at;
        }
    }

    private int TakeQuoted(string code, int at)
    {
        var end = code.IndexOf('"', at + 1);
        end = end < 0 ? code.Length : end;
        foreach (var c in code.AsSpan(at + 1, Math.Max(0, end - at - 1)))
            TakeLiteral(c);
        return end;
    }

    private int TakeBracket(string code, int at)
    {
        var end = code.IndexOf(']', at);
        if (end < 0)
            return code.Length;
        var inside = code.AsSpan(at + 1, end - at - 1);
        if (!inside.IsEmpty && inside.TrimStart("hHmMsS").IsEmpty)
            Date |= DateParts.Elapsed;
        // A condition leaves other numbers to other sections; colours and languages change nothing.
        isMask &= inside.IsEmpty || inside[0] is not ('<' or '>' or '=');
        return end;
    }

    private void TakeLiteral(char c) => mask.Append(c);

    private void TakeDigit(char c)
    {
        HasDigits = true;
        isMask &= c is not '?';
        mask.Append(c is '0' ? Zero : Digit);
        if (afterPoint)
            Decimals++;
    }

    private void TakeLetter(char c, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            isMask = false;
        switch (c)
        {
            case '%':
                IsPercent = true;
                break;
            case 'd' or 'D' or 'y' or 'Y':
                Date |= DateParts.Day;
                break;
            case 'h' or 'H' or 's' or 'S':
                Date |= DateParts.Time;
                break;
            case 'm' or 'M' when Date is DateParts.None && !HasDigits:
                // Months where no hours stand before and no seconds follow.
                Date |= rest.TrimStart("mM").StartsWith(":") ? DateParts.Time : DateParts.Day;
                break;
            case 'E' or 'e' or '/' when HasDigits:
                IsOther = true;
                break;
            case ' ' or '-' or '+' or '(' or ')' or ':' or '/' or '$':
                TakeLiteral(c);
                break;
            default:
                isMask = false;
                break;
        }
    }
}
