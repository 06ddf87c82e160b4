using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>Moves the memberships of an entry that is merged into another, for the days on which that one does not belong.</summary>
public sealed class MoveMemberships(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (kept, gone) = (fact.Moving.KeptId, fact.Moving.GoneId);
        var names = await db
            .Groups.Where(g => g.Members.Any(m => m.PartnerId == gone || m.PartnerId == kept))
            .ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var memberships = new OneADay<GroupMember>
        {
            Heading = Text.Key("Members of groups"),
            AreRivals = (one, other) => one.GroupId == other.GroupId,
            Name = m => Text.Key("Member of the group “{0}”", names[m.GroupId]),
        };
        await fact.Moving.TakeDaysAsync(
            db.GroupMembers.Where(m => m.PartnerId == gone),
            db.GroupMembers.Where(m => m.PartnerId == kept),
            memberships,
            cancellationToken
        );
    }

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<GroupMember>(cancellationToken);
}
