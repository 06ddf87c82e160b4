using System.Globalization;

namespace Secretariat.Formats.Tables;

/// <summary>Days and times as spreadsheets count them (ECMA-376 part 1, section 18.17.4): in days, from the last day of 1899 or from 1904.</summary>
internal static class SheetDate
{
    private const int SecondsOfDay = 86_400;
    private const double LastDay = 2_958_466;

    /// <summary>The day that the 1900 system has and the calendar has not.</summary>
    private const int FalseLeapDay = 60;

    private static readonly DateTime Before1900 = new(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime First1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>ISO 8601: a day, a time, or both with a T between, as the format shows them; null where the number is no day.</summary>
    public static string? Show(double number, DateParts parts, bool since1904)
    {
        if (number is not (>= 0 and < LastDay))
            return null;
        var seconds = (long)Math.Round(number * SecondsOfDay, MidpointRounding.AwayFromZero);
        var time = TimeSpan.FromSeconds(seconds % SecondsOfDay);
        var days = (int)(seconds / SecondsOfDay);
        if (parts.HasFlag(DateParts.Elapsed))
            return ShowElapsed(seconds);
        if (parts is DateParts.Time)
            return ShowTime(time);
        var day = DayOf(days, since1904);
        return parts.HasFlag(DateParts.Time) ? $"{day}T{ShowTime(time)}" : day;
    }

    private static string ShowElapsed(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    private static string ShowTime(TimeSpan time) => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static string DayOf(int days, bool since1904)
    {
        if (since1904)
            return Iso(First1904.AddDays(Math.Min(days, (DateTime.MaxValue - First1904).Days)));
        return days is FalseLeapDay ? "1900-02-29" : Iso(Before1900.AddDays(days > FalseLeapDay ? days - 1 : days));
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
