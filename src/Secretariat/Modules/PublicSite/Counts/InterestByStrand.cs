using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Nominations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

public sealed class InterestByStrand : ICount
{
    public string Title(Text t) => t.Of("Partners interested, by strand of work");

    public string Definition(Text t) =>
        t.Of(
            "Listed partners that told the secretariat that they wish to take part in a strand. A partner counts once in each strand."
        );

    public string WhyNone(Text t) => t.Of("No partner’s interest is on record for this day.");

    public async Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var interests = db.Interests.Where(i => i.Stance == Stance.Interested).At(asOf);
        var listed = db.ListedPartners(asOf);
        return await db
            .Strands.OrderBy(s => s.Order)
            .Select(s => new Counted(
                s.Code,
                s.Name,
                listed.Count(p => interests.Any(i => i.PartnerId == p.Id && i.StrandCode == s.Code))
            ))
            .ToListAsync(cancellationToken);
    }
}
