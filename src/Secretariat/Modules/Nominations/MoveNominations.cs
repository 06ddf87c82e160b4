using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>Moves the nominations and interests of an entry that is merged into another.</summary>
public sealed class MoveNominations(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (kept, gone) = (fact.Moving.KeptId, fact.Moving.GoneId);
        var nominations = db.Nominations.Where(n => n.PartnerId == gone);
        await fact.Moving.TakeAllAsync(Text.Key("Nominations"), nominations, cancellationToken);
        var own = await db.Interests.AsNoTracking().Where(i => i.PartnerId == kept).ToListAsync(cancellationToken);
        var interests = db.Interests.Where(i => i.PartnerId == gone);
        await fact.Moving.TakeAsync(Text.Key("Interests"), interests, i => WhyStays(i, own), cancellationToken);
    }

    public async Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken)
    {
        await fact.Parting.GiveBackAsync<Nomination>(cancellationToken);
        await fact.Parting.GiveBackAsync<Interest>(cancellationToken);
    }

    private static Reason? WhyStays(Interest said, List<Interest> own) =>
        own.Exists(i => i.StrandCode == said.StrandCode && i.MeetsOn(said))
            ? Text.Key(
                "Answer on the strand “{0}”, since {1}: the kept entry has one on some of these days.",
                said.StrandCode,
                said.From
            )
            : null;
}
