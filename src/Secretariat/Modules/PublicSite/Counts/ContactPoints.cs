using Secretariat.Modules.Events;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

public sealed class ContactPoints : ICount
{
    public string Title(Text t) => t.Of("Partners with a confirmed contact point");

    public string Definition(Text t) =>
        t.Of(
            "Listed partners for whom the mandate of a contact point, confirmed or entered by the secretariat, runs on this day."
        );

    public string WhyNone(Text t) => t.Of("No contact point is confirmed on this day.");

    public Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var mandates = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        var partners = db.ListedPartners(asOf).Where(p => mandates.Any(m => m.PartnerId == p.Id));
        return db.ByKindAsync(partners, asOf, cancellationToken);
    }
}
