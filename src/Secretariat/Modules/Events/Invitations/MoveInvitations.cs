using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Moves the invitations of an entry that is merged into another, but for those to which that one is invited itself.</summary>
public sealed class MoveInvitations(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (kept, gone) = (fact.Moving.KeptId, fact.Moving.GoneId);
        var own = await db
            .Invitations.Where(i => i.PartnerId == kept && i.WithdrawnAt == null)
            .Select(i => i.EventId)
            .ToHashSetAsync(cancellationToken);
        var titles = await db
            .Events.Where(e => db.Invitations.Any(i => i.EventId == e.Id && i.PartnerId == gone))
            .ToDictionaryAsync(e => e.Id, e => e.Title, cancellationToken);
        await fact.Moving.TakeAsync(
            Text.Key("Invitations"),
            db.Invitations.Where(i => i.PartnerId == gone),
            i =>
                !i.IsWithdrawn && own.Contains(i.EventId)
                    ? Text.Key("Invitation to “{0}”: the kept entry has one of its own.", titles[i.EventId])
                    : null,
            cancellationToken
        );
    }

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<Invitation>(cancellationToken);
}
