using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Moves mandates, relations, domains, former kinds, routes, endorsements and onboarding steps.</summary>
public sealed class MovePartnerRecords(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (moving, kept) = (fact.Moving, await KeptAsync(fact.Moving.KeptId, cancellationToken));
        var gone = moving.GoneId;
        var mandates = db.Mandates.Include(m => m.Person).Where(m => m.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Mandates"), mandates, kept.WhyStays, cancellationToken);
        var relations = db.PartnerRelations.Where(r => r.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Relations to the Alliance"), relations, kept.WhyStays, cancellationToken);
        var domains = db.PartnerDomains.Where(d => d.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Domains it writes from"), domains, kept.WhyStays, cancellationToken);
        var kinds = db.KindsBefore.Where(k => k.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Kinds before"), kinds, kept.WhyStays, cancellationToken);
        var routes = db.PartnerRoutes.Where(r => r.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Routes"), routes, kept.WhyStays, cancellationToken);
        var endorsements = db.Endorsements.Where(e => e.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Endorsements"), endorsements, kept.WhyStays, cancellationToken);
        var steps = db.OnboardingTaken.Where(s => s.PartnerId == gone);
        await moving.TakeAsync(Text.Key("Onboarding steps"), steps, kept.WhyStays, cancellationToken);
    }

    public async Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken)
    {
        await fact.Parting.GiveBackAsync<Mandate>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerRelation>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerDomain>(cancellationToken);
        await fact.Parting.GiveBackAsync<KindBefore>(cancellationToken);
        await fact.Parting.GiveBackAsync<PartnerRoute>(cancellationToken);
        await fact.Parting.GiveBackAsync<Endorsement>(cancellationToken);
        await fact.Parting.GiveBackAsync<OnboardingTaken>(cancellationToken);
    }

    private async Task<KeptRecords> KeptAsync(Guid id, CancellationToken cancellationToken) =>
        new()
        {
            Principals = await db
                .Mandates.AsNoTracking()
                .Where(m => m.PartnerId == id && m.Role == MandateRole.Principal)
                .ToListAsync(cancellationToken),
            Relations = await db.PartnerRelations.AsNoTracking().Where(r => r.PartnerId == id).ToListAsync(cancellationToken),
            Domains = await db.PartnerDomains.AsNoTracking().Where(d => d.PartnerId == id).ToListAsync(cancellationToken),
            HasKindsBefore = await db.KindsBefore.AnyAsync(k => k.PartnerId == id, cancellationToken),
            Routes = await db.PartnerRoutes.AsNoTracking().Where(r => r.PartnerId == id).ToListAsync(cancellationToken),
            Endorsements = await db.Endorsements.AsNoTracking().Where(e => e.PartnerId == id).ToListAsync(cancellationToken),
            Steps = await db.OnboardingTaken.AsNoTracking().Where(s => s.PartnerId == id).ToListAsync(cancellationToken),
        };
}
