using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Tables;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Takes a file to look at, and lists those that were given before.</summary>
[RequestSizeLimit(GiveList.MostSent), RequestFormLimits(MultipartBodyLengthLimit = GiveList.MostSent)]
public abstract class GiveList(SecretariatDb db, ImportList imports, Text t) : PageModel
{
    /// <summary>More than is read, so that somebody who sends too much is told in words.</summary>
    public const int MostSent = 4 * TableReader.MaxBytes;

    private const int MostShown = 50;

    [BindProperty, Display(Name = "File")]
    public IFormFile? Given { get; set; }

    [BindProperty, StringLength(100), Display(Name = "Sheet of the workbook")]
    public string? Sheet { get; set; }

    public abstract ImportKind Kind { get; }

    public IReadOnlyList<(ImportedFile File, string By)> Files { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Given is not { Length: > 0 } given)
            ModelState.AddModelError(nameof(Given), t.Of("Choose a file with a list in it."));
        else if (given.Length > TableReader.MaxBytes)
            ModelState.AddModelError(nameof(Given), t.Of(GivenList.TooLarge));
        if (!ModelState.IsValid)
            return Page();
        using var bytes = new MemoryStream();
        await Given!.CopyToAsync(bytes, cancellationToken);
        var name = Path.GetFileName(Given.FileName);
        if (GivenList.Read(name, bytes.ToArray(), Sheet, imports.RulesOf(Kind).Fields).Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Given), $"{name}: {t.Of(refusal)}");
            return Page();
        }

        var file = await imports.KeepAsync(Kind, name, bytes.ToArray(), Sheet, cancellationToken);
        await db.SaveAsync(Text.Key("Look at a list before it is imported"), name, cancellationToken);
        return Redirect($"/office/imports/{file.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var files = await db
            .ImportedFiles.AsNoTracking()
            .Where(f => f.Kind == Kind)
            .OrderByDescending(f => f.Id)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        var givers = files.Select(f => f.GivenById).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(a => givers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        Files =
        [
            .. files.Select(f => (f, f.GivenById is { } giver ? names.GetValueOrDefault(giver) ?? "" : t.Of("Command line"))),
        ];
    }
}
