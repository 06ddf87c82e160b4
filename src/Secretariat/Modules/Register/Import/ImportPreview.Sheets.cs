using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>The sheets of a workbook: which one is read, and the choice of another.</summary>
public sealed partial class ImportPreviewModel
{
    [BindProperty, StringLength(100), Display(Name = "Another sheet of the workbook")]
    public string? Sheet { get; set; }

    /// <summary>Null for a list that has no sheets.</summary>
    public string? ReadSheet { get; private set; }

    public IReadOnlyList<string> OtherSheets { get; private set; } = [];

    public IEnumerable<SelectListItem> SheetOptions => OtherSheets.Select(s => new SelectListItem(s, s));

    /// <summary>Another sheet is a list of its own: it is looked at and imported by itself.</summary>
    public async Task<IActionResult> OnPostSheetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var bytes = await imports.BytesAsync(Given, cancellationToken);
        if (string.IsNullOrWhiteSpace(Sheet))
            ModelState.AddModelError(nameof(Sheet), t.Of("Choose a sheet."));
        else if (GivenList.Read(Given.FileName, bytes, Sheet, Rules.Fields).Refusal is { } refusal)
            ModelState.AddModelError(nameof(Sheet), t.Of(refusal));
        if (!ModelState.IsValid)
            return Given.AppliedAt is null ? await ShownAsync(cancellationToken) : Page();
        var other = await imports.KeepAsync(Given.Kind, Given.FileName, bytes, Sheet, cancellationToken);
        await db.SaveAsync(Text.Key("Look at a list before it is imported"), Given.FileName, cancellationToken);
        return Redirect($"/office/imports/{other.Id}");
    }
}
