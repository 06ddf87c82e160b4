using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>How a mailbox was last found, by whichever process reads it, so that a silent one is noticed. Not part of the record.</summary>
public sealed class MailboxState : Row
{
    public required string Mailbox { get; init; }

    /// <summary>When it was last read to the end, to the minute.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why it cannot be read now.</summary>
    public string? Problem { get; private set; }

    /// <summary>Nobody reads a mailbox that was last read so long ago.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Writes down how it was found, at most once a minute while nothing changes.</summary>
    /// <param name="problem">Null: it was read.</param>
    public static async Task NoteAsync(
        SecretariatDb db,
        string mailbox,
        string? problem,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = db.MailboxStates.Where(s => s.Mailbox == mailbox);
        var state = await found.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (state is null)
            await AddAsync(
                db,
                new MailboxState
                {
                    Mailbox = mailbox,
                    Problem = problem,
                    ReadAt = problem is null ? now : null,
                },
                cancellationToken
            );
        else if (problem is null && (state.Problem is not null || state.ReadAt is null || state.ReadAt < now - Minute))
            await found.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Problem, (string?)null).SetProperty(m => m.ReadAt, now),
                cancellationToken
            );
        else if (problem is not null && state.Problem != problem)
            await found.ExecuteUpdateAsync(s => s.SetProperty(m => m.Problem, problem), cancellationToken);
    }

    private static async Task AddAsync(SecretariatDb db, MailboxState state, CancellationToken cancellationToken)
    {
        db.MailboxStates.Add(state);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (Database.IsTaken(problem))
        {
            // Another process noted it at the same moment; it comes again.
        }
        finally
        {
            db.Entry(state).State = EntityState.Detached;
        }
    }
}

public sealed class MailboxStateMapping : IEntityTypeConfiguration<MailboxState>
{
    public void Configure(EntityTypeBuilder<MailboxState> builder) => builder.HasIndex(s => s.Mailbox).IsUnique();
}
