using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using PublicHoliday;

namespace Secretariat.Platform.Domain;

/// <summary>What <c>data/office-hours</c> says of a country; days of Easter count from its Sunday.</summary>
public sealed record OfficeCountry(
    string Zone,
    IReadOnlyList<DayOfWeek>? Weekend,
    IReadOnlyList<string>? Fixed,
    IReadOnlyList<DayOfWeek>? MovedFrom,
    IReadOnlyList<int>? Easter,
    IReadOnlyList<int>? OrthodoxEaster
);

/// <summary>The days on which the offices of a country work, and its clock.</summary>
public sealed class OfficeDays(string isoAlpha2, OfficeCountry country)
{
    private readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> holidays = [];
    private readonly IReadOnlyList<DayOfWeek> weekend = country.Weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday];
    private readonly IPublicHolidays? library = LibraryFor(isoAlpha2);
    private readonly IReadOnlyList<(int Month, int Day)> fixedDays = [.. (country.Fixed ?? []).Select(MonthAndDay)];

    /// <summary>Brussels where the machine does not know the zone.</summary>
    public TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(country.Zone, out var known) ? known : Clock.Brussels;

    public bool IsOne(DateOnly day) => !weekend.Contains(day.DayOfWeek) && !holidays.GetOrAdd(day.Year, HolidaysOf).Contains(day);

    private FrozenSet<DateOnly> HolidaysOf(int year)
    {
        // A New Year's Day that is kept on the last day of December is told with the year that it begins.
        var days = new[] { year, year + 1 }.SelectMany(FromLibrary).Where(d => d.Year == year).ToHashSet();
        days.UnionWith((country.Easter ?? []).Select(Easter.Western(year).AddDays));
        days.UnionWith((country.OrthodoxEaster ?? []).Select(Easter.Orthodox(year).AddDays));
        var own = fixedDays.Select(d => new DateOnly(year, d.Month, d.Day)).ToList();
        days.UnionWith(own);
        foreach (var day in own.Where(d => country.MovedFrom?.Contains(d.DayOfWeek) ?? false))
            days.Add(NextWorked(day, days));
        return days.ToFrozenSet();
    }

    private DateOnly NextWorked(DateOnly day, HashSet<DateOnly> free)
    {
        while (weekend.Contains(day.DayOfWeek) || free.Contains(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>By their names: the library's bare lists take another Easter for Serbia.</summary>
    private IEnumerable<DateOnly> FromLibrary(int year) =>
        library?.PublicHolidayNames(year).Keys.Select(DateOnly.FromDateTime) ?? [];

    private static IPublicHolidays? LibraryFor(string isoAlpha2) =>
        isoAlpha2 is "ME" ? new MontenegroPublicHoliday()
        : Enum.TryParse<PublicHolidayCountryCode>(isoAlpha2, ignoreCase: true, out var code)
            ? PublicHolidayFactory.GetPublicHolidayForCountry(code)
        : null;

    private static (int Month, int Day) MonthAndDay(string text)
    {
        // No leap year: a holiday that most years lack is refused when it is read.
        var day = DateOnly.ParseExact($"2023-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (day.Month, day.Day);
    }
}
