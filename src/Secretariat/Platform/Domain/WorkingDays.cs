namespace Secretariat.Platform.Domain;

/// <summary>The days on which the Commission's offices work: no weekends, and none of its public holidays as they recur each year.</summary>
public static class WorkingDays
{
    public static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day itself, or the next on which the offices work.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOne(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>So many working days after a day.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        for (; count > 0; count--)
            day = OnOrAfter(day.AddDays(1));
        return day;
    }

    private static bool IsHoliday(DateOnly day) =>
        (day.Month, day.Day) is (1, 1 or 2) or (5, 1 or 9) or (7, 21) or (8, 15) or (11, 1 or 2) or (12, >= 24)
        || IsMovable(day.DayNumber - Easter(day.Year).DayNumber);

    /// <summary>Maundy Thursday, Good Friday, Easter Monday, Ascension with the day after, Whit Monday.</summary>
    private static bool IsMovable(int daysAfterEaster) => daysAfterEaster is -3 or -2 or 1 or 39 or 40 or 50;

    /// <summary>Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
