using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Makes one entry of two, and two of one again; the caller saves.</summary>
public sealed class MergePeople(SecretariatDb db, TimeProvider time)
{
    /// <param name="words">What the kept entry says from now on.</param>
    public async Task<PersonMerge> MergeAsync(Person kept, Person gone, PersonWords words, CancellationToken cancellationToken)
    {
        if (PersonMerge.WhyNot(kept, gone) is { } reason)
            throw new InvalidOperationException(reason);
        var mandates = await db.Mandates.Where(m => m.PersonId == gone.Id).ToListAsync(cancellationToken);
        var own = await db.Mandates.Where(m => m.PersonId == kept.Id).ToListAsync(cancellationToken);
        var plan = JoinMandates.Of(own, mandates);
        if (plan.WhyNot is { } twice)
            throw new InvalidOperationException($"{twice}");
        var tied = await db.TieAccountsAsync([(kept, words.Email), (gone, words.Email)], cancellationToken);
        var accounts = await db.Users.Where(a => a.PersonId == gone.Id).ToListAsync(cancellationToken);
        accounts.AddRange(tied.Where(a => a.PersonId == gone.Id));
        var merge = new PersonMerge
        {
            KeptId = kept.Id,
            GoneId = gone.Id,
            Before = PersonWords.Of(kept),
            After = words,
            MandateIds = [.. mandates.Select(m => m.Id)],
            AccountIds = [.. accounts.Select(a => a.Id)],
            At = time.Now(),
        };
        words.WriteTo(kept);
        gone.MergedIntoId = kept.Id;
        mandates.ForEach(m => m.MoveTo(kept));
        if (plan.Joined.Count > 0)
            merge.Join([.. plan.Joined.SelectMany(j => j.Join())]);
        accounts.ForEach(a => a.PersonId = kept.Id);
        db.PersonMerges.Add(merge);
        return merge;
    }

    /// <summary>Why it cannot be undone, or null when it can.</summary>
    public async Task<Reason?> WhyNotUndoAsync(PersonMerge merge, Person kept, CancellationToken cancellationToken)
    {
        var others = await db
            .PersonMerges.AsNoTracking()
            .Where(m => m.KeptId == kept.Id && m.Id != merge.Id && m.UndoneAt == null)
            .ToListAsync(cancellationToken);
        return merge.WhyNotUndo(kept, await JoinedAsync(merge, cancellationToken), others);
    }

    public async Task UndoAsync(PersonMerge merge, Person kept, Person gone, CancellationToken cancellationToken)
    {
        if (await WhyNotUndoAsync(merge, kept, cancellationToken) is { } reason)
            throw new InvalidOperationException($"{reason}");
        var mandates = await db.Mandates.Where(m => merge.MandateIds.Contains(m.Id)).ToListAsync(cancellationToken);
        var accounts = await db.Users.Where(a => merge.AccountIds.Contains(a.Id)).ToListAsync(cancellationToken);
        var joined = await JoinedAsync(merge, cancellationToken);
        merge.Before.WriteTo(kept);
        joined.ForEach(m => merge.Joined!.Single(j => j.Id == m.Id).Before.WriteTo(m));
        gone.MergedIntoId = null;
        mandates.ForEach(m => m.MoveTo(gone));
        accounts.ForEach(a => a.PersonId = gone.Id);
        merge.Undo(time.Now());
    }

    private Task<List<Mandate>> JoinedAsync(PersonMerge merge, CancellationToken cancellationToken)
    {
        var ids = merge.Joined?.Select(j => j.Id).ToList() ?? [];
        return db.Mandates.Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
    }
}
