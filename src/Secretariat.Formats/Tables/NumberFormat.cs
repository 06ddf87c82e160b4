using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// A number format (ECMA-376 part 1, section 18.8.30), as far as it matters for lists: days and times, percentages, fixed decimals, and
/// masks of zeros such as numbers of telephones. Thousands are not set apart, since each language does it otherwise.
/// </summary>
internal sealed class NumberFormat
{
    private const int MaxCode = 1_000;
    private const int MaxDecimals = 15;

    /// <summary>Literals and the two placeholders of <see cref="NumberFormatSection"/>; null where it is none.</summary>
    private readonly string? mask;
    private readonly int decimals;
    private readonly bool isPercent;

    private NumberFormat(DateParts date, string? mask = null, int decimals = 0, bool isPercent = false) =>
        (Date, this.mask, this.decimals, this.isPercent) = (date, mask, decimals, isPercent);

    public static NumberFormat General { get; } = new(DateParts.None);

    /// <summary>What of a day and time is shown.</summary>
    public DateParts Date { get; }

    /// <summary>The formats that files name without defining them (ECMA-376 part 1, section 18.8.30), those of East Asia included.</summary>
    public static NumberFormat BuiltIn(int id) =>
        id switch
        {
            1 or 3 or 37 or 38 => new(DateParts.None, decimals: 0),
            2 or 4 or 39 or 40 or 44 => new(DateParts.None, decimals: 2),
            9 => new(DateParts.None, decimals: 0, isPercent: true),
            10 => new(DateParts.None, decimals: 2, isPercent: true),
            (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(DateParts.Day),
            (>= 18 and <= 21) or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => new(DateParts.Time),
            22 => new(DateParts.Day | DateParts.Time),
            46 => new(DateParts.Elapsed),
            _ => General,
        };

    public static NumberFormat Parse(string code)
    {
        if (code.Length > MaxCode || code.Equals("General", StringComparison.OrdinalIgnoreCase))
            return General;
        var section = NumberFormatSection.First(code);
        if (section.Date is not DateParts.None)
            return new(section.Date);
        if (section.IsOther)
            return General;
        if (section.IsPercent)
            return new(DateParts.None, decimals: section.Decimals, isPercent: true);
        if (section.Mask is not null)
            return new(DateParts.None, section.Mask);
        return section.HasDigits ? new(DateParts.None, decimals: section.Decimals) : General;
    }

    /// <summary>The number as text, with a point and unrounded; <paramref name="written"/> is how the file has it.</summary>
    public string Show(double number, string written)
    {
        if (mask is not null && number >= 0 && Math.Floor(number) == number && number < 1e15)
            return Fill(mask, number.ToString("F0", CultureInfo.InvariantCulture));
        return isPercent ? Padded(Plain(number * 100, "")) + "%" : Padded(Plain(number, written));
    }

    /// <summary>With zeros where the format has more decimals than the number.</summary>
    private string Padded(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var has = point < 0 ? 0 : number.Length - point - 1;
        var lacking = Math.Min(decimals, MaxDecimals) - has;
        if (lacking <= 0 || number.Contains('E', StringComparison.Ordinal))
            return number;
        return (point < 0 ? number + "." : number) + new string('0', lacking);
    }

    /// <summary>Fifteen digits, as many as spreadsheets keep; whole numbers as written, for they are often numbers of something.</summary>
    private static string Plain(double number, string written)
    {
        if (written.Length > 0 && written.All(char.IsAsciiDigit))
            return written;
        var rounded = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(rounded) is 0 or (>= 1e-9 and < 1e21)
            ? ((decimal)rounded).ToString("0.####################", CultureInfo.InvariantCulture)
            : rounded.ToString("G15", CultureInfo.InvariantCulture);
    }

    /// <summary>Puts digits into a mask from its end; digits for which it has no place stand at its first.</summary>
    private static string Fill(string mask, string digits)
    {
        var filled = new StringBuilder();
        var left = digits.Length;
        var first = mask.IndexOfAny([NumberFormatSection.Zero, NumberFormatSection.Digit]);
        for (var i = mask.Length - 1; i >= 0; i--)
        {
            if (mask[i] is not (NumberFormatSection.Zero or NumberFormatSection.Digit))
                filled.Insert(0, mask[i]);
            else if (left > 0)
            {
                var from = i == first ? 0 : left - 1;
                filled.Insert(0, digits[from..left]);
                left = from;
            }
            else if (mask[i] is NumberFormatSection.Zero)
                filled.Insert(0, '0');
        }

        return filled.ToString();
    }
}

/// <summary>What a format shows of a day and time.</summary>
[Flags]
internal enum DateParts
{
    None = 0,
    Day = 1,
    Time = 2,

    /// <summary>Hours that go on after 24.</summary>
    Elapsed = 4,
}
