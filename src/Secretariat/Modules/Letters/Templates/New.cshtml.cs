using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>A template that is not there yet, or one in another language or form; nothing is kept before it is in order.</summary>
[WritersOnly]
public sealed class NewPage(SecretariatDb db, PreviewTemplate preview, Text t) : PageModel
{
    private const string Empty = "---\ntitle: \n---\n";

    public TemplatePreview? Preview { get; private set; }

    [
        BindProperty,
        Required,
        StringLength(60),
        RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Use small letters, digits and hyphens."),
        Display(Name = "Template")
    ]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "Is written to")]
    public CorrespondenceForm Form { get; set; }

    [BindProperty, Required, Display(Name = "Language")]
    public string Language { get; set; } = "en";

    /// <summary>An emptied text is bound as null.</summary>
    [BindProperty, Required, StringLength(TypedText.Longest), Display(Name = "Text"), AllowNull]
    public string Markdown
    {
        get;
        set => field = value ?? "";
    } = Empty;

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IEnumerable<SelectListItem> Forms =>
        Enum.GetValues<CorrespondenceForm>().Select(f => new SelectListItem(t.Of(f.Name()), $"{f}"));

    /// <param name="from">The template with whose words it begins.</param>
    public async Task OnGetAsync(Guid? from, string? language, CancellationToken cancellationToken)
    {
        if (
            await db
                .TemplateSources.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == from && s.WordSha256 == null, cancellationToken) is
            { } like
        )
            (Code, Form, Language, Markdown) = (like.Code, like.Form, language ?? like.Language, like.Markdown);
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        ModelState.ClearValidationState("");
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (Languages.All(l => l.Value != Language))
            ModelState.AddModelError(nameof(Language), t.Of("Choose a language in which the table has forms of address."));
        if (await IsThereAsync(cancellationToken))
            ModelState.AddModelError(
                nameof(Code),
                t.Of("There is this template already in this form and language: change that one.")
            );
        foreach (var problem in TemplateSource.WhyNotWrite(Markdown))
            ModelState.AddModelError(nameof(Markdown), t.Of(problem));
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var source = new TemplateSource
        {
            Code = Code,
            Form = Form,
            Language = Language,
            Markdown = TypedText.Of(Markdown),
        };
        db.TemplateSources.Add(source);
        await db.SaveAsync(Text.Key("Write a letter template"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect($"/office/templates/{source.Id}");
    }

    private Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        db.TemplateSources.AnyAsync(s => s.Code == Code && s.Form == Form && s.Language == Language, cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (Languages.Any(l => l.Value == Language))
            Preview = await preview.MakeAsync(Code ?? "", new(Form, Language, Markdown), cancellationToken);
        return Page();
    }

    /// <summary>No letter can be made in a language in which nobody can be addressed.</summary>
    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var languages = await db.FormsOfAddress.Select(f => f.Language).Distinct().ToListAsync(cancellationToken);
        Languages = [.. Words.Languages(languages.Order(StringComparer.Ordinal))];
    }
}
