using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>Where those who come to an event are checked in: on devices that open its link, and know nothing else of us.</summary>
public sealed class Entrance : Entity
{
    public required Guid EventId { get; init; }
    public required string Name { get; init; }

    /// <summary>What its link says.</summary>
    public Guid LinkId { get; init; } = Guid.CreateVersion7();

    /// <summary>Since then nobody is checked in there; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>For how long after the event devices send what they still hold.</summary>
    private const int TakesForDaysAfter = 30;

    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    /// <summary>Under the same link: what devices have kept is not lost.</summary>
    public void Open() => ClosedAt = null;

    /// <summary>Why nothing is taken from its devices, or null while it is.</summary>
    public string? WhyClosed(TimetableEntry entry, DateOnly today) =>
        ClosedAt is not null ? Text.Key("This entrance is closed.")
        : entry.Standing is Standing.Cancelled ? Text.Key("The event was cancelled.")
        : entry.Days?.Last.AddDays(TakesForDaysAfter) < today ? Text.Key("The event is over.")
        : null;

    /// <summary>The last day on which devices know who is expected: one more than the event, whose night may be long.</summary>
    public static DateOnly? ShowsPeopleUntil(TimetableEntry entry) => (entry.Days?.Last ?? entry.When.Latest)?.AddDays(1);
}

public sealed class EntranceMapping : IEntityTypeConfiguration<Entrance>
{
    public void Configure(EntityTypeBuilder<Entrance> builder)
    {
        builder.HasIndex(e => e.EventId);
        builder.HasIndex(e => e.LinkId).IsUnique();
        builder.HasOne<Event>().WithMany().HasForeignKey(e => e.EventId);
    }
}
