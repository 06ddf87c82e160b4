using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>That an officer has a message open, so that two do not answer it at once. Not part of the record.</summary>
public sealed class Glance : Row
{
    public required Guid MessageId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>So long a page is taken to be open after it was asked for.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Leaves one, and tells who else has the message open, by name.</summary>
    public static async Task<List<string>> LeaveAsync(
        SecretariatDb db,
        Guid messageId,
        Guid accountId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var own = db.Glances.Where(g => g.MessageId == messageId && g.AccountId == accountId);
        if (await own.ExecuteUpdateAsync(s => s.SetProperty(g => g.At, now), cancellationToken) == 0)
            await AddAsync(
                db,
                new Glance
                {
                    MessageId = messageId,
                    AccountId = accountId,
                    At = now,
                },
                cancellationToken
            );
        var since = now - Lasts;
        return await (
            from glance in db.Glances
            where glance.MessageId == messageId && glance.AccountId != accountId && glance.At > since
            join account in db.Users on glance.AccountId equals account.Id
            orderby account.Name
            select account.Name
        ).ToListAsync(cancellationToken);
    }

    private static async Task AddAsync(SecretariatDb db, Glance glance, CancellationToken cancellationToken)
    {
        // Those of former days tell nobody anything; they go when a new one comes.
        var old = glance.At - TimeSpan.FromDays(1);
        await db.Glances.Where(g => g.At < old).ExecuteDeleteAsync(cancellationToken);
        db.Glances.Add(glance);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same person asked twice at one moment; one of the two is enough.
            db.Entry(glance).State = EntityState.Detached;
        }
    }
}

public sealed class GlanceMapping : IEntityTypeConfiguration<Glance>
{
    public void Configure(EntityTypeBuilder<Glance> builder)
    {
        builder.HasOne<Message>().WithMany().HasForeignKey(g => g.MessageId);
        builder.HasIndex(g => new { g.MessageId, g.AccountId }).IsUnique();
    }
}
