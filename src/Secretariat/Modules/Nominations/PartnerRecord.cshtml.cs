using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>All that the secretariat holds of one partner.</summary>
public sealed class PartnerRecordModel(SecretariatDb db, INameRelations relations, TimeProvider time, Text t) : PageModel
{
    private const int MessagesShown = 20;

    public sealed record LetterLine(Guid Id, Guid CampaignId, string Title, string? Reference, DateTimeOffset? SentAt);

    public sealed record MessageLine(Guid Id, string Subject, DateTimeOffset ReceivedAt) : IPlaced
    {
        public PlaceInList Place => new(ReceivedAt, Id);
    }

    [BindProperty(Name = "mandate")]
    public Guid? MandateId { get; set; }

    [BindProperty, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Display(Name = "Reason")]
    public string? Why { get; set; }

    [BindProperty]
    public string? Domain { get; set; }

    [BindProperty]
    public string? DomainWhy { get; set; }

    public Partner Partner { get; private set; } = null!;

    public LocalizedText Kind { get; private set; } = null!;

    public MandateTimeline Mandates { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Strand, Interest Interest)> Interests { get; private set; } = [];

    public IReadOnlyList<LetterLine> Letters { get; private set; } = [];

    /// <summary>Newest first; before and after lead through all of them.</summary>
    public PageOfMessages<MessageLine> Messages { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public PlaceInList? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlaceInList? After { get; set; }

    /// <summary>The events and instruments that the relations speak of, by code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Titles { get; private set; } = new Dictionary<string, LocalizedText>();

    /// <summary>The title, or the code where nothing of that name is known.</summary>
    public LocalizedText TitleOf(string code) => Titles.GetValueOrDefault(code) ?? LocalizedText.InEnglish(code);

    /// <summary>Records whose history belongs to the partner's.</summary>
    public IEnumerable<Guid> Belonging =>
        [
            .. Mandates.Mandates.SelectMany(m => new[] { m.Id, m.PersonId }),
            .. Partner.Domains.Select(d => d.Id),
            .. Interests.Select(i => i.Interest.Id),
        ];

    /// <summary>To whom letters are addressed today.</summary>
    public Mandate? Principal =>
        Mandates.Mandates.LastOrDefault(m => m.Role is MandateRole.Principal && m.HoldsOn(Mandates.Today));

    public IEnumerable<SelectListItem> Current =>
        Mandates
            .Mandates.Where(m => m.To is null)
            .Select(m => new SelectListItem($"{m.Person.Name}, {m.Function} ({t.Of(m.Role.Name())})", m.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        return await FindAsync(code, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostEndMandateAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var mandate = await db.Mandates.SingleOrDefaultAsync(
            m => m.Id == MandateId && m.PartnerId == Partner.Id,
            cancellationToken
        );
        if (mandate is null)
            ModelState.AddModelError("mandate", t.Of("Choose a mandate."));
        if (LastDay is null)
            ModelState.AddModelError(nameof(LastDay), t.Of("{0} is missing.", t.Of("Last day of the mandate")));
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why the mandate ends."));
        if (LastDay is { } last && mandate?.WhyNotEnd(last.AddDays(1)) is { } reason)
            ModelState.AddModelError(nameof(LastDay), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();

        // A mandate ends with the day after its last one.
        mandate!.End(LastDay!.Value.AddDays(1));
        await db.SaveAsync(Text.Key("End a mandate"), Why, cancellationToken);
        return Back(t.Of("The mandate ends on {0}.", LastDay.Value));
    }

    public async Task<IActionResult> OnPostAddDomainAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var domain = Cleaned();
        if (Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            ModelState.AddModelError(nameof(Domain), t.Of("A domain looks like interior.example."));
        if (Partner.Domains.Exists(d => d.Domain == domain))
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is registered already."));
        if (!HasReason())
            return Page();
        db.PartnerDomains.Add(new PartnerDomain { PartnerId = Partner.Id, Domain = domain });
        await db.SaveAsync(Text.Key("Register a domain of a partner"), DomainWhy, cancellationToken);
        return Back(t.Of("Saved"));
    }

    public async Task<IActionResult> OnPostRemoveDomainAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var domain = Cleaned();
        if (
            await db.PartnerDomains.SingleOrDefaultAsync(d => d.PartnerId == Partner.Id && d.Domain == domain, cancellationToken)
            is not { } found
        )
        {
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is not registered."));
            return Page();
        }

        if (!HasReason())
            return Page();
        db.PartnerDomains.Remove(found);
        await db.SaveAsync(Text.Key("Remove a domain of a partner"), DomainWhy, cancellationToken);
        return Back(t.Of("Saved"));
    }

    private string Cleaned() => (Domain ?? "").Trim().TrimStart('@').ToLowerInvariant();

    private bool HasReason()
    {
        if (string.IsNullOrWhiteSpace(DomainWhy))
            ModelState.AddModelError(nameof(DomainWhy), t.Of("Say in a reason why."));
        return ModelState.IsValid;
    }

    private RedirectToPageResult Back(string done)
    {
        TempData["Done"] = done;
        return RedirectToPage();
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .Include(p => p.Relations)
            .Include(p => p.Domains)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        Kind = await db.PartnerKinds.Where(k => k.Code == partner.KindCode).Select(k => k.Name).SingleAsync(cancellationToken);
        Mandates = await MandateTimeline.OfAsync(db, partner.Id, time.Today(), cancellationToken);
        Mandates.ShowsEvidence = true;
        Interests = await InterestsOf(db, partner.Id, cancellationToken);
        Letters = await db
            .Letters.Where(l => l.PartnerId == partner.Id)
            .Join(db.Campaigns, l => l.CampaignId, c => c.Id, (l, c) => new { Letter = l, c.Title })
            .OrderByDescending(r => r.Letter.Id)
            .Select(r => new LetterLine(r.Letter.Id, r.Letter.CampaignId, r.Title, r.Letter.Reference, r.Letter.SentAt))
            .ToListAsync(cancellationToken);
        Messages = await db
            .Messages.Where(m => m.PartnerId == partner.Id)
            .PageAsync(
                found => found.Select(m => new MessageLine(m.Id, m.Subject, m.ReceivedAt)),
                (Before, After),
                MessagesShown,
                cancellationToken
            );
        var codes = partner.Relations.Select(r => r.Of).OfType<string>().Distinct().ToList();
        Titles = await relations.TitlesAsync(codes, cancellationToken);
        return true;
    }

    internal static async Task<IReadOnlyList<(LocalizedText Strand, Interest Interest)>> InterestsOf(
        SecretariatDb db,
        Guid partnerId,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .Interests.AsNoTracking()
                    .Where(i => i.PartnerId == partnerId)
                    .Join(
                        db.Strands,
                        i => i.StrandCode,
                        s => s.Code,
                        (i, s) =>
                            new
                            {
                                Interest = i,
                                s.Name,
                                s.Order,
                            }
                    )
                    .OrderBy(i => i.Order)
                    .ThenBy(i => i.Interest.From)
                    .ToListAsync(cancellationToken)
            ).Select(i => (i.Name, i.Interest)),
        ];
}
