using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Events.Series;
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
    public List<string> Strands { get; set; } = [];
    public LocalizedText? City { get; set; }
    public string? Country { get; init; }

    /// <summary>The series of which it is one.</summary>
    public Guid? SeriesId { get; set; }

    /// <summary>The country with which it is held, where it is about one (ISO 3166-1, two letters).</summary>
    public string? PartnerCountry { get; set; }

    /// <summary>What its sources say of it, without a day: it holds until an announcement says otherwise.</summary>
    public required EventStatus Status { get; init; }
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

/// <summary>
/// What was given out for an event: a date, that it is certain, that the event is off, or that it was held. All are kept, in their order.
/// </summary>
public sealed class Announcement : Entity
{
    public required Guid EventId { get; init; }

    /// <summary>The date of which it speaks.</summary>
    public required Timing Timing { get; init; }

    /// <summary>What it says of the event: that it is planned for the date, confirmed, cancelled or held.</summary>
    public EventStatus Status { get; init; } = EventStatus.Planned;

    /// <summary>First day of the day or month in which it was announced; null when the source has no date.</summary>
    public DateOnly? AnnouncedOn { get; init; }
    public List<string> Sources { get; init; } = [];

    /// <summary>What is told beside it, such as why an event is off.</summary>
    public LocalizedText? Said { get; init; }

    /// <summary>When an officer entered it; null for what was loaded.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>It was entered by mistake, and nothing shows it but the record of the office.</summary>
    public DateOnly? TakenBackOn { get; private set; }
    public string? TakenBackBecause { get; private set; }
    public bool IsTakenBack => TakenBackOn is not null;

    /// <summary>Where its own day is not known it is shown once the announced time has begun.</summary>
    public DateOnly KnownFrom => AnnouncedOn ?? Timing.SortKey;

    /// <summary>The ministerial letter names it under its strand.</summary>
    public bool IsNamedInLetter { get; init; }

    /// <summary>Place in the printed annex that carried it; null when it stood elsewhere.</summary>
    public int? AnnexOrder { get; init; }
    public LocalizedText? AnnexDate { get; init; }
    public LocalizedText? AnnexTitle { get; init; }
    public LocalizedText? AnnexVenue { get; init; }

    public string? WhyNotTakeBack(string? because) =>
        EnteredAt is null || IsTakenBack ? Text.Key("Only what an officer has entered can be taken back, and only once.")
        : string.IsNullOrWhiteSpace(because) ? Text.Key("Say why it is taken back.")
        : null;

    public void TakeBack(string because, DateOnly on)
    {
        if (WhyNotTakeBack(because) is { } reason)
            throw new InvalidOperationException(reason);
        (TakenBackOn, TakenBackBecause) = (on, because);
    }
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
        builder.HasIndex(e => e.SeriesId);
        builder.HasOne<EventSeries>().WithMany().HasForeignKey(e => e.SeriesId);
        builder.HasMany(e => e.Announcements).WithOne().HasForeignKey(a => a.EventId);
    }

    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.Property(a => a.Timing).HasConversion<TimingAsJson>();
        builder.Ignore(a => a.IsTakenBack).Ignore(a => a.KnownFrom);
    }
}
