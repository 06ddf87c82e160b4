using Secretariat.Modules.Events;
using Secretariat.Modules.Figures;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

public sealed class PartnersListed : ICount
{
    public string Title(Text t) => t.Of("Partners listed");

    public string Definition(Text t) =>
        t.Of(
            "Bodies that convened or took part in an event of the Alliance, endorsed one of its texts, or are Member States of the European Union."
        );

    public string WhyNone(Text t) => t.Of("No source names a partner by this day.");

    public Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken) =>
        db.ByKindAsync(db.ListedPartners(asOf), asOf, cancellationToken);

    public bool IsBeside(QuotedCount quoted) => quoted.Definition == "commitment-expressed";
}
