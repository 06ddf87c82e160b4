using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

public sealed class InterestMatrixModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private Dictionary<(Guid Partner, string Strand), Interest> cells = [];

    public AsOf Day { get; private set; }

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<PartnerLine> Partners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var held = db.Interests.AsNoTracking().At(Day);
        var interests = await held.OrderBy(i => i.From).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        cells = interests.GroupBy(i => (i.PartnerId, i.StrandCode)).ToDictionary(g => g.Key, g => g.Last());
        Partners = await db
            .Partners.Where(p => held.Any(i => i.PartnerId == p.Id))
            .LinesAsync(db, t.Language.Code, cancellationToken);
        return Page();
    }

    public Interest? Of(PartnerLine partner, Strand strand) => cells.GetValueOrDefault((partner.Id, strand.Code));

    public int CountOf(Strand strand) => cells.Count(c => c.Key.Strand == strand.Code && c.Value.Stance is Stance.Interested);
}
