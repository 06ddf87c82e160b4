using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>One entry becomes two again: who moved records of the merge gives back exactly those, or says what forbids it.</summary>
public sealed record PartnersParted(Parting Parting) : IFact;

/// <summary>What goes back to the entry that was merged, and what forbids it.</summary>
public sealed class Parting(SecretariatDb db, PartnerMerge merge)
{
    public PartnerMerge Merge => merge;

    /// <summary>Why it cannot be undone, or null as far as is known yet.</summary>
    public Reason? WhyNot { get; private set; }

    public void Forbid(Reason reason) => WhyNot ??= reason;

    public Task<List<T>> GiveBackAsync<T>(CancellationToken cancellationToken)
        where T : Entity => GiveBackAsync<T>((record, partnerId) => db.PutUnder(record, partnerId), cancellationToken);

    /// <summary>Gives back the records of a sort that moved; not when one of them was changed or removed since.</summary>
    /// <param name="putUnder">Puts a record under an entry.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<List<T>> GiveBackAsync<T>(Action<T, Guid> putUnder, CancellationToken cancellationToken)
        where T : Entity
    {
        var moved = merge.Of(typeof(T).Name).ToDictionary(m => m.Id);
        var ids = moved.Keys.ToList();
        var records = await db.Set<T>().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        var heading = merge.HeadingOf(typeof(T).Name);
        if (records.Count != moved.Count)
            ForbidOverChange(heading);
        else if (records.Select(r => WhyChanged(r, moved[r.Id], heading)).FirstOrDefault(r => r is not null) is { } changed)
            Forbid(changed);
        else
            records.ForEach(r => GiveBack(r, moved[r.Id], putUnder));
        return records.FindAll(r => moved[r.Id].As is MovedAs.Moved);
    }

    private void GiveBack<T>(T record, MovedRecord moved, Action<T, Guid> putUnder)
        where T : Entity
    {
        if (moved.As is MovedAs.Copied)
            db.Remove(record);
        if (moved.As is MovedAs.Moved)
            putUnder(record, merge.GoneId);
        if (moved.Before is { } days)
            db.PutOn(record, days);
    }

    /// <param name="heading">What records of the sort are called.</param>
    public void ForbidOverChange(Reason heading) =>
        Forbid(
            Text.Key(
                "Something that moved was changed or removed since the merge ({0}), so it stays. Correct both entries by hand.",
                heading
            )
        );

    private Reason? WhyChanged(Entity record, MovedRecord moved, Reason heading)
    {
        var name = record is Mandate m ? new Reason("{0} {1}", (Reason)PartnerWords.NameOf(m.Role), m.Person.Name) : heading;
        if (!db.IsUnder(record, merge.KeptId))
            return Text.Key("{0}: it was put under another partner since the merge. Put it back first.", name);
        return moved.Values is { } values && db.ChangedSince(record, values) is { } changed
            ? Text.Key(
                "{0}: it was changed since the merge. {1}. Put this value back first, or correct both entries by hand.",
                name,
                changed
            )
            : null;
    }
}
