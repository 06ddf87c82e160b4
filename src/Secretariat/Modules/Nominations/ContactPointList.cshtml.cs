using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
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

    public MandateWords Words { get; private set; } = MandateWords.None;

    public IReadOnlyDictionary<string, LocalizedText> Strands => Words.Strands;

    public FailedMail Failed { get; private set; } = FailedMail.None;

    /// <summary>Those who speak for a partner and whose address is of no use.</summary>
    public IEnumerable<(PartnerLine Partner, Mandate Mandate, Mandate? Successor)> Unreachable =>
        Rows.Where(r => r.Mandate.Role is MandateRole.ContactPoint && Failed.IsOfNoUse(r.Mandate.Person.Email));

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var partners = await ContactPoints.Expected(db, Day).LinesAsync(db, t.Language.Code, Day, cancellationToken);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var strands = await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(cancellationToken);
        Words = await MandateWords.ReadAsync(db, cancellationToken);
        Failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        Show(partners, mandates.ToLookup(m => m.PartnerId), strands);
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
