using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>One letter as it will be read, and what can still be changed in it.</summary>
public sealed partial class LetterPage(SecretariatDb db, LetterMaker maker, Disclose disclose, TimeProvider time, Text t)
    : PageModel
{
    public Campaign Campaign { get; private set; } = null!;

    public Letter Letter { get; private set; } = null!;

    public Partner Partner { get; private set; } = null!;

    public MadeLetter Made { get; private set; } = null!;

    public Neighbours Neighbours { get; private set; } = new(null, null);

    public IReadOnlyList<string> Ranks => maker.Ranks;

    public bool MayWrite => Access.MayWrite(User);

    [BindProperty]
    public Recipient Recipient { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public string? AresNumber { get; set; }

    [BindProperty]
    public DateOnly? AresDate { get; set; }

    [BindProperty]
    public string? WhyTaken { get; set; }

    /// <summary>Languages in which the template is written, and the one that the letter is in.</summary>
    public IEnumerable<string> Languages =>
        maker
            .Writings.Forms.SelectMany(maker.Writings.LanguagesOf)
            .Append(Letter.Language)
            .Distinct()
            .Order(StringComparer.Ordinal);

    public IEnumerable<SelectListItem> WaysToWrite =>
        maker.Writings.Forms.Append(Letter.WrittenAs).Distinct().Order().Select(f => new SelectListItem(t.Of(f.Name()), $"{f}"));

    public IEnumerable<SelectListItem> Forms => Words.Forms(t);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid letterId, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, letterId, cancellationToken))
            return NotFound();
        await disclose.SeenAsync(db, $"{Request.Path}", Letter.Called, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostEditAsync(Guid id, Guid letterId, CancellationToken cancellationToken)
    {
        var principal = await PrincipalAsync(letterId, cancellationToken);
        return await ActAsync(
            (id, letterId),
            () => Campaign.WhyNotEdit() ?? Letter.WhyNotEdit() ?? Recipient.WhyNotTake(maker, Letter, Ranks),
            () => Recipient.Change(Letter, principal),
            (Text.Key("Edit a letter"), null, Text.Key("The letter is changed.")),
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostVoidAsync(Guid id, Guid letterId, CancellationToken cancellationToken) =>
        ActAsync(
            (id, letterId),
            () => Letter.WhyNotVoid(Campaign, Because),
            () => Letter.Void(Campaign, Because!),
            (Text.Key("Void a letter"), Because, Text.Key("The letter is void: it never leaves.")),
            cancellationToken
        );

    public async Task<IActionResult> OnPostRegisterAsync(Guid id, Guid letterId, CancellationToken cancellationToken)
    {
        var taken = await RegisteredNumbers.InAsync(db, AresNumber, cancellationToken);
        return await ActAsync(
            (id, letterId),
            () =>
                AresDate is { } on
                    ? new Registration(Letter, AresNumber ?? "", on).WhyNot(time.Today(), taken)
                    : Text.Key("Give the day of registration."),
            () => new Registration(Letter, AresNumber!, AresDate!.Value).Enter(),
            (Text.Key("Register letters"), null, Text.Key("The letter is registered.")),
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostTakeNumberBackAsync(Guid id, Guid letterId, CancellationToken cancellationToken) =>
        ActAsync(
            (id, letterId),
            () =>
                Letter.WhyNotTakeNumberBack()
                ?? (string.IsNullOrWhiteSpace(WhyTaken) ? Text.Key("Say why the number is taken back.") : null),
            () => Letter.TakeNumberBack(),
            (Text.Key("Take a letter’s number back"), WhyTaken, Text.Key("The letter has no number in the register any more.")),
            cancellationToken
        );

    private Task<Mandate?> PrincipalAsync(Guid letterId, CancellationToken cancellationToken)
    {
        var partners = db.Letters.Where(l => l.Id == letterId).Select(l => l.PartnerId);
        return db
            .Mandates.AsNoTracking()
            .Where(m => m.Role == MandateRole.Principal && partners.Contains(m.PartnerId))
            .At(AsOf.Today(time))
            .OrderByDescending(m => m.From)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<IActionResult> ActAsync(
        (Guid Campaign, Guid Letter) at,
        Func<Reason?> whyNot,
        Action act,
        (string Process, string? Why, string Done) words,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(at.Campaign, at.Letter, cancellationToken))
            return NotFound();
        if (Letter.Version != Version)
            return StatusCode(StatusCodes.Status409Conflict);
        if (whyNot() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        act();
        // Who submits or releases the campaign at this moment hears of it, or this person does.
        db.Touch(Campaign);
        await db.SaveAsync(words.Process, words.Why, cancellationToken);
        TempData["Done"] = t.Of(words.Done);
        return Redirect($"/office/campaigns/{at.Campaign}/letters/{at.Letter}");
    }

    /// <summary>The forms of the page as the letter stands, but for the one that was sent: it keeps what was typed.</summary>
    private void Fill()
    {
        if (!IsSent(nameof(Recipient)))
            Recipient = Recipient.Of(Letter);
        if (!IsSent(nameof(Delivery)))
            Delivery = new() { Way = Letter.Way, Email = Letter.AddresseeEmail };
        if (!IsSent(nameof(AresNumber)))
            (AresNumber, AresDate) = (Letter.AresNumber, Letter.AresDate);
        if (!IsSent(nameof(PostedOn)))
            PostedOn = Letter.PostedOn;
    }

    private bool IsSent(string form) =>
        Request.HasFormContentType && Request.Form.Keys.Any(k => k == form || k.StartsWith($"{form}.", StringComparison.Ordinal));

    private async Task<bool> ReadAsync(Guid id, Guid letterId, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        var letter = await db.Letters.SingleOrDefaultAsync(l => l.Id == letterId && l.CampaignId == id, cancellationToken);
        if (campaign is null || letter is null)
            return false;
        (Campaign, Letter) = (campaign, letter);
        Partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == letter.PartnerId, cancellationToken);
        (Replaces, ReplacedBy) = await NamedLetter.BesideAsync(db, letter, cancellationToken);
        await ReadTheirsAsync(cancellationToken);
        Neighbours = await Neighbours.OfAsync(db, letter, cancellationToken);
        await maker.PrepareAsync(campaign, cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var hindrances = await Hindrances.ReadAsync(db, campaign, [letter], entries, time.Today(), cancellationToken);
        Made = hindrances.AddTo(maker.Make(campaign, letter), letter);
        Fill();
        return true;
    }
}

/// <summary>The letters before and after, in protocol order.</summary>
public sealed record Neighbours(Guid? Previous, Guid? Next)
{
    internal static async Task<Neighbours> OfAsync(SecretariatDb db, Letter letter, CancellationToken cancellationToken)
    {
        var ids = await db
            .Letters.Where(l => l.CampaignId == letter.CampaignId)
            .OrderBy(l => l.Order)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        var at = ids.IndexOf(letter.Id);
        return new(at > 0 ? ids[at - 1] : null, at + 1 < ids.Count ? ids[at + 1] : null);
    }
}
