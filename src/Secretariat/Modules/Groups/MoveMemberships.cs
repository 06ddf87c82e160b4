using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>Moves the memberships of an entry that is merged into another.</summary>
public sealed class MoveMemberships(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var (kept, gone) = (fact.Moving.KeptId, fact.Moving.GoneId);
        var own = await db.GroupMembers.AsNoTracking().Where(m => m.PartnerId == kept).ToListAsync(cancellationToken);
        var names = await db
            .Groups.Where(g => g.Members.Any(m => m.PartnerId == gone))
            .ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var theirs = db.GroupMembers.Where(m => m.PartnerId == gone);
        await fact.Moving.TakeAsync(Text.Key("Members of groups"), theirs, m => WhyStays(m, own, names), cancellationToken);
    }

    public Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken) =>
        fact.Parting.GiveBackAsync<GroupMember>(cancellationToken);

    private static Reason? WhyStays(GroupMember member, List<GroupMember> own, Dictionary<Guid, string> names) =>
        own.Exists(m => m.GroupId == member.GroupId && m.MeetsOn(member))
            ? Text.Key(
                "Member of the group “{0}”, since {1}: the kept entry belongs to it on some of these days.",
                names[member.GroupId],
                member.From
            )
            : null;
}
