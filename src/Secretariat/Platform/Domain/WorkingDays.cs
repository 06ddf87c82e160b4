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
        || IsMovable(day.DayNumber - Easter.Western(day.Year).DayNumber);

    /// <summary>Maundy Thursday, Good Friday, Easter Monday, Ascension with the day after, Whit Monday.</summary>
    private static bool IsMovable(int daysAfterEaster) => daysAfterEaster is -3 or -2 or 1 or 39 or 40 or 50;
}
