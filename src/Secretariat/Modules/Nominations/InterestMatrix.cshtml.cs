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
    private const int PageSize = 50;

    private Dictionary<(Guid Partner, string Strand), Interest> cells = [];
    private Dictionary<string, int> interested = [];

    public AsOf Day { get; private set; }

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<PartnerLine> Partners { get; private set; } = [];

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, Guid? next, Guid? previous, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var held = db.Interests.AsNoTracking().At(Day);
        var page = await db.PlacesIn(t.Language.Code, Day)
            .Where(p => held.Any(i => i.PartnerId == p.PartnerId))
            .PageAsync(db, (t.Language.Code, Day), (next, previous), PageSize, cancellationToken);
        (Partners, Previous, Next) = (page.Rows, At("previous", page.Newer), At("next", page.Older));
        var ids = Partners.Select(p => p.Id).ToList();
        var interests = await held.Where(i => ids.Contains(i.PartnerId))
            .OrderBy(i => i.From)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        cells = interests.GroupBy(i => (i.PartnerId, i.StrandCode)).ToDictionary(g => g.Key, g => g.Last());
        interested = await held.Where(i => i.Stance == Stance.Interested)
            .GroupBy(i => i.StrandCode)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellationToken);
        return Page();
    }

    private string? At(string side, Guid? place) =>
        place is null ? null : $"/office/interests?asOf={Day}&lang={t.Language.Code}&{side}={place}";

    public Interest? Of(PartnerLine partner, Strand strand) => cells.GetValueOrDefault((partner.Id, strand.Code));

    /// <summary>On all pages.</summary>
    public int CountOf(Strand strand) => interested.GetValueOrDefault(strand.Code);
}
