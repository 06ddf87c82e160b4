using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>That delegations register for an event, until when, and on which ground it is listed who takes part.</summary>
public sealed class RegistrationTerms : Entity
{
    public required Guid EventId { get; init; }

    /// <summary>The cut-off: from then on nobody is registered, replaced or changed by a link.</summary>
    public required DateTimeOffset ClosesAt { get; set; }

    /// <summary>Those who take part do so in their office, so that the list of participants asks nobody.</summary>
    public required bool IsOfficialDuty { get; set; }

    /// <summary>After the event, what was kept apart is erased within a month (Regulation (EU) 2018/1725, article 4).</summary>
    private const int KeepsApartForDays = 30;

    /// <summary>
    /// When what is kept apart is erased: never before the event, so that of one without a day it is not known yet, and at once where it
    /// is off.
    /// </summary>
    public static DateOnly EraseOn(TimetableEntry? entry, DateOnly today) =>
        entry is null or { Standing: Standing.Cancelled }
            ? today
            : (entry.Days?.Last ?? entry.When.Latest ?? today).AddDays(KeepsApartForDays);

    public Reason? WhyClosed(DateTimeOffset now, TimeZoneInfo zone) =>
        now < ClosesAt ? null : Text.Key("Registration ended on {0}, {1} ({2}).", DayIn(zone), $"{TimeIn(zone):HH:mm}", zone.Id);

    public DateOnly DayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ClosesAt, zone).DateTime);

    public TimeOnly TimeIn(TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(ClosesAt, zone).DateTime);
}

public sealed class RegistrationTermsMapping : IEntityTypeConfiguration<RegistrationTerms>
{
    public void Configure(EntityTypeBuilder<RegistrationTerms> builder)
    {
        builder.HasIndex(t => t.EventId).IsUnique();
        builder.HasOne<Event>().WithOne().HasForeignKey<RegistrationTerms>(t => t.EventId);
    }
}
