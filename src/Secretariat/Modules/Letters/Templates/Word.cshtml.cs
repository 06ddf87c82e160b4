using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>A template as a Word file of the house: the fields found in it, what must be corrected, and a letter made of it.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class WordPage(SecretariatDb db, PreviewTemplate preview, IFileStore files, Text t) : PageModel
{
    /// <summary>Of the file, and what a form needs around it.</summary>
    private const int MostBytes = WordTemplate.MaxBytes + (64 * 1024);

    public TemplateSource? Source { get; private set; }

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    /// <summary>What letters of the file will not show; it can be kept all the same.</summary>
    public IReadOnlyList<Reason> Leaves { get; private set; } = [];

    public TemplatePreview? Preview { get; private set; }

    [
        BindProperty,
        StringLength(60),
        RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Use small letters, digits and hyphens."),
        Display(Name = "Template")
    ]
    public string? Code { get; set; }

    [BindProperty, Display(Name = "Is written to")]
    public CorrespondenceForm Form { get; set; }

    [BindProperty, Display(Name = "Language")]
    public string? Language { get; set; } = "en";

    [BindProperty, Required, Display(Name = "Word file")]
    public IFormFile? Document { get; set; }

    /// <summary>The version of the template that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    /// <summary>An e-mail has no layout of its own.</summary>
    public IEnumerable<SelectListItem> Forms =>
        Enum.GetValues<CorrespondenceForm>()
            .Where(f => f is not CorrespondenceForm.Mail)
            .Select(f => new SelectListItem(t.Of(f.Name()), $"{f}"));

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (Source is null && !Access.MayWrite(User))
            return Forbid();
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetFileAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Source is not { WordSha256: { } sha256 } source)
            return NotFound();
        return File(await files.GetAsync(sha256, cancellationToken), ReleaseCampaign.Docx, source.WordName);
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (Source is null)
            await CheckNewAsync(cancellationToken);
        var bytes = ModelState.IsValid ? await ReadAsync(cancellationToken) : null;
        if (bytes is null || Problems.Count > 0)
            return await ShowAsync(cancellationToken);
        await KeepAsync(bytes, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect($"/office/templates/word/{Source!.Id}");
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Document!.Length > WordTemplate.MaxBytes)
        {
            ModelState.AddModelError(
                nameof(Document),
                t.Of("The file has more than {0} MB.", WordTemplate.MaxBytes / 1024 / 1024)
            );
            return null;
        }

        using var memory = new MemoryStream();
        await Document.CopyToAsync(memory, cancellationToken);
        var bytes = memory.ToArray();
        Look(bytes, isNew: true);
        return bytes;
    }

    private async Task KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (Source is null)
            db.TemplateSources.Add(Source = TemplateSource.InWord(Code!, Form, Language!));
        else
            db.Expect(Source, Version);
        Source.TakeWord(await files.PutAsync(bytes, cancellationToken), Path.GetFileName(Document!.FileName));
        await db.SaveAsync(Text.Key("Upload a Word template"), cancellationToken: cancellationToken);
    }

    private async Task CheckNewAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (string.IsNullOrEmpty(Code))
            ModelState.AddModelError(nameof(Code), t.Of("{0} is missing.", t.Of("Template")));
        if (Languages.All(l => l.Value != Language))
            ModelState.AddModelError(nameof(Language), t.Of("Choose a language in which the table has forms of address."));
        if (Form is CorrespondenceForm.Mail)
            ModelState.AddModelError(nameof(Form), t.Of("An e-mail is written as text: choose another form."));
        if (await db.TemplateSources.AnyAsync(s => s.Code == Code && s.Form == Form && s.Language == Language, cancellationToken))
            ModelState.AddModelError(
                nameof(Code),
                t.Of("There is this template already in this form and language: change that one.")
            );
    }

    private void Look(ReadOnlyMemory<byte> bytes, bool isNew)
    {
        var read = WordTemplate.Read(bytes);
        Problems = [.. WordLetter.WhyNot(read), .. isNew ? LetterFields.WhyNotWrite([.. read.Fields, .. read.Sections]) : []];
        Leaves = WordLetter.Leaves(read);
        Fields = [.. read.Sections.Select(s => $"{{#{s}}}"), .. read.Fields.Select(f => $"{{{f}}}")];
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (Source is { WordSha256: { } sha256 } source)
        {
            if (Problems.Count == 0)
                Look(await files.GetAsync(sha256, cancellationToken), isNew: false);
            Preview = await preview.MakeAsync(source.Code, source.ToWording(), cancellationToken);
            Version = source.Version;
        }
        else
            Preview = await preview.MakeAsync("", new(CorrespondenceForm.Letter, "en", ""), cancellationToken);
        return Page();
    }

    private async Task<bool> FindAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not null)
            Source = await db.TemplateSources.SingleOrDefaultAsync(s => s.Id == id && s.WordSha256 != null, cancellationToken);
        return id is null || Source is not null;
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var languages = await db.FormsOfAddress.Select(f => f.Language).Distinct().ToListAsync(cancellationToken);
        Languages = [.. Words.Languages(languages.Order(StringComparer.Ordinal))];
    }
}
