using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>An item as it was released.</summary>
public sealed record ReleasedItem(Guid Id, DateOnly Day, TimeOnly From, TimeOnly? Until, LocalizedText Title)
{
    public string? Room { get; init; }
    public string? Strand { get; init; }
    public LocalizedText? Chairs { get; init; }
    public LocalizedText? Speakers { get; init; }

    public string Time => Until is { } until ? $"{From:HH:mm}–{until:HH:mm}" : $"{From:HH:mm}";

    public static ReleasedItem Of(ProgrammeItem item) =>
        new(item.Id, item.Day, item.From, item.Until, item.Title)
        {
            Room = item.Room,
            Strand = item.Strand,
            Chairs = item.Chairs,
            Speakers = item.Speakers,
        };
}

/// <summary>A programme as everybody may read it from a day on; the next one replaces it, and neither changes any more.</summary>
public sealed class ProgrammeRelease : Entity
{
    public required Guid EventId { get; init; }

    /// <summary>From 1 on, without a gap.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>What readers are told of it.</summary>
    public LocalizedText? Said { get; init; }

    /// <summary>By day and time.</summary>
    public required IReadOnlyList<ReleasedItem> Items { get; init; }
}

public sealed class ProgrammeReleaseMapping : IEntityTypeConfiguration<ProgrammeRelease>
{
    public void Configure(EntityTypeBuilder<ProgrammeRelease> builder)
    {
        builder.Property(r => r.Items).HasJson();
        // Of two who release at the same moment one hears it.
        builder.HasIndex(r => new { r.EventId, r.Number }).IsUnique();
        builder.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId);
    }
}

public static class ReleaseQueries
{
    /// <summary>The releases of an event up to the end of a day, the latest first.</summary>
    public static Task<List<ProgrammeRelease>> ReleasesAsync(
        this SecretariatDb db,
        Guid eventId,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var end = Clock.InstantOf(asOf.Day.AddDays(1).ToDateTime(TimeOnly.MinValue));
        return db
            .ProgrammeReleases.AsNoTracking()
            .Where(r => r.EventId == eventId && r.ReleasedAt < end)
            .OrderByDescending(r => r.Number)
            .ToListAsync(cancellationToken);
    }
}
