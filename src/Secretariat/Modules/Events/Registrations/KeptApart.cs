using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>What only the event itself needs of a person.</summary>
public interface IErased
{
    Guid RegistrationId { get; }

    /// <summary>By the date of the event as it was last known.</summary>
    DateOnly EraseOn { get; }
}

/// <summary>An answer that only the event itself needs, such as a need: in no list, in no audit entry, erased on its day.</summary>
public sealed class KeptApart : Row, IErased
{
    public required Guid RegistrationId { get; init; }
    public required string Question { get; init; }
    public required string Answer { get; set; }

    /// <summary>By the date of the event as it was last known.</summary>
    public required DateOnly EraseOn { get; set; }
}

public sealed class KeptApartMapping : IEntityTypeConfiguration<KeptApart>
{
    public void Configure(EntityTypeBuilder<KeptApart> builder)
    {
        builder.HasIndex(a => new { a.RegistrationId, a.Question }).IsUnique();
        builder.HasIndex(a => a.EraseOn);
        builder.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId);
    }
}

/// <summary>Erases the answers and photographs whose day has come; where an event has moved since, so has that day.</summary>
public sealed class EraseKeptApart(SecretariatDb db, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await EraseAsync(db.KeptApart, cancellationToken) + await EraseAsync(db.BadgePhotos, cancellationToken);

    private async Task<int> EraseAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class, IErased
    {
        var today = time.Today();
        var ids = rows.Join(db.Registrations, a => a.RegistrationId, r => r.Id, (a, r) => r.EventId);
        var events = await db
            .Events.AsNoTracking()
            .Include(e => e.Announcements)
            .Where(e => ids.Contains(e.Id))
            .ToListAsync(cancellationToken);
        foreach (var e in events)
        {
            var day = RegistrationTerms.EraseOn(TimetableEntry.At(e, AsOf.Today(time)), today);
            await rows.Where(a => a.EraseOn != day)
                .Where(a => db.Registrations.Any(r => r.Id == a.RegistrationId && r.EventId == e.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.EraseOn, day), cancellationToken);
        }

        return await rows.Where(a => a.EraseOn <= today).ExecuteDeleteAsync(cancellationToken);
    }
}
