using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Moves the delegations of an entry that is merged into another, each with its invitation.</summary>
public sealed class MoveDelegations(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (kept, gone) = (fact.Moving.KeptId, fact.Moving.GoneId);
        // What stays behind is what the invitations leave there.
        var own = await db
            .Invitations.Where(i => i.PartnerId == kept && i.WithdrawnAt == null)
            .Select(i => i.EventId)
            .ToHashSetAsync(cancellationToken);
        var titles = await db
            .Events.Where(e => db.Delegations.Any(d => d.EventId == e.Id && d.PartnerId == gone))
            .ToDictionaryAsync(e => e.Id, e => e.Title, cancellationToken);
        await fact.Moving.TakeAsync(
            Text.Key("Delegations"),
            db.Delegations.Where(d => d.PartnerId == gone),
            d =>
                own.Contains(d.EventId)
                    ? Text.Key("Delegation to “{0}”: the kept entry has an invitation of its own.", titles[d.EventId])
                    : null,
            cancellationToken
        );
    }

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<Delegation>(cancellationToken);
}
