using System.Globalization;

namespace Secretariat.Formats.Tables;

/// <summary>What a cell looks like, whatever its column says.</summary>
internal static class CellShape
{
    private const int FewestPhoneDigits = 6;
    private const int MostPhoneDigits = 16;
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const string LocalSigns = "-!#$%&'*+/=?^_`{|}~";

    /// <summary>Something that stands in rows of data and not in a header.</summary>
    public static bool IsData(string cell) =>
        IsAddressLike(cell) || IsPhone(cell) || IsNumber(cell) || IsUrl(cell) || IsError(cell);

    public static bool IsAddressLike(string cell) =>
        cell.Contains('@', StringComparison.Ordinal) && cell.Trim().Split(' ').Any(IsAddress);

    /// <summary>An address that mail can be sent to (RFC 5321 section 4.1.2, without quoted local parts and address literals, RFC 6531 letters allowed).</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocalPart
            && text.Length <= LongestAddress
            && IsDotted(text.AsSpan(0, at), LocalSigns)
            && IsDomain(text.AsSpan(at + 1));
    }

    /// <summary>Digits with what people put between them, as many as a number has (E.164), and no date.</summary>
    public static bool IsPhone(string cell)
    {
        var digits = 0;
        var text = cell.AsSpan().Trim();
        if (text.IsEmpty || text[0] is not ('+' or '(' or (>= '0' and <= '9')))
            return false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is not (' ' or '+' or '-' or '–' or '.' or '/' or '(' or ')' or '\u00A0' or '\u202F'))
                return false;
        }

        return digits is >= FewestPhoneDigits and <= MostPhoneDigits && !IsDay(text);
    }

    public static bool IsNumber(string cell)
    {
        var (digits, others) = (0, 0);
        foreach (var c in cell)
        {
            if (char.IsDigit(c))
                digits++;
            else if (c is not (' ' or '.' or ',' or '-' or '/' or ':' or '%' or '€' or '$' or '\u00A0'))
                others++;
        }

        return digits > 0 && others is 0;
    }

    /// <summary>Such as <c>#N/A</c> (ECMA-376 part 1, section 18.17.3).</summary>
    private static bool IsError(string cell) =>
        cell is "#DIV/0!" or "#N/A" or "#NAME?" or "#NULL!" or "#NUM!" or "#REF!" or "#VALUE!" or "#SPILL!" or "#CALC!";

    private static bool IsUrl(string cell) =>
        cell.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || cell.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || cell.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsDay(ReadOnlySpan<char> text) =>
        text.Length is 8 or 10
        && DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "dd.MM.yy", "dd/MM/yy", "yyyy/MM/dd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var last = domain[(domain.LastIndexOf('.') + 1)..];
        return domain.Contains('.') && last.Length >= 2 && !char.IsAsciiDigit(last[^1]) && IsDotted(domain, "-");
    }

    /// <summary>Letters, digits and these signs, with single points between them.</summary>
    private static bool IsDotted(ReadOnlySpan<char> text, string signs)
    {
        var previous = '.';
        foreach (var c in text)
        {
            if (c is '.' ? previous is '.' : !IsLetterLike(c) && !signs.Contains(c, StringComparison.Ordinal))
                return false;
            previous = c;
        }

        return previous is not '.';
    }

    private static bool IsLetterLike(char c) => char.IsLetterOrDigit(c) || c >= 0x80 && (char.IsSurrogate(c) || IsMark(c));

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
