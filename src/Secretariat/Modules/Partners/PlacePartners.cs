using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Keeps where a partner stands in the lists, and by which words it is found, whenever its name or kind changes; and takes up those
/// that have no place yet, as after the interface has learnt a language.
/// </summary>
public sealed class PlacePartners(SecretariatDb db, Catalogue catalogue) : IHandle<PartnerNamed>, IWork
{
    private const int Batch = 500;
    private readonly Dictionary<string, PartnerKind> kinds = new(StringComparer.Ordinal);

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task HandleAsync(PartnerNamed fact, CancellationToken cancellationToken)
    {
        var partner = fact.Partner;
        var entry = db.Entry(partner);
        if (entry.State is not EntityState.Added)
            await entry.Collection(p => p.Places).LoadAsync(cancellationToken);
        if (partner.MergedIntoId is null)
            await PlaceAsync(partner, cancellationToken);
        else
            await ForgetAsync(partner, cancellationToken);
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

    /// <summary>It was merged into another entry, under which it is found.</summary>
    private async Task ForgetAsync(Partner partner, CancellationToken cancellationToken)
    {
        db.PartnerPlaces.RemoveRange([.. partner.Places]);
        db.SearchTexts.RemoveRange(await db.SearchTexts.Where(s => s.RecordId == partner.Id).ToListAsync(cancellationToken));
    }

    private Task<List<Partner>> UnplacedAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var all = catalogue.Languages.Count;
        return db
            .Partners.Include(p => p.Places)
            .Where(p => p.MergedIntoId == null && p.Places.Count < all)
            .OrderBy(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
    }

    private async Task PlaceAsync(Partner partner, CancellationToken cancellationToken)
    {
        var kind = await KindAsync(partner.KindCode, cancellationToken);
        await FindByWordsAsync(partner, cancellationToken);
        foreach (var language in catalogue.Languages.Select(l => l.Code))
        {
            var sort = PartnerPlace.SortOf(partner, kind, language);
            if (partner.Places.Find(p => p.Language == language) is { } place)
                place.Sort = sort;
            else
                db.PartnerPlaces.Add(
                    new PartnerPlace
                    {
                        PartnerId = partner.Id,
                        Language = language,
                        Sort = sort,
                    }
                );
        }
    }

    private async Task FindByWordsAsync(Partner partner, CancellationToken cancellationToken)
    {
        var isNew = db.Entry(partner).State is EntityState.Added;
        if (isNew && partner.Places.Count > 0)
            return;
        if (!isNew && await db.SearchTexts.SingleOrDefaultAsync(s => s.RecordId == partner.Id, cancellationToken) is { } former)
            db.SearchTexts.Remove(former);
        db.SearchTexts.Add(SearchText.Of(partner.Id, [partner.Code, partner.OwnName, .. NamesOf(partner)]));
    }

    private static IEnumerable<string> NamesOf(Partner partner) =>
        new[] { partner.Name, partner.OfficialName, partner.ShortName }
            .OfType<LocalizedText>()
            .SelectMany(name => name.Languages.Select(name.In))
            .Distinct(StringComparer.Ordinal);

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
