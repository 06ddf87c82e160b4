using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Moves mandates, relations, domains, former kinds and listings, routes, endorsements and onboarding steps.</summary>
public sealed class MovePartnerRecords(SecretariatDb db, INameRelations relations)
    : IHandle<PartnersMerged>,
        IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (moving, kept) = (fact.Moving, await KeptAsync(fact.Moving, cancellationToken));
        var gone = moving.GoneId;
        var other = await db.Partners.SingleAsync(p => p.Id == gone, cancellationToken);
        await TakeDaysAsync(moving, kept.Titles, cancellationToken);
        var theirs = db.PartnerRelations.Where(r => r.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Relations to the Alliance"), theirs, kept.WhyStays, cancellationToken);
        var domains = db.PartnerDomains.Where(d => d.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Domains it writes from"), domains, kept.WhyStays, cancellationToken);
        var kinds = db.KindsBefore.Where(k => k.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Kinds before"), kinds, k => kept.WhyStays(k, other.KindCode), cancellationToken);
        var listings = db.ListingsBefore.Where(l => l.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Listings before"), listings, l => kept.WhyStays(l, other.IsListed), cancellationToken);
        var steps = db.OnboardingTaken.Where(s => s.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Onboarding steps"), steps, kept.WhyStays, cancellationToken);
    }

    public async Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken)
    {
        // A mandate is named by its person.
        var mandates = fact.Parting.Merge.Of(nameof(Mandate)).Select(m => m.Id).ToList();
        await db
            .Persons.Where(p => db.Mandates.Any(m => m.PersonId == p.Id && mandates.Contains(m.Id)))
            .LoadAsync(cancellationToken);
        await fact.Parting.GiveBackAsync<Mandate>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerRelation>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerDomain>(cancellationToken);
        await fact.Parting.GiveBackAsync<KindBefore>(cancellationToken);
        await fact.Parting.GiveBackAsync<ListingBefore>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerRoute>(cancellationToken);
        await fact.Parting.GiveBackAsync<Endorsement>(cancellationToken);
        await fact.Parting.GiveBackAsync<OnboardingTaken>(cancellationToken);
    }

    private async Task TakeDaysAsync(Moving moving, Titles titles, CancellationToken cancellationToken)
    {
        var (kept, gone) = (moving.KeptId, moving.GoneId);
        var mandates = db.Mandates.Include(m => m.Person);
        await moving.TakeDaysAsync(
            mandates.Where(m => m.PartnerId == gone),
            mandates.Where(m => m.PartnerId == kept),
            DatedRecords.Mandates,
            cancellationToken
        );
        await moving.TakeDaysAsync(
            db.PartnerRoutes.Where(r => r.PartnerId == gone),
            db.PartnerRoutes.Where(r => r.PartnerId == kept),
            DatedRecords.Routes(titles),
            cancellationToken
        );
        await moving.TakeDaysAsync(
            db.Endorsements.Where(e => e.PartnerId == gone),
            db.Endorsements.Where(e => e.PartnerId == kept),
            DatedRecords.Endorsements(titles),
            cancellationToken
        );
    }

    private async Task<KeptRecords> KeptAsync(Moving moving, CancellationToken cancellationToken)
    {
        var id = moving.KeptId;
        return new()
        {
            Kept = await db
                .Partners.AsNoTracking()
                .Include(p => p.Relations)
                .Include(p => p.Domains)
                .Include(p => p.KindsBefore)
                .Include(p => p.ListingsBefore)
                .AsSplitQuery()
                .SingleAsync(p => p.Id == id, cancellationToken),
            Steps = await db.OnboardingTaken.AsNoTracking().Where(s => s.PartnerId == id).ToListAsync(cancellationToken),
            Titles = await TitlesAsync(moving, cancellationToken),
        };
    }

    private async Task<Titles> TitlesAsync(Moving moving, CancellationToken cancellationToken)
    {
        var related = await db
            .PartnerRelations.Where(r => r.PartnerId == moving.GoneId && r.Of != null)
            .Select(r => r.Of!)
            .Distinct()
            .ToListAsync(cancellationToken);
        var known = new Dictionary<string, LocalizedText>(
            await relations.TitlesAsync(related, cancellationToken),
            StringComparer.Ordinal
        );
        foreach (var instrument in await db.Instruments.AsNoTracking().ToListAsync(cancellationToken))
            known.TryAdd(instrument.Code, instrument.Title);
        foreach (var route in await db.Routes.AsNoTracking().ToListAsync(cancellationToken))
            known.TryAdd(route.Code, route.Name);
        foreach (var kind in await db.PartnerKinds.AsNoTracking().ToListAsync(cancellationToken))
            known.TryAdd(kind.Code, kind.Name);
        foreach (var step in await db.OnboardingSteps.AsNoTracking().ToListAsync(cancellationToken))
            known.TryAdd(step.Code, step.Name);
        return new(known);
    }
}
