using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>
/// Whether a letter was issued as somebody holds it, by the code at its foot or by the file itself. What is given is kept nowhere, and
/// changes nothing: so the form needs no cookie.
/// </summary>
[EnableRateLimiting(CallerLimit.OpenForms), IgnoreAntiforgeryToken]
[
    RequestSizeLimit(CheckLetterModel.MostSent),
    RequestFormLimits(MultipartBodyLengthLimit = CheckLetterModel.MostSent, MemoryBufferThreshold = CheckLetterModel.MostSent)
]
public sealed class CheckLetterModel(FindIssued issued, Text t) : PageModel
{
    public const int LargestFile = 5_000_000;

    /// <summary>More than is looked at, so that somebody who sends too much is told in words.</summary>
    public const int MostSent = 4 * LargestFile;

    [BindProperty(SupportsGet = true), StringLength(60), Display(Name = "Check code")]
    public string? Code { get; set; }

    [BindProperty, Display(Name = "File of the letter")]
    public IFormFile? Document { get; set; }

    public IssuedLetter? Found { get; private set; }

    /// <summary>Of the chosen file; null where none was.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The letter whose file was chosen in the place of the one that the code names.</summary>
    public IssuedLetter? Other { get; private set; }

    public void OnGet() => AskNobodyToKeep();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        AskNobodyToKeep();
        if (string.IsNullOrWhiteSpace(Code) && Document is null)
            ModelState.AddModelError(
                nameof(Code),
                t.Of("Type the code that stands at the foot of the letter, or choose its file.")
            );
        if (Document is { Length: 0 })
            ModelState.AddModelError(nameof(Document), t.Of("The file is empty."));
        else if (Document is { Length: > LargestFile })
            ModelState.AddModelError(
                nameof(Document),
                t.Of("The file has more than {0} MB: no letter is that large.", LargestFile / 1_000_000)
            );
        if (ModelState.IsValid)
            await CheckAsync(cancellationToken);
        return Page();
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var byFile = await ByFileAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(Code))
        {
            Found = byFile;
            if (Found is null)
                ModelState.AddModelError(
                    nameof(Document),
                    t.Of(
                        "No letter was issued as this file. Choose the PDF or DOCX as it came with the mail: opened and saved again, printed or scanned it is another file."
                    )
                );
            return;
        }

        Found = CheckCodes.Read(Code) is { } code ? await issued.ByCodeAsync(code, cancellationToken) : null;
        if (Found is null)
            ModelState.AddModelError(
                nameof(Code),
                t.Of(
                    "No letter has this code. Compare each of its 16 characters with the foot of the first page; of a letter that has none, choose the file."
                )
            );
        else if (byFile?.Reference != Found.Reference)
            Other = byFile;
    }

    private async Task<IssuedLetter?> ByFileAsync(CancellationToken cancellationToken)
    {
        if (Document is null)
            return null;
        await using var content = Document.OpenReadStream();
        Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        return await issued.ByFileAsync(Sha256, cancellationToken);
    }

    private void AskNobodyToKeep()
    {
        Response.Headers.CacheControl = "no-store";
        if (Code is not null)
            Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
