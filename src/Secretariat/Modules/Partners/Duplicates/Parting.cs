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
    public string? WhyNot { get; private set; }

    public void Forbid(string reason) => WhyNot ??= reason;

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
        if (records.Count != moved.Count || records.Exists(r => !IsAsMoved(r, moved[r.Id].Values)))
            ForbidOverChange();
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

    public void ForbidOverChange() =>
        Forbid(
            Text.Key("Something that moved was changed or removed since the merge, so it stays. Correct both entries by hand.")
        );

    private bool IsAsMoved(Entity record, IReadOnlyDictionary<string, string?>? values) =>
        db.IsUnder(record, merge.KeptId) && (values is null || db.Says(record, values));
}
