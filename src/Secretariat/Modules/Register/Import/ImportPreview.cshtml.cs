using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a list would do, row by row; the columns can be chosen otherwise, and then it is imported, whole.</summary>
public sealed partial class ImportPreviewModel(
    SecretariatDb db,
    ImportList imports,
    Disclose disclose,
    CurrentActor current,
    Text t
) : PageModel
{
    private const int MostShown = 300;

    [BindProperty]
    public string? Default { get; set; }

    [BindProperty]
    public bool StandBeside { get; set; }

    [BindProperty]
    public bool LeaveOut { get; set; }

    [BindProperty, StringLength(400), Display(Name = "How we know")]
    public string? Why { get; set; }

    /// <summary>The plan that the officer saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public ImportedFile Given { get; private set; } = null!;

    public ImportRules Rules { get; private set; } = null!;

    public ImportPlan Plan { get; private set; } = new([]);

    public IReadOnlyList<SelectListItem> Defaults { get; private set; } = [];

    public IEnumerable<RowOutcome> Wrong => Plan.Wrong.Take(MostShown);

    public IEnumerable<RowOutcome> Right => Plan.Rows.Where(r => r.IsRight).Take(MostShown);

    public bool IsCut => Plan.Wrong.Count() > MostShown || Plan.Rows.Count(r => r.IsRight) > MostShown;

    public bool AsksBeside => Given.Kind is ImportKind.Contacts;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        return Given.AppliedAt is null ? await ShownAsync(cancellationToken) : Page();
    }

    /// <summary>The same with other columns.</summary>
    public async Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        return Given.AppliedAt is null ? await ShownAsync(cancellationToken) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await PlanAsync(cancellationToken);
        if (WhyNot() is { } reason)
            ModelState.AddModelError(Plan.Wrong.Any() && Plan.Fingerprint == Seen ? nameof(LeaveOut) : "", t.Of(reason));
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(
                nameof(Why),
                t.Of("Say how we know what the list says: whose list it is, and when it came.")
            );
        if (!ModelState.IsValid)
            return await RefusedAsync(cancellationToken);
        await imports.CarryOutAsync(Given, Plan, Why!, Encoding, cancellationToken);
        TempData["Done"] = t.Of("{0} is imported.", Given.FileName);
        return RedirectToPage(new { id, Encoding });
    }

    /// <summary>The file as it was given: evidence, and never opened in the page. Whom of the record it is about is noted.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (!Access.MayWrite(User))
            return Forbid();
        var list = await imports.ReadAsync(Given, Encoding, cancellationToken);
        var persons = await NamedInList.PersonsAsync(db, list, cancellationToken);
        await disclose.ExportedAsync(Given.FileName, persons, current.Actor.Name, null, cancellationToken);
        return File(await imports.BytesAsync(Given, cancellationToken), "application/octet-stream", Given.FileName);
    }

    private Reason? WhyNot()
    {
        if (Given.WhyNotApply() is { } reason)
            return reason;
        if (Plan.Fingerprint != Seen)
            return Text.Key("What the list would do is no longer what you saw. Look at it again, and import it then.");
        if (Plan.Wrong.Any() && !LeaveOut)
            return Text.Key("Rows with errors: {0}. Correct the file, or choose to leave them out.", Plan.Wrong.Count());
        return Plan.DoesAnything ? null : Text.Key("There is nothing new in this list.");
    }

    private async Task<IActionResult> ShownAsync(CancellationToken cancellationToken)
    {
        await PlanAsync(cancellationToken);
        return await RefusedAsync(cancellationToken);
    }

    /// <summary>Nothing of the plan stays, and whose data are shown is noted.</summary>
    private async Task<IActionResult> RefusedAsync(CancellationToken cancellationToken)
    {
        imports.Forget();
        var shown = Wrong.Concat(Right).SelectMany(r => r.Persons);
        await disclose.SeenAsync($"/office/imports/{Given.Id}", shown, cancellationToken);
        return Page();
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        var list = await imports.ReadAsync(Given, Encoding, cancellationToken);
        (ReadSheet, OtherSheets) = (list.Sheet, [.. list.OtherSheets]);
        (ReadEncoding, IsEncodingSure) = (list.Encoding, list.IsEncodingSure);
        var columns = Choose(list);
        Defaults = await Rules.DefaultsAsync(t, cancellationToken);
        var known = Defaults.Any(d => d.Value == Default) ? Default : null;
        var choice = new ImportChoice(known, StandBeside, ByDomain);
        Plan = await imports.PlanAsync(Given.Kind, list, columns, choice, cancellationToken);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.ImportedFiles.SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } file)
            return false;
        Given = file;
        Rules = imports.RulesOf(file.Kind);
        return true;
    }
}
