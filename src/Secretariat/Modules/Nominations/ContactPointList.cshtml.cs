using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

public sealed class ContactPointListModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    public AsOf Day { get; private set; }

    public IReadOnlyList<(PartnerLine Partner, Mandate Mandate, Mandate? Successor)> Rows { get; private set; } = [];

    public IReadOnlyList<(PartnerLine Partner, Gap? Gap)> Missing { get; private set; } = [];

    /// <summary>Partners that somebody speaks for, though not in all strands.</summary>
    public IReadOnlyList<(PartnerLine Partner, IReadOnlyList<Uncovered> Strands)> InPart { get; private set; } = [];

    public IReadOnlyDictionary<string, LocalizedText> Strands { get; private set; } = new Dictionary<string, LocalizedText>();

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var partners = await ContactPoints.Expected(db).LinesAsync(db, t.Language.Code, Day, cancellationToken);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Strands = strands.ToDictionary(s => s.Code, s => s.Name);
        Show(partners, mandates.ToLookup(m => m.PartnerId), [.. strands.Select(s => s.Code)]);
        var shown = Rows.SelectMany(r => new[] { r.Mandate, r.Successor }).OfType<Mandate>();
        await disclose.SeenAsync("/office/contact-points", shown.Select(m => m.PersonId), cancellationToken);
        return Page();
    }

    private void Show(IReadOnlyList<PartnerLine> partners, ILookup<Guid, Mandate> mandates, IReadOnlyList<string> strands)
    {
        var inPart = new List<(PartnerLine, IReadOnlyList<Uncovered>)>();
        var rows = new List<(PartnerLine, Mandate, Mandate?)>();
        var missing = new List<(PartnerLine, Gap?)>();
        foreach (var partner in partners)
        {
            var timeline = new MandateTimeline([.. mandates[partner.Id]], [], Day.Day);
            var holders = timeline.Mandates.Where(m => m.HoldsOn(Day.Day)).ToList();
            rows.AddRange(holders.OrderBy(m => m.Role).Select(m => (partner, m, timeline.SuccessorOf(m))));
            if (!holders.Exists(m => m.Role is MandateRole.ContactPoint))
                missing.Add((partner, GapOf(timeline)));
            else if (Uncovered.On(Day.Day, timeline.Mandates, strands) is { Count: > 0 } uncovered)
                inPart.Add((partner, uncovered));
        }

        (Rows, Missing, InPart) = (rows, missing, inPart);
    }

    private Gap? GapOf(MandateTimeline timeline) =>
        Gap.Between(timeline.Mandates.Where(m => m.Role is MandateRole.ContactPoint), Day.Day).FirstOrDefault(g => g.To is null);
}
