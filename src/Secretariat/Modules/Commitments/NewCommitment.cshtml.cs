using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

[WritersOnly]
public sealed class NewCommitmentModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private IReadOnlyList<PartnerLine> partners = [];
    private List<Strand> strands = [];

    [BindProperty(SupportsGet = true), Required, Display(Name = "Partner")]
    public Guid? Partner { get; set; }

    [BindProperty, Display(Name = "Kind")]
    public CommitmentKind Kind { get; set; }

    [BindProperty, Display(Name = "Strand of work")]
    public string? Strand { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "Title, in English")]
    public string TitleEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Title, in French")]
    public string? TitleFr { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "Target, in English")]
    public string TargetEn { get; set; } = "";

    [BindProperty, StringLength(500), Display(Name = "Target, in French")]
    public string? TargetFr { get; set; }

    [BindProperty, Required, MeantDay, Display(Name = "Made on")]
    public DateOnly? On { get; set; }

    [BindProperty, MeantDay, Display(Name = "To be fulfilled by")]
    public DateOnly? Due { get; set; }

    public IEnumerable<SelectListItem> PartnerOptions =>
        partners.Select(p => new SelectListItem(p.Name.In(t.Language.Code), p.Id.ToString()));

    public IEnumerable<SelectListItem> KindOptions =>
        Enum.GetValues<CommitmentKind>().Select(k => new SelectListItem(t.Of(k.Name()), k.ToString()));

    public IEnumerable<SelectListItem> StrandOptions =>
        strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        ModelState.Clear();
        On = time.Today();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (ModelState.IsValid && await db.TryTakeTurnAsync(Partner, cancellationToken) is null)
            ModelState.AddModelError(nameof(Partner), t.Of("Choose a partner."));
        if (!string.IsNullOrEmpty(Strand) && !strands.Exists(s => s.Code == Strand))
            ModelState.AddModelError(nameof(Strand), t.Of("Choose a strand."));
        if (On > time.Today())
            ModelState.AddModelError(nameof(On), t.Of("This day is still to come."));
        if (Due < On)
            ModelState.AddModelError(nameof(Due), t.Of("It cannot be fulfilled before it is made."));
        if (!ModelState.IsValid)
            return Page();
        var commitment = new Commitment
        {
            PartnerId = Partner!.Value,
            Kind = Kind,
            Title = LocalizedText.InEnglishAnd("fr", TitleEn, TitleFr),
            Target = LocalizedText.InEnglishAnd("fr", TargetEn, TargetFr),
            StrandCode = string.IsNullOrEmpty(Strand) ? null : Strand,
            On = On!.Value,
            Due = Due,
        };
        db.Commitments.Add(commitment);
        await db.SaveAsync(Text.Key("Record a commitment"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The commitment is recorded.");
        return Redirect($"/office/commitments/{commitment.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        partners = await db.CurrentPartners.LinesAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
    }
}
