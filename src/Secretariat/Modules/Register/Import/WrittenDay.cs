using System.Globalization;
using System.Text.RegularExpressions;

namespace Secretariat.Modules.Register.Import;

/// <summary>Which of two numbers is the day: “03/04/2024” is in March for some, and in April for others.</summary>
public enum DayOrder
{
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>A day as people write it.</summary>
internal static partial class WrittenDay
{
    /// <summary>The order that a column has: one day that can be no other settles it, two that speak for different orders do not.</summary>
    public static DayOrder OrderOf(IEnumerable<string> cells)
    {
        var pairs = cells.Select(c => WithStrokes().Match(c.Trim())).Where(m => m.Success).Select(Pair).ToList();
        var (hasDayFirst, hasMonthFirst) = (pairs.Exists(p => p.First > 12), pairs.Exists(p => p.Second > 12));
        return hasDayFirst == hasMonthFirst ? DayOrder.Unknown
            : hasDayFirst ? DayOrder.DayFirst
            : DayOrder.MonthFirst;
    }

    /// <summary>The days that it can be.</summary>
    public static bool IsOne(string said) => Read(said, DayOrder.Unknown).Count > 0;

    public static IReadOnlyList<DateOnly> Read(string said, DayOrder order)
    {
        var written = Dots().Replace(Midnight().Replace(said.Trim(), ""), ".").TrimEnd('.');
        string[] forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy"];
        if (DateOnly.TryParseExact(written, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return [day];
        if (WithStrokes().Match(written) is { Success: true } strokes)
            return Stroked(Pair(strokes), YearOf(strokes.Groups["year"]), order);
        if (ShortYear().Match(written) is { Success: true } dots)
            return Shortened(dots);
        return MonthNames.Read(said);
    }

    /// <summary>The day that a spreadsheet shows as that number where it shows no days, from 1954 to 2064; null for other numbers.</summary>
    public static DateOnly? OfNumber(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 20_000 and < 60_200
            ? new DateOnly(1899, 12, 30).AddDays(days)
            : null;

    private static IReadOnlyList<DateOnly> Stroked((int First, int Second) pair, int year, DayOrder order) =>
        Days(
            order is DayOrder.MonthFirst ? null : (year, pair.Second, pair.First),
            order is DayOrder.DayFirst ? null : (year, pair.First, pair.Second)
        );

    /// <summary>Points stand between day, month and year; with two digits in front it can be year, month and day.</summary>
    private static IReadOnlyList<DateOnly> Shortened(Match dots)
    {
        var (first, month, last) = (dots.Groups["first"], NumberOf(dots.Groups["month"]), dots.Groups["last"]);
        return Days((YearOf(last), month, NumberOf(first)), first.Length is 2 ? (YearOf(first), month, NumberOf(last)) : null);
    }

    /// <summary>Those that are in the calendar, each once.</summary>
    internal static IReadOnlyList<DateOnly> Days(params IEnumerable<(int Year, int Month, int Day)?> meant) =>
        [
            .. meant
                .OfType<(int Year, int Month, int Day)>()
                .Where(m => m.Month is >= 1 and <= 12 && m.Year is >= 1 and <= 9999)
                .Where(m => m.Day >= 1 && m.Day <= DateTime.DaysInMonth(m.Year, m.Month))
                .Select(m => new DateOnly(m.Year, m.Month, m.Day))
                .Distinct(),
        ];

    private static (int First, int Second) Pair(Match strokes) =>
        (NumberOf(strokes.Groups["first"]), NumberOf(strokes.Groups["second"]));

    private static int YearOf(Group digits) =>
        digits.Length is 2 ? CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(NumberOf(digits)) : NumberOf(digits);

    private static int NumberOf(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>[0-9]{1,2})[/-](?<second>[0-9]{1,2})[/-](?<year>[0-9]{4})$", RegexOptions.None, 1000)]
    private static partial Regex WithStrokes();

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<last>[0-9]{2})$", RegexOptions.None, 1000)]
    private static partial Regex ShortYear();

    [GeneratedRegex("[T ]0?0:00(:00)?([.,]0+)?Z?$", RegexOptions.None, 1000)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\s*\.\s*", RegexOptions.None, 1000)]
    private static partial Regex Dots();
}
