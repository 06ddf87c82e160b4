using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Programme;

/// <summary>What the programme of an event keeps to: the way from room to room, and the time windows of those who cannot stay.</summary>
public sealed class ProgrammeLimits : Entity
{
    public const int MostMinutes = 240;

    public required Guid EventId { get; init; }

    /// <summary>That somebody needs from one room to another; ten where nobody has said otherwise.</summary>
    public int MinutesBetweenRooms { get; set; } = 10;

    /// <summary>By name, then by day and time.</summary>
    public IReadOnlyList<TimeWindow> Windows { get; set; } = [];
}

/// <summary>Somebody is at the event between these times of a day, and otherwise only in another of their windows.</summary>
public sealed record TimeWindow(string Name, DateOnly Day, TimeOnly From, TimeOnly Until)
{
    public string Time => $"{From:HH:mm}–{Until:HH:mm}";

    /// <summary>What has no end needs its beginning alone.</summary>
    public bool Holds(ProgrammeItem item) => item.Day == Day && item.From >= From && (item.Until ?? item.From) <= Until;

    /// <summary>Those of one person: of two that meet it is one, from the beginning of the first to the end of the last.</summary>
    public static IReadOnlyList<TimeWindow> Joined(IEnumerable<TimeWindow> windows)
    {
        var joined = new List<TimeWindow>();
        foreach (var window in windows.OrderBy(w => w.Day).ThenBy(w => w.From))
            if (joined is [.., var last] && last.Day == window.Day && window.From <= last.Until)
                joined[^1] = last with { Until = window.Until > last.Until ? window.Until : last.Until };
            else
                joined.Add(window);
        return joined;
    }

    public static IReadOnlyList<TimeWindow> InOrder(IEnumerable<TimeWindow> windows) =>
        [
            .. windows
                .Distinct()
                .OrderBy(w => Fold.Plain(w.Name), StringComparer.Ordinal)
                .ThenBy(w => w.Day)
                .ThenBy(w => w.From)
                .ThenBy(w => w.Until),
        ];
}

public sealed class ProgrammeLimitsMapping : IEntityTypeConfiguration<ProgrammeLimits>
{
    public void Configure(EntityTypeBuilder<ProgrammeLimits> builder)
    {
        builder.Property(l => l.Windows).HasJson();
        builder.HasIndex(l => l.EventId).IsUnique();
        builder.HasOne<Event>().WithOne().HasForeignKey<ProgrammeLimits>(l => l.EventId);
    }
}

public static class LimitQueries
{
    /// <summary>Those of an event, or the usual ones.</summary>
    public static async Task<ProgrammeLimits> LimitsAsync(
        this SecretariatDb db,
        Guid eventId,
        CancellationToken cancellationToken
    ) =>
        await db.ProgrammeLimits.SingleOrDefaultAsync(l => l.EventId == eventId, cancellationToken)
        ?? new() { EventId = eventId };
}
