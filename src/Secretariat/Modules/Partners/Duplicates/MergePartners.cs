using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Makes one entry of two partners, and two of one again; the caller saves.</summary>
public sealed class MergePartners(SecretariatDb db, Unit unit, AccountTrail trail, TimeProvider time)
{
    public static readonly string Merging = Text.Key("Merge two entries of a partner");
    public static readonly string Undoing = Text.Key("Undo a merge of two entries");

    /// <summary>What a merge would do: it is done in memory, by the same code, and forgotten.</summary>
    public async Task<Moving> PreviewAsync(Guid keptId, Guid goneId, CancellationToken cancellationToken)
    {
        var kept = await db.Partners.SingleAsync(p => p.Id == keptId, cancellationToken);
        var gone = await db.Partners.SingleAsync(p => p.Id == goneId, cancellationToken);
        var moving = await MoveAsync(kept, gone, null, cancellationToken);
        db.ChangeTracker.Clear();
        return moving;
    }

    public async Task MergeAsync(Partner kept, Partner gone, string why, CancellationToken cancellationToken)
    {
        var moving = await MoveAsync(kept, gone, why, cancellationToken);
        if (moving.Forbidding is [var forbidding, ..])
            throw new InvalidOperationException(forbidding.ToString());
        db.Touch(kept);
    }

    /// <returns>Why not, or null when it is done; where not, nothing may be saved.</returns>
    public async Task<Reason?> UndoAsync(
        PartnerMerge merge,
        Partner kept,
        Partner gone,
        string why,
        CancellationToken cancellationToken
    )
    {
        var others = await db.PartnerMerges.Where(m => m.KeptId == kept.Id && m.UndoneAt == null).ToListAsync(cancellationToken);
        if (merge.WhyNotUndo(kept, others) is { } reason)
            return reason;
        var parting = new Parting(db, merge);
        merge.BeginUndo(parting);
        await unit.DispatchAsync(db, cancellationToken);
        await GiveAccountsBackAsync(parting, why, cancellationToken);
        if (parting.WhyNot is { } forbidding)
            return forbidding;
        merge.Before.WriteTo(kept);
        gone.StandForItself();
        merge.Undo(time.Now());
        db.Touch(kept);
        return null;
    }

    private async Task<Moving> MoveAsync(Partner kept, Partner gone, string? why, CancellationToken cancellationToken)
    {
        var (before, moving) = (PartnerNames.Of(kept), new Moving(db, kept, gone));
        if (PartnerMerge.WhyNot(kept, gone) is { } reason)
        {
            moving.Forbid(reason);
            return moving;
        }

        var merge = new PartnerMerge
        {
            KeptId = kept.Id,
            GoneId = gone.Id,
            Before = before,
            After = before.And(PartnerNames.Of(gone)),
            At = time.Now(),
        };
        db.PartnerMerges.Add(merge);
        merge.Begin(moving);
        await unit.DispatchAsync(db, cancellationToken);
        await MoveAccountsAsync(moving, why, cancellationToken);
        merge.After.WriteTo(kept);
        gone.MergeInto(kept);
        merge.Remember(moving.Moved);
        return moving;
    }

    private async Task MoveAccountsAsync(Moving moving, string? why, CancellationToken cancellationToken)
    {
        var accounts = await db.Users.Where(a => a.PartnerId == moving.GoneId).ToListAsync(cancellationToken);
        accounts.ForEach(a => PutUnder(a, moving.KeptId, Merging, why));
        moving.Took(Text.Key("Accounts"), nameof(Account), [.. accounts.Select(a => new MovedRecord(a.Id, null))]);
    }

    private async Task GiveAccountsBackAsync(Parting parting, string why, CancellationToken cancellationToken)
    {
        var ids = parting.Merge.Of(nameof(Account)).Select(m => m.Id).ToList();
        var accounts = await db.Users.Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
        if (accounts.Count != ids.Count || accounts.Exists(a => a.PartnerId != parting.Merge.KeptId))
            parting.ForbidOverChange(Text.Key("Accounts"));
        else
            accounts.ForEach(a => PutUnder(a, parting.Merge.GoneId, Undoing, why));
    }

    /// <summary>Who is signed in signs in again, and then speaks for the other entry.</summary>
    private void PutUnder(Account account, Guid partnerId, string process, string? why)
    {
        (account.PartnerId, account.SecurityStamp) = (partnerId, Guid.CreateVersion7().ToString("N"));
        trail.Write(account, process, why);
    }
}
