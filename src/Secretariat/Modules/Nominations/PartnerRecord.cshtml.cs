using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>All that the secretariat holds of one partner.</summary>
public sealed partial class PartnerRecordModel(SecretariatDb db, INameRelations relations, TimeProvider time, Text t) : PageModel
{
    public Partner Partner { get; private set; } = null!;

    public LocalizedText Kind { get; private set; } = null!;

    public MandateTimeline Mandates { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Strand, Interest Interest)> Interests { get; private set; } = [];

    /// <summary>The events and instruments that the relations speak of, by code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Titles { get; private set; } = new Dictionary<string, LocalizedText>();

    /// <summary>The title, or the code where nothing of that name is known.</summary>
    public LocalizedText TitleOf(string code) => Titles.GetValueOrDefault(code) ?? LocalizedText.InEnglish(code);

    /// <summary>Records whose history belongs to the partner's.</summary>
    public IEnumerable<Guid> Belonging =>
        [
            .. Mandates.Mandates.SelectMany(m => new[] { m.Id, m.PersonId }),
            .. Partner.Domains.Select(d => d.Id),
            .. Interests.Select(i => i.Interest.Id),
        ];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        return await FindAsync(code, cancellationToken) ? Page() : NotFound();
    }

    private RedirectToPageResult Back(string done)
    {
        TempData["Done"] = done;
        return RedirectToPage();
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .Include(p => p.Relations)
            .Include(p => p.Domains)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        Kind = await db.PartnerKinds.Where(k => k.Code == partner.KindCode).Select(k => k.Name).SingleAsync(cancellationToken);
        Mandates = await MandateTimeline.OfAsync(db, partner.Id, time.Today(), cancellationToken);
        Mandates.ShowsEvidence = true;
        Interests = await InterestsOf(db, partner.Id, cancellationToken);
        await ReadCorrespondenceAsync(cancellationToken);
        var codes = partner.Relations.Select(r => r.Of).OfType<string>().Distinct().ToList();
        Titles = await relations.TitlesAsync(codes, cancellationToken);
        return true;
    }

    internal static async Task<IReadOnlyList<(LocalizedText Strand, Interest Interest)>> InterestsOf(
        SecretariatDb db,
        Guid partnerId,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .Interests.AsNoTracking()
                    .Where(i => i.PartnerId == partnerId)
                    .Join(
                        db.Strands,
                        i => i.StrandCode,
                        s => s.Code,
                        (i, s) =>
                            new
                            {
                                Interest = i,
                                s.Name,
                                s.Order,
                            }
                    )
                    .OrderBy(i => i.Order)
                    .ThenBy(i => i.Interest.From)
                    .ToListAsync(cancellationToken)
            ).Select(i => (i.Name, i.Interest)),
        ];
}
