using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Keeps where a partner stands in the lists, and by which words it is found, whenever its name or kind changes; and takes up those
/// that have no place yet, as after the interface has learnt a language, and those whose words were kept with letters that are not plain.
/// </summary>
public sealed class PlacePartners(SecretariatDb db, Catalogue catalogue) : IHandle<PartnerNamed>, IWork
{
    private const int Batch = 500;
    private readonly Dictionary<string, PartnerKind> kinds = new(StringComparer.Ordinal);

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task HandleAsync(PartnerNamed fact, CancellationToken cancellationToken)
    {
        var (partner, entry) = (fact.Partner, db.Entry(fact.Partner));
        await LoadAsync(entry, cancellationToken);
        if (partner.MergedIntoId is null)
            await PlaceAsync(partner, cancellationToken);
        else
            await ForgetAsync(partner, cancellationToken);
        // The entry into which it was merged takes its words and its days, and gives them back once they come apart.
        var into = partner.MergedIntoId ?? entry.Property(p => p.MergedIntoId).OriginalValue;
        while (into is { } id)
        {
            var kept = await db.Partners.SingleAsync(p => p.Id == id, cancellationToken);
            await LoadAsync(db.Entry(kept), cancellationToken);
            into = kept.MergedIntoId;
            if (into is null)
                await PlaceAsync(kept, cancellationToken);
        }
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var placed = 0;
        while (await UnplacedAsync(cancellationToken) is { Count: > 0 } partners)
        {
            foreach (var partner in partners)
                await PlaceAsync(partner, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            placed += partners.Count;
        }

        return placed;
    }

    private static async Task LoadAsync(EntityEntry<Partner> entry, CancellationToken cancellationToken)
    {
        if (entry.State is EntityState.Added)
            return;
        await entry.Collection(p => p.Places).LoadAsync(cancellationToken);
        await entry.Collection(p => p.KindsBefore).LoadAsync(cancellationToken);
    }

    /// <summary>It was merged into another entry, under which it is found.</summary>
    private async Task ForgetAsync(Partner partner, CancellationToken cancellationToken)
    {
        db.PartnerPlaces.RemoveRange([.. partner.Places]);
        db.SearchTexts.RemoveRange(await db.SearchTexts.Where(s => s.RecordId == partner.Id).ToListAsync(cancellationToken));
    }

    private Task<List<Partner>> UnplacedAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var (all, old) = (catalogue.Languages.Count, Fold.LettersNotPlain);
        return db
            .Partners.Include(p => p.Places)
            .Include(p => p.KindsBefore)
            .AsSplitQuery()
            .Where(p =>
                p.MergedIntoId == null
                && (
                    p.Places.Count < all * (1 + p.KindsBefore.Count)
                    || db.SearchTexts.Any(s => s.RecordId == p.Id && old.Any(letter => s.Words.Contains(letter)))
                )
            )
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task PlaceAsync(Partner partner, CancellationToken cancellationToken)
    {
        await FindByWordsAsync(partner, cancellationToken);
        var places = await PlacesOfAsync(partner, cancellationToken);
        db.PartnerPlaces.RemoveRange([.. partner.Places.Where(p => !places.Exists(n => IsSame(p, n)))]);
        foreach (var place in places)
        {
            if (partner.Places.Find(p => IsSame(p, place)) is { } kept)
                (kept.Sort, kept.Until) = (place.Sort, place.Until);
            else
                db.PartnerPlaces.Add(place);
        }

        static bool IsSame(PartnerPlace one, PartnerPlace other) => (one.Language, one.From) == (other.Language, other.From);
    }

    /// <summary>In each language one for every kind of which it has been.</summary>
    private async Task<List<PartnerPlace>> PlacesOfAsync(Partner partner, CancellationToken cancellationToken)
    {
        List<PartnerPlace> places = [];
        var from = DateOnly.MinValue;
        foreach (
            var (code, until) in partner
                .KindsBefore.OrderBy(k => k.Until)
                .Select(k => (k.KindCode, k.Until))
                .Append((partner.KindCode, DateOnly.MaxValue))
        )
        {
            var kind = await KindAsync(code, cancellationToken);
            foreach (var language in catalogue.Languages.Select(l => l.Code))
                places.Add(
                    new PartnerPlace
                    {
                        PartnerId = partner.Id,
                        Language = language,
                        Sort = PartnerPlace.SortOf(partner, kind, language),
                        From = from,
                        Until = until,
                    }
                );
            from = until;
        }

        return places;
    }

    private async Task FindByWordsAsync(Partner partner, CancellationToken cancellationToken)
    {
        var isNew = db.Entry(partner).State is EntityState.Added;
        if (isNew && partner.Places.Count > 0)
            return;
        var entries = isNew ? [partner] : await EntriesOfAsync(partner, cancellationToken);
        if (!isNew)
        {
            await db.SearchTexts.Where(s => s.RecordId == partner.Id).LoadAsync(cancellationToken);
            // Looking among what is tracked compares all of it, which a list of thousands cannot do for each of its rows.
            db.SearchTexts.RemoveRange([.. db.SearchTexts.Local.Where(s => s.RecordId == partner.Id)]);
        }

        db.SearchTexts.Add(
            SearchText.Of(
                partner.Id,
                entries.SelectMany(WordsOf).OfType<string>().Select(Fold.Plain).Distinct(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>The partner with all that was merged into it, as it will be once this is saved.</summary>
    private async Task<List<Partner>> EntriesOfAsync(Partner kept, CancellationToken cancellationToken)
    {
        List<Partner> entries = [kept];
        for (var i = 0; i < entries.Count; i++)
        {
            var id = entries[i].Id;
            await db.Partners.Where(p => p.MergedIntoId == id).LoadAsync(cancellationToken);
            entries.AddRange(db.Partners.Local.Where(p => p.MergedIntoId == id));
        }

        return entries;
    }

    private static IEnumerable<string?> WordsOf(Partner partner) =>
        [
            partner.Code,
            partner.OwnName,
            .. new[] { partner.Name, partner.OfficialName, partner.ShortName }
                .OfType<LocalizedText>()
                .SelectMany(name => name.Languages.Select(name.In)),
        ];

    /// <summary>In the first load the kinds are as new as the partners.</summary>
    private async Task<PartnerKind> KindAsync(string code, CancellationToken cancellationToken)
    {
        if (!kinds.TryGetValue(code, out var kind))
            kinds[code] = kind =
                db.PartnerKinds.Local.FirstOrDefault(k => k.Code == code)
                ?? await db.PartnerKinds.AsNoTracking().SingleAsync(k => k.Code == code, cancellationToken);
        return kind;
    }
}
