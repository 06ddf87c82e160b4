using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>The texts that partners can endorse, and how many stand how towards each.</summary>
public sealed class InstrumentListModel(SecretariatDb db, TimeProvider time) : PageModel
{
    private Dictionary<(string Instrument, EndorsementStatus Status), int> counts = [];

    public AsOf Day { get; private set; }

    public IReadOnlyList<Instrument> Instruments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        Instruments = await db.Instruments.AsNoTracking().OrderByDescending(i => i.On).ToListAsync(cancellationToken);
        var rows = await db
            .Endorsements.Where(e => db.CurrentPartners.Any(p => p.Id == e.PartnerId))
            .At(Day)
            .GroupBy(e => new { e.InstrumentCode, e.Status })
            .Select(g => new
            {
                g.Key.InstrumentCode,
                g.Key.Status,
                Number = g.Select(e => e.PartnerId).Distinct().Count(),
            })
            .ToListAsync(cancellationToken);
        counts = rows.ToDictionary(r => (r.InstrumentCode, r.Status), r => r.Number);
        return Page();
    }

    public int CountOf(Instrument instrument, EndorsementStatus status) => counts.GetValueOrDefault((instrument.Code, status));
}
