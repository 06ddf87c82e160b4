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
    /// <summary>Those of this day, on the clock of the event, that hold; the latest first.</summary>
    public static Task<List<EventNotice>> NoticesAsync(
        this SecretariatDb db,
        Event e,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var day = TimeZoneInfo.ConvertTime(now, e.Details.Zone).Date;
        var begins = new DateTimeOffset(day, e.Details.Zone.GetUtcOffset(day)).ToUniversalTime();
        return db
            .EventNotices.AsNoTracking()
            .Where(n => n.EventId == e.Id && n.TakenBackAt == null && n.At >= begins)
            .OrderByDescending(n => n.At)
            .ToListAsync(cancellationToken);
    }
}
