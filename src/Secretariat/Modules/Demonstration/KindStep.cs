using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register;

namespace Secretariat.Modules.Demonstration;

/// <summary>A partner is of another kind from a day on.</summary>
internal sealed record KindStep(string Partner, string Kind, DateOnly From, string Reason) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var partner = await scene.Db.Partners.Include(p => p.KindsBefore).SingleAsync(p => p.Code == Partner, cancellationToken);
        partner.Become(Kind, From);
        scene.Db.Add(partner.KindsBefore[^1]);
        scene.Db.Touch(partner);
        await scene.Db.SaveAsync(EditPartnerModel.ChangingKind, Reason, cancellationToken);
    }
}
