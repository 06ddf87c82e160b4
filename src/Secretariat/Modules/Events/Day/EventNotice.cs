using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>What whoever is at an event, or follows it, has to know at once: another room, a later beginning.</summary>
public sealed class EventNotice : Entity
{
    public required Guid EventId { get; init; }
    public required LocalizedText Words { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>It was wrong, or no longer holds.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    public string? WhyNotTakeBack() => TakenBackAt is null ? null : Text.Key("It has been taken back already.");

    public void TakeBack(DateTimeOffset at)
    {
        if (WhyNotTakeBack() is { } reason)
            throw new InvalidOperationException(reason);
        TakenBackAt = at;
    }
}

public sealed class EventNoticeMapping : IEntityTypeConfiguration<EventNotice>
{
    public void Configure(EntityTypeBuilder<EventNotice> builder)
    {
        builder.HasIndex(n => new { n.EventId, n.At });
        builder.HasOne<Event>().WithMany().HasForeignKey(n => n.EventId);
    }
}

public static class NoticeQueries
{
    /// <summary>Those that hold on the day of an event, on its clock, the latest first; until its first day is over, all given before too.</summary>
    public static async Task<IReadOnlyList<EventNotice>> NoticesAsync(
        this SecretariatDb db,
        TimetableEntry entry,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var e = entry.Event;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, e.Details.Zone).DateTime);
        if (entry.Standing is Standing.Cancelled or Standing.Moved || today > entry.Days?.Last)
            return [];
        var begins =
            today <= entry.Days?.First
                ? DateTimeOffset.UnixEpoch
                : Clock.InstantOf(today.ToDateTime(TimeOnly.MinValue), e.Details.Zone);
        return await db
            .EventNotices.AsNoTracking()
            .Where(n => n.EventId == e.Id && n.TakenBackAt == null && n.At >= begins)
            .OrderByDescending(n => n.At)
            .ToListAsync(cancellationToken);
    }
}
