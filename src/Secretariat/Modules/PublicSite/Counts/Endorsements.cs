using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events;
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
        t.Of(
            "Listed partners whose endorsement of this text is on record with its date and its evidence, and has not been withdrawn."
        );

    public string WhyNone(Text t) => t.Of("No source read so far names an endorser.");

    public Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var endorsed = db.Endorsed(asOf).Where(e => e.InstrumentCode == instrument.Code);
        var partners = db.ListedAt(asOf).Where(p => endorsed.Any(e => e.PartnerId == p.Id));
        return db.ByKindAsync(partners, asOf, cancellationToken);
    }

    public bool IsBeside(QuotedCount quoted) => quoted.Scope == instrument.Code;
}
