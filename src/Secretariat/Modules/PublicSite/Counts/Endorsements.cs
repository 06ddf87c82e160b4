using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

/// <summary>Who endorsed one text.</summary>
public sealed class Endorsements(Instrument instrument) : ICount
{
    public string Title(Text t) => t.Of("Endorsements: {0}", instrument.Title.In(t.Language.Code));

    public string Definition(Text t) =>
        t.Of("Partners whose endorsement of this text is on record with its date and its source.");

    public string WhyNone(Text t) => t.Of("No source read so far names an endorser.");

    public async Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var day = asOf.Day;
        var endorsers = db.ListedPartners(asOf)
            .Where(p => p.Relations.Any(r => r.Kind == RelationKind.Endorsed && r.Of == instrument.Code && r.On <= day));
        return await db
            .PartnerKinds.OrderBy(k => k.Order)
            .Select(k => new Counted(k.Code, k.Heading, endorsers.Count(p => p.KindCode == k.Code)))
            .ToListAsync(cancellationToken);
    }

    public bool IsBeside(QuotedCount quoted) => quoted.Scope == instrument.Code;
}
