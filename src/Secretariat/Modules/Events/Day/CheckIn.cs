using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Day;

/// <summary>
/// Somebody was let in, as one device has noted it, which also made its key: so it is the same however often it is sent. Two devices
/// may note the same person; both notes stay, and the person is present once.
/// </summary>
public sealed class CheckIn : Entity
{
    public required Guid EventId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>The item of the programme; null for the event as a whole. It stays where the programme has changed since.</summary>
    public Guid? ItemId { get; init; }
    public required Guid EntranceId { get; init; }

    /// <summary>By the clock of the device, but not later than it came to us.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Noted by mistake.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>When we learnt the last of it: what other devices have to hear since.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public void Take(DateTimeOffset now) => ChangedAt = now;

    public void TakeBack(DateTimeOffset at, DateTimeOffset now)
    {
        if (TakenBackAt is not null)
            return;
        (TakenBackAt, ChangedAt) = (at, now);
    }
}

public sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.HasIndex(c => new { c.EventId, c.ChangedAt });
        builder.HasIndex(c => c.RegistrationId);
        builder.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId);
        builder.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId);
        builder.HasOne<Entrance>().WithMany().HasForeignKey(c => c.EntranceId);
    }
}

public static class CheckInQueries
{
    /// <summary>Who is present at an event as a whole, or at an item of its programme: each once.</summary>
    public static IQueryable<Registration> PresentAt(this SecretariatDb db, Guid eventId, Guid? itemId) =>
        db.Registrations.Where(r =>
            r.EventId == eventId && db.CheckIns.Any(c => c.RegistrationId == r.Id && c.ItemId == itemId && c.TakenBackAt == null)
        );
}
