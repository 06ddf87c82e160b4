namespace Secretariat.Platform.Domain;

/// <summary>Days are days in Brussels, where the secretariat sits.</summary>
public static class Clock
{
    public static TimeZoneInfo Brussels { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Brussels).DateTime;

    /// <summary>The instant of a time on the secretariat's clock; of an hour that comes twice, the first.</summary>
    public static DateTimeOffset InstantOf(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, Brussels), TimeSpan.Zero);

    /// <summary>The instant of a time on another clock; an hour that it leaves out when it is put forward is the one after it.</summary>
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return new(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }

    /// <summary>Now, to the millisecond: both databases keep that much exactly.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
