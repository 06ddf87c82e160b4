using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Partners;

/// <summary>Which entries are one partner: an entry into which others were merged may have been merged into a further one.</summary>
public sealed class MergedEntries
{
    private readonly Dictionary<Guid, Guid> into;

    private MergedEntries(Dictionary<Guid, Guid> into) => this.into = into;

    public static async Task<MergedEntries> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db
                .Partners.Where(p => p.MergedIntoId != null)
                .ToDictionaryAsync(p => p.Id, p => p.MergedIntoId!.Value, cancellationToken)
        );

    /// <summary>The entry that stands for the partner: this one, or the one into which it was merged in the end.</summary>
    public Guid KeptOf(Guid entry) => into.TryGetValue(entry, out var next) ? KeptOf(next) : entry;

    /// <summary>All entries of the partner of which this is one.</summary>
    public IReadOnlyList<Guid> EntriesOf(Guid entry)
    {
        var kept = KeptOf(entry);
        return [kept, .. into.Keys.Where(e => KeptOf(e) == kept)];
    }
}

public static class MergedEntryQueries
{
    /// <summary>The code of the entry into which the one of that code was merged, or null where it stands for itself.</summary>
    public static Task<string?> KeptCodeAsync(this SecretariatDb db, string code, CancellationToken cancellationToken) =>
        (
            from gone in db.Partners
            where gone.Code == code
            join kept in db.Partners on gone.MergedIntoId equals kept.Id
            select kept.Code
        ).SingleOrDefaultAsync(cancellationToken);

    /// <summary>A person's entry, and those that were merged into it, one after the other.</summary>
    public static async Task<IReadOnlyList<Guid>> EntriesOfPersonAsync(
        this SecretariatDb db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var into = await db
            .Persons.Where(p => p.MergedIntoId != null)
            .Select(p => new { p.Id, Kept = p.MergedIntoId!.Value })
            .ToListAsync(cancellationToken);
        List<Guid> entries = [id];
        for (var i = 0; i < entries.Count; i++)
            entries.AddRange(into.Where(p => p.Kept == entries[i]).Select(p => p.Id));
        return entries;
    }

    /// <summary>
    /// Takes a turn on the partner for which something is entered: of two who do so, or who merge it, at the same moment the second one hears it.
    /// </summary>
    /// <returns>Null where it was merged already.</returns>
    public static async Task<Partner?> TryTakeTurnAsync(this SecretariatDb db, Guid? id, CancellationToken cancellationToken)
    {
        var partner = await db.CurrentPartners.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (partner is not null)
            db.Touch(partner);
        return partner;
    }

    /// <summary>The same for several at once.</summary>
    public static async Task TakeTurnsAsync(
        this SecretariatDb db,
        IQueryable<Partner> partners,
        CancellationToken cancellationToken
    )
    {
        foreach (var partner in await partners.ToListAsync(cancellationToken))
            db.Touch(partner);
    }

    /// <summary>The same, where somebody was faster if it was merged already.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was merged already.</exception>
    public static async Task TakeTurnAsync(this SecretariatDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.TryTakeTurnAsync(id, cancellationToken) is null)
            throw new DbUpdateConcurrencyException("The partner’s entry was merged into another one.");
    }
}
