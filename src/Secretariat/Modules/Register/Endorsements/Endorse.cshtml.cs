using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>How a partner stands towards an instrument, entered by hand: an invitation, a declaration at a meeting, a letter on paper.</summary>
[
    RequestSizeLimit(EndorseModel.MaxDocument + 1_000_000),
    RequestFormLimits(MultipartBodyLengthLimit = EndorseModel.MaxDocument + 1_000_000)
]
[WritersOnly]
public sealed class EndorseModel(SecretariatDb db, EnterEndorsement endorsing, IFileStore files, Text t) : PageModel
{
    public const int MaxDocument = 20_000_000;

    [BindProperty]
    public EndorsementEntry Entry { get; set; } = new();

    [BindProperty, StringLength(500), Display(Name = "Remark")]
    public string? Why { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public EndorsementOptions Options { get; private set; } = EndorsementOptions.None;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Version = Partner.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Entry.Document?.Length > MaxDocument)
            ModelState.AddModelError("Entry.Document", t.Of("The document has more than {0} MB.", MaxDocument / 1_000_000));
        if (!ModelState.IsValid)
            return Page();
        var said = Entry.ToEndorsement(Partner.Id, await StoredAsync(cancellationToken));
        if (await WhyNotAsync(said, cancellationToken) is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        await endorsing.EnterAsync(said, cancellationToken);
        db.Expect(await db.Partners.SingleAsync(p => p.Id == Partner.Id, cancellationToken), Version ?? 0);
        await db.SaveAsync(Text.Key("Record an endorsement"), Why, cancellationToken);
        TempData["Done"] = t.Of("Recorded: {0} since {1}.", t.Of(said.Status.Name()), said.From);
        return Redirect($"/office/partners/{code}#endorsements");
    }

    private async Task<Reason?> WhyNotAsync(Endorsement said, CancellationToken cancellationToken)
    {
        if (Entry.Message is { } message && Options.Messages.All(o => o.Value != $"{message}"))
            return Text.Key("Choose a message of this partner.");
        if (Entry.Letter is { } letter && Options.Letters.All(o => o.Value != $"{letter}"))
            return Text.Key("Choose a letter to this partner.");
        return await endorsing.WhyNotAsync(said, t.Language.Code, cancellationToken);
    }

    /// <summary>The store keeps it even if the entry is then refused: it would be stored under the same name again.</summary>
    private async Task<string?> StoredAsync(CancellationToken cancellationToken)
    {
        if (Entry.Document is not { Length: > 0 } document)
            return null;
        using var bytes = new MemoryStream();
        await document.CopyToAsync(bytes, cancellationToken);
        return await files.PutAsync(bytes.ToArray(), cancellationToken);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (
            await db.CurrentPartners.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken)
            is not { } partner
        )
            return false;
        Partner = partner;
        Options = await EndorsementOptions.ReadAsync(db, partner, t, cancellationToken);
        return true;
    }
}
