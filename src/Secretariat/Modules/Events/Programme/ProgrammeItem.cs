using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>What happens at an event at one time, in the local time of its place.</summary>
public sealed class ProgrammeItem : Entity
{
    public required Guid EventId { get; init; }
    public required DateOnly Day { get; set; }
    public required TimeOnly From { get; set; }
    public TimeOnly? Until { get; set; }
    public required LocalizedText Title { get; set; }
    public string? Room { get; set; }

    /// <summary>Code of the strand of work; null where it belongs to none.</summary>
    public string? Strand { get; set; }

    /// <summary>Who leads it, with the function of that day.</summary>
    public LocalizedText? Chairs { get; set; }

    /// <summary>Who speaks, in that order, with the function of that day.</summary>
    public LocalizedText? Speakers { get; set; }

    /// <summary>Why it may stand at the same time as what shares its room or its people; null where nobody has said so.</summary>
    public string? ClashBecause { get; set; }

    public string Time => Until is { } until ? $"{From:HH:mm}–{until:HH:mm}" : $"{From:HH:mm}";

    /// <summary>Why nothing can happen on that day, or null when it can, or when the days of the event are not known.</summary>
    public static Reason? WhyNotOn(DateOnly day, TimetableEntry entry) =>
        entry.Days is var (first, last) && (day < first || day > last)
            ? Text.Key("Choose a day of the event, from {0} to {1}.", first, last)
            : null;

    /// <summary>Why there is no one such time on that day, or null where there is.</summary>
    public static Reason? WhyNotAt(DateOnly day, TimeOnly time, TimeZoneInfo zone) =>
        zone.IsInvalidTime(day.ToDateTime(time))
            ? Text.Key("There is no such time on that day: the clocks of {0} go forward.", zone.Id)
        : zone.IsAmbiguousTime(day.ToDateTime(time))
            ? Text.Key("That time comes twice on that day: the clocks of {0} go back. Choose another one.", zone.Id)
        : null;

    public static string? WhyNotUntil(TimeOnly from, TimeOnly until) =>
        until <= from ? Text.Key("It must end after it begins.") : null;
}

public sealed class ProgrammeItemMapping : IEntityTypeConfiguration<ProgrammeItem>
{
    public void Configure(EntityTypeBuilder<ProgrammeItem> builder)
    {
        builder.Ignore(i => i.Time);
        builder.HasIndex(i => new
        {
            i.EventId,
            i.Day,
            i.From,
        });
        builder.HasOne<Event>().WithMany().HasForeignKey(i => i.EventId);
    }
}

public static class ProgrammeQueries
{
    /// <summary>The programme of an event by day and time.</summary>
    public static IQueryable<ProgrammeItem> InOrder(this IQueryable<ProgrammeItem> items, Guid eventId) =>
        items.Where(i => i.EventId == eventId).OrderBy(i => i.Day).ThenBy(i => i.From).ThenBy(i => i.Id);
}
