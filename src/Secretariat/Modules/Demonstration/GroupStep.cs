using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

/// <summary>A group by its rule, or of the partners that are named.</summary>
internal sealed record GroupStep(string Name, GroupRule? Rule, List<string>? Partners) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var group = Rule is null ? PartnerGroup.ByHand(Name) : PartnerGroup.ByRule(Name, Rule);
        var named = Partners ?? [];
        var members = await scene.Db.Partners.Where(p => named.Contains(p.Code)).Select(p => p.Id).ToListAsync(cancellationToken);
        members.ForEach(id => group.Add(id, On));
        scene.Db.Groups.Add(group);
        await scene.Db.SaveAsync(Text.Key("Make a group"), cancellationToken: cancellationToken);
    }
}
