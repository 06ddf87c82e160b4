using System.Globalization;
using System.Linq.Expressions;

namespace Secretariat.Platform.Domain;

/// <summary>A day in the world, as of which the record is read; bound from <c>?asOf=YYYY-MM-DD</c>.</summary>
public readonly record struct AsOf(DateOnly Day, bool IsToday = false) : IParsable<AsOf>
{
    public static AsOf Today(TimeProvider time) => new(time.Today(), true);

    /// <summary>What an address asks for: today where it says nothing; null for what is no day, and for tomorrow, which cannot be known.</summary>
    public static AsOf? Asked(string? day, TimeProvider time)
    {
        var today = Today(time);
        if (string.IsNullOrEmpty(day))
            return today;
        if (!TryParse(day, null, out var asOf) || asOf.Day > today.Day)
            return null;
        return asOf.Day == today.Day ? today : asOf;
    }

    /// <summary>The instant at which the day is over.</summary>
    public DateTimeOffset EndsAt =>
        Day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Clock.InstantOf(Day.AddDays(1).ToDateTime(TimeOnly.MinValue));

    public static AsOf Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"“{s}” is not a date such as 2024-02-29.");

    public static bool TryParse(string? s, IFormatProvider? provider, out AsOf result)
    {
        var isDay = DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        result = new AsOf(day);
        return isDay;
    }

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Something that holds from a day on, and until a day (exclusive) once it has ended.</summary>
public interface IDated
{
    DateOnly From { get; }
    DateOnly? To { get; }
}

public static class Dated
{
    public static IQueryable<T> At<T>(this IQueryable<T> rows, AsOf asOf)
        where T : class, IDated
    {
        var day = asOf.Day;
        return rows.Where(Holds<T>(day));
    }

    public static bool HoldsOn(this IDated dated, DateOnly day) => dated.From <= day && (dated.To is null || dated.To > day);

    /// <summary>Replaced on the day it began, or entered by mistake and taken back.</summary>
    public static bool HeldOnNoDay(this IDated dated) => dated.To == dated.From;

    /// <summary>Whether both hold on some day.</summary>
    public static bool MeetsOn(this IDated one, IDated other) =>
        !one.HeldOnNoDay()
        && !other.HeldOnNoDay()
        && (one.To is null || one.To > other.From)
        && (other.To is null || other.To > one.From);

    private static Expression<Func<T, bool>> Holds<T>(DateOnly day)
        where T : class, IDated => row => row.From <= day && (row.To == null || row.To > day);
}
