using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A letter or a note verbale on paper, taken in as a message.</summary>
[
    RequestSizeLimit(TakePaperModel.MaxDocument + 1_000_000),
    RequestFormLimits(MultipartBodyLengthLimit = TakePaperModel.MaxDocument + 1_000_000)
]
[WritersOnly]
public sealed class TakePaperModel(SecretariatDb db, PaperMessage papers, TimeProvider time, Text t) : PageModel
{
    public const int MaxDocument = 20_000_000;

    [BindProperty, Required, Display(Name = "Partner")]
    public Guid? Partner { get; set; }

    [BindProperty]
    public PaperSort Sort { get; set; }

    [BindProperty, Required, MeantDay, Display(Name = "Received on")]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "Subject")]
    public string Subject { get; set; } = "";

    [BindProperty, StringLength(40), Display(Name = "Our reference that it answers")]
    public string? Reference { get; set; }

    [BindProperty, Display(Name = "Scan or document")]
    public IFormFile? Document { get; set; }

    public IEnumerable<SelectListItem> Partners { get; private set; } = [];

    public IEnumerable<SelectListItem> Sorts =>
        [new(t.Of("Letter"), nameof(PaperSort.Letter)), new(t.Of("Note verbale"), nameof(PaperSort.NoteVerbale))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ReceivedOn = time.Today();
        await OfferAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        var partner = await db.TryTakeTurnAsync(Partner, cancellationToken);
        var thread = await AnsweredAsync(cancellationToken);
        Check(thread);
        if (Partner is not null && partner is null)
            ModelState.AddModelError(nameof(Partner), t.Of("Choose a partner."));
        if (!ModelState.IsValid || partner is null)
            return Page();
        using var content = new MemoryStream();
        await Document!.CopyToAsync(content, cancellationToken);
        var message = await papers.TakeInAsync(
            new Paper(
                partner,
                Sort,
                ReceivedOn!.Value,
                Subject.Trim(),
                Path.GetFileName(Document.FileName),
                content.ToArray(),
                thread
            ),
            cancellationToken
        );
        TempData["Done"] = t.Of("It stands in the inbox. Look at what it asks for.");
        return Redirect($"/office/inbox/{message.Id}");
    }

    private void Check(Thread? thread)
    {
        if (ReceivedOn > time.Today())
            ModelState.AddModelError(nameof(ReceivedOn), t.Of("This day is still to come."));
        if (!string.IsNullOrWhiteSpace(Reference) && thread is null)
            ModelState.AddModelError(nameof(Reference), t.Of("No letter to this partner has that reference."));
        if (Document is not { Length: > 0 } document)
            ModelState.AddModelError(nameof(Document), t.Of("{0} is missing.", t.Of("Scan or document")));
        else if (document.Length > MaxDocument)
            ModelState.AddModelError(nameof(Document), t.Of("The document has more than {0} MB.", MaxDocument / 1_000_000));
        else if (PaperMessage.WhyNot(document.FileName) is { } reason)
            ModelState.AddModelError(nameof(Document), t.Of(reason));
    }

    private async Task<Thread?> AnsweredAsync(CancellationToken cancellationToken)
    {
        if (LetterReference.FindIn(Reference ?? "") is not [var reference, ..])
            return null;
        var id = await db
            .Threads.Where(each => each.Reference == reference && each.PartnerId == Partner)
            .Select(each => (Guid?)each.Id)
            .SingleOrDefaultAsync(cancellationToken);
        return id is { } known ? await db.Threads.CurrentAsync(known, cancellationToken) : null;
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var partners = await db.CurrentPartners.LinesAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        Partners = partners.Select(p => new SelectListItem(p.Name.In(t.Language.Code), p.Id.ToString()));
    }
}
