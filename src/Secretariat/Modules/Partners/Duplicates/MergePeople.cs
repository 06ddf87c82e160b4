using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

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
        var own = await db.Mandates.AsNoTracking().Where(m => m.PersonId == kept.Id).ToListAsync(cancellationToken);
        if (PersonMerge.WhyNot(own, mandates) is { } twice)
            throw new InvalidOperationException($"{twice}");
        var accounts = await db.Users.Where(a => a.PersonId == gone.Id).ToListAsync(cancellationToken);
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
        accounts.ForEach(a => a.PersonId = kept.Id);
        db.PersonMerges.Add(merge);
        return merge;
    }

    public async Task UndoAsync(PersonMerge merge, Person kept, Person gone, CancellationToken cancellationToken)
    {
        if (merge.WhyNotUndo(kept) is { } reason)
            throw new InvalidOperationException(reason);
        var mandates = await db.Mandates.Where(m => merge.MandateIds.Contains(m.Id)).ToListAsync(cancellationToken);
        var accounts = await db.Users.Where(a => merge.AccountIds.Contains(a.Id)).ToListAsync(cancellationToken);
        merge.Before.WriteTo(kept);
        gone.MergedIntoId = null;
        mandates.ForEach(m => m.MoveTo(gone));
        accounts.ForEach(a => a.PersonId = gone.Id);
        merge.Undo(time.Now());
    }
}
