namespace Secretariat.Platform.Domain;

/// <summary>Easter Sunday, as a day of the Gregorian calendar.</summary>
public static class Easter
{
    /// <summary>Of the Western churches, by the method of Meeus, Jones and Butcher.</summary>
    public static DateOnly Western(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        return DayOf(year, h + l - (7 * m) + 114);
    }

    /// <summary>Of the Orthodox churches: by the Julian calendar, by the method of Meeus.</summary>
    public static DateOnly Orthodox(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        return DayOf(year, d + e + 114).AddDays((year / 100) - (year / 400) - 2);
    }

    private static DateOnly DayOf(int year, int days) => new(year, days / 31, (days % 31) + 1);
}
