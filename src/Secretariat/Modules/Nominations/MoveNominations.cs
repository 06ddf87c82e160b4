using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
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
        var strands = await db.Strands.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Name, cancellationToken);
        // The later word holds.
        var answers = new OneADay<Interest>
        {
            Heading = Text.Key("Interests"),
            AreRivals = (one, other) => one.StrandCode == other.StrandCode,
            Prevails = (theirs, own) => theirs.Stance != own.Stance && theirs.From > own.From,
            Name = i => Text.Key("Answer “{0}” on the strand “{1}”", (Reason)i.Stance.Name(), strands[i.StrandCode]),
        };
        await fact.Moving.TakeDaysAsync(
            db.Interests.Where(i => i.PartnerId == gone),
            db.Interests.Where(i => i.PartnerId == kept),
            answers,
            cancellationToken
        );
    }

    public async Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken)
    {
        var nominations = await fact.Parting.GiveBackAsync<Nomination>(cancellationToken);
        await fact.Parting.GiveBackAsync<Interest>(cancellationToken);
        var mandates = fact.Parting.Merge.Of(nameof(Mandate)).Select(m => m.Id).ToList();
        var moved = nominations.ConvertAll(n => n.Id);
        if (await db.Nominations.AnyAsync(n => mandates.Contains(n.MandateId) && !moved.Contains(n.Id), cancellationToken))
            fact.Parting.ForbidOverChange(Text.Key("Nominations"));
    }
}
