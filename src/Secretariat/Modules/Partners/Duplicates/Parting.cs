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
        var moved = merge.Of(typeof(T).Name).ToDictionary(m => m.Id, m => m.Content);
        var ids = moved.Keys.ToList();
        var records = await db.Set<T>().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        if (records.Count != moved.Count || records.Exists(r => !IsAsMoved(r, moved[r.Id])))
            ForbidOverChange();
        else
            records.ForEach(r => putUnder(r, merge.GoneId));
        return records;
    }

    public void ForbidOverChange() =>
        Forbid(
            Text.Key("Something that moved was changed or removed since the merge, so it stays. Correct both entries by hand.")
        );

    private bool IsAsMoved(Entity record, string? content) =>
        db.IsUnder(record, merge.KeptId) && (content is null || content == db.ContentOf(record));
}
