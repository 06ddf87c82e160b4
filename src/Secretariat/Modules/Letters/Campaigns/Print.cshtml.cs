using System.ComponentModel.DataAnnotations;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The letters of a campaign that go on paper: the files to print, and the day on which they were posted.</summary>
public sealed class PrintPage(
    SecretariatDb db,
    IFileStore files,
    Disclose disclose,
    CurrentActor current,
    TimeProvider time,
    Text t
) : PageModel
{
    private const string Files = "letters.zip";

    public Campaign Campaign { get; private set; } = null!;

    public IReadOnlyList<(Letter Letter, Partner Partner)> Letters { get; private set; } = [];

    public int Waiting => Letters.Count(l => l.Letter.WaitsForPosting);

    public IEnumerable<SelectListItem> WaitingOptions =>
        Letters
            .Where(l => l.Letter.WaitsForPosting)
            .Select(l => new SelectListItem($"{l.Letter.Reference} · {l.Partner.Name.In(t.Language.Code)}", $"{l.Letter.Id}"));

    public bool MayWrite => Access.MayWrite(User);

    [BindProperty, Required, MeantDay, Display(Name = "Posted on")]
    public DateOnly? On { get; set; }

    /// <summary>The letters that were posted on that day.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The version of the campaign that the person sees.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        On = time.Today();
        Chosen = [.. Letters.Where(l => l.Letter.WaitsForPosting).Select(l => l.Letter.Id)];
        return Page();
    }

    /// <summary>The files in the order of the letters: PDF, or DOCX where there is none, and the reply sheets.</summary>
    public async Task<IActionResult> OnGetFilesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var frozen = Letters.Select(l => l.Letter).Where(l => l.IsFrozen).ToList();
        if (frozen.Count == 0)
            return NotFound();
        await disclose.ExportedAsync(db, Files, frozen.SelectMany(l => l.Called), current, cancellationToken);
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, sha256) in frozen.SelectMany(Printed))
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
                await entry.WriteAsync(await files.GetAsync(sha256, cancellationToken), cancellationToken);
            }

        return File(bytes.ToArray(), "application/zip", Files);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!MayWrite)
            return Forbid();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var posted = Letters.Select(l => l.Letter).Where(l => Chosen.Contains(l.Id)).ToList();
        if (Waiting == 0)
            ModelState.AddModelError("", t.Of("No letter waits to be printed."));
        else if (posted.Count == 0)
            ModelState.AddModelError("", t.Of("Choose the letters that have been posted."));
        else if (
            ModelState.IsValid
            && posted.Select(l => l.WhyNotPost(On!.Value, time.Today())).OfType<string>().FirstOrDefault() is { } reason
        )
            ModelState.AddModelError(nameof(On), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        posted.ForEach(l => l.Post(On!.Value, time.Today()));
        db.Touch(Campaign);
        db.Expect(Campaign, Version);
        await db.SaveAsync(Text.Key("Post letters on paper"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Posted: {0}.", posted.Count);
        return RedirectToPage(new { id });
    }

    private static IEnumerable<(string Name, string Sha256)> Printed(Letter letter)
    {
        yield return letter.PdfSha256 is { } pdf
            ? ($"{letter.Order:000} {letter.Reference}.pdf", pdf)
            : ($"{letter.Order:000} {letter.Reference}.docx", letter.DocxSha256!);
        if (letter.ReplySheetSha256 is { } sheet)
            yield return ($"{letter.Order:000} {letter.ReplySheetName}", sheet);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return false;
        Campaign = campaign;
        var found = await (
            from letter in db.Letters
            where letter.CampaignId == id && letter.Way != Way.Mail && letter.Status != LetterStatus.Voided
            join partner in db.Partners on letter.PartnerId equals partner.Id
            orderby letter.Order
            select new { letter, partner }
        ).ToListAsync(cancellationToken);
        Letters = found.ConvertAll(f => (f.letter, f.partner));
        return true;
    }
}
