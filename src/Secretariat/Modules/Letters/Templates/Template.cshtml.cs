using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>One template, with the letter that comes out of it beside its text.</summary>
public sealed class TemplatePage(SecretariatDb db, PreviewTemplate preview, Text t) : PageModel
{
    public TemplateSource Source { get; private set; } = null!;

    public TemplatePreview Preview { get; private set; } = null!;

    /// <summary>What somebody else saved while this person was writing.</summary>
    public string? Theirs { get; private set; }

    /// <summary>Drafts that are made of it as it is saved.</summary>
    public IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    /// <summary>An emptied text is bound as null.</summary>
    [BindProperty, Required, StringLength(TypedText.Longest), Display(Name = "Text"), AllowNull]
    public string Markdown
    {
        get;
        set => field = value ?? "";
    } = "";

    /// <summary>The version of the template that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        (Markdown, Version) = (Source.Markdown, Source.Version);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        ModelState.ClearValidationState(nameof(Markdown));
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        foreach (var problem in TemplateSource.WhyNotWrite(Markdown))
            ModelState.AddModelError(nameof(Markdown), t.Of(problem));
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        db.Expect(Source, Version);
        db.Touch(Source);
        Source.Write(TypedText.Of(Markdown));
        try
        {
            await db.SaveAsync(Text.Key("Change a letter template"), cancellationToken: cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowTheirsAsync(id, cancellationToken);
        }

        TempData["Done"] = t.Of("Saved");
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> ShowTheirsAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        (Theirs, Version) = (Source.Markdown, Source.Version);
        ModelState.AddModelError(
            "",
            t.Of(
                "Somebody else has saved this template meanwhile. Your text is kept below and not saved yet; theirs stands beneath it. Take over what you need and save again: yours then replaces theirs."
            )
        );
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Preview = await preview.MakeAsync(Source.Code, Source.ToWording() with { Markdown = Markdown }, cancellationToken);
        Drafts = await db
            .Campaigns.AsNoTracking()
            .Where(c => c.TemplateCode == Source.Code && c.Status == CampaignStatus.Draft)
            .OrderByDescending(c => c.Id)
            .Select(c => new DraftRow(c.Id, c.Title))
            .Take(20)
            .ToListAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await db.TemplateSources.SingleOrDefaultAsync(s => s.Id == id && s.WordSha256 == null, cancellationToken)
            is not { } source
        )
            return false;
        Source = source;
        return true;
    }
}

public sealed record DraftRow(Guid Id, string Title);

internal static class TypedText
{
    public const int Longest = 100_000;

    /// <summary>As it is kept, whatever line ends a form sends.</summary>
    public static string Of(string typed) => typed.ReplaceLineEndings("\n").TrimEnd() + "\n";
}
