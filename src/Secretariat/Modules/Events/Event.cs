using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

public enum EventStatus
{
    Planned,
    Confirmed,
    Moved,
    Cancelled,
    Held,

    /// <summary>Announced, and no record that it took place: never shown as held, never as cancelled.</summary>
    Unknown,
}

/// <summary>An event of the Alliance, or one of others that the Alliance announces.</summary>
public sealed class Event : Entity
{
    public required string Code { get; init; }

    /// <summary>What identifies it in all calendars (RFC 7986 section 5.3).</summary>
    public string CalendarUid => Id.ToString("D");

    public required LocalizedText Title { get; set; }
    public required string Kind { get; init; }
    public required bool IsOwn { get; init; }
    public LocalizedText? Organiser { get; init; }
    public List<string> Strands { get; init; } = [];
    public LocalizedText? City { get; init; }
    public string? Country { get; init; }
    public required EventStatus Status { get; set; }
    public bool IsDisputed { get; init; }

    /// <summary>When it took place, as far as a source says so.</summary>
    public Timing? Actual { get; init; }
    public List<Announcement> Announcements { get; init; } = [];
    public List<string> Sources { get; init; } = [];
    public required string Confidence { get; init; }
    public LocalizedText? Remark { get; init; }
    public List<EventPerson> Persons { get; init; } = [];
    public EventDetails Details { get; set; } = EventDetails.None;

    /// <summary>The key of the event that calendars call so, or null where it is none of ours.</summary>
    public static Guid? OfCalendar(string uid) => Guid.TryParseExact(uid, "D", out var id) ? id : null;
}

/// <summary>A public office-holder at an event, in the function of that day.</summary>
public sealed record EventPerson(string Role, string Name, LocalizedText Function);

/// <summary>A date that was given out for an event. All are kept, in their order.</summary>
public sealed class Announcement : Entity
{
    public required Guid EventId { get; init; }
    public required Timing Timing { get; init; }

    /// <summary>First day of the day or month in which it was announced; null when the source has no date.</summary>
    public DateOnly? AnnouncedOn { get; init; }
    public List<string> Sources { get; init; } = [];

    /// <summary>The ministerial letter names it under its strand.</summary>
    public bool IsNamedInLetter { get; init; }

    /// <summary>Place in the printed annex that carried it; null when it stood elsewhere.</summary>
    public int? AnnexOrder { get; init; }
    public LocalizedText? AnnexDate { get; init; }
    public LocalizedText? AnnexTitle { get; init; }
    public LocalizedText? AnnexVenue { get; init; }
}

public sealed class EventMappings : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.HasIndex(e => e.Code).IsUnique();
        builder.Ignore(e => e.CalendarUid);
        builder.Property(e => e.Actual).HasConversion<TimingAsJson>();
        builder.Property(e => e.Details).HasJson();
        builder.OwnsMany(e => e.Persons, p => p.ToJson());
        builder.HasMany(e => e.Announcements).WithOne().HasForeignKey(a => a.EventId);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder) =>
        builder.Property(a => a.Timing).HasConversion<TimingAsJson>();
}
