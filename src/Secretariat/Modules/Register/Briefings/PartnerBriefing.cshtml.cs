using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What one needs to know of a partner before meeting it.</summary>
public sealed class PartnerBriefingModel(
    SecretariatDb db,
    ReadBriefings reading,
    MakeBriefings making,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    public AsOf Day { get; private set; }

    public Briefing Briefing { get; private set; } = null!;

    public string? WhyNoPdf => making.WhyNoPdf;

    public bool MayTakeOut => Access.MayWrite(User);

    public IEnumerable<SelectListItem> Forms =>
        [.. WhyNoPdf is null ? [new("PDF", "pdf")] : Array.Empty<SelectListItem>(), new("DOCX", "docx")];

    [BindProperty, Display(Name = "As")]
    public string? Form { get; set; }

    [BindProperty]
    public TakenOut Out { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.KeptCodeAsync(code, cancellationToken) is { } kept)
            return Redirect($"/office/partners/{kept}/briefing{Request.QueryString}");
        if (!await ReadAsync(code, asOf, cancellationToken))
            return NotFound();
        Out = making.ForOneself;
        await disclose.SeenAsync($"/office/partners/{code}/briefing", Briefing.Persons, cancellationToken);
        return Page();
    }

    /// <summary>The briefing to take along, always as an attachment; noted as taken out.</summary>
    public async Task<IActionResult> OnPostAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, asOf, cancellationToken))
            return NotFound();
        Out.Check(ModelState, nameof(Out), t);
        if (Forms.All(f => f.Value != Form))
            ModelState.AddModelError(nameof(Form), t.Of("Choose a form."));
        if (!ModelState.IsValid)
            return Page();
        var (name, isPdf) = (Briefing.FileName(code, Day, Form!), Form is "pdf");
        var file = isPdf ? await making.PdfAsync(Briefing, cancellationToken) : making.Docx(Briefing);
        await making.NoteAsync(name, [Briefing], Out, cancellationToken);
        return File(file, isPdf ? "application/pdf" : ReleaseCampaign.Docx, name);
    }

    private async Task<bool> ReadAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        var partner = await db.CurrentPartners.Where(p => p.Code == code).Select(p => p.Id).ToListAsync(cancellationToken);
        if (await reading.RunAsync(partner, Day, BriefingReader.Office, cancellationToken) is not [var briefing])
            return false;
        Briefing = briefing;
        return true;
    }
}
