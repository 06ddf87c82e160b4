using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Images;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>A registered person's own page: what they need, when they arrive, and to whom they may be shown.</summary>
[EnableRateLimiting(CallerLimit.OpenForms)]
[
    RequestSizeLimit(PersonPageModel.MostSent),
    RequestFormLimits(MultipartBodyLengthLimit = PersonPageModel.MostSent, MemoryBufferThreshold = PersonPageModel.MostSent)
]
public sealed class PersonPageModel(
    SecretariatDb db,
    RegistrationLinks links,
    Settings settings,
    CurrentActor current,
    TimeProvider time,
    Text t
) : PageModel
{
    /// <summary>More than a photograph may have, so that whoever sends one as their camera made it is told in words.</summary>
    public const int MostSent = 20_000_000;

    private Dictionary<Audience, bool> consents = [];

    private List<KeptApart> apart = [];

    public EventRegistration Found { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public RegistrationCategory Category => Found.Category(Registration.CategoryId)!;

    public LocalizedText Partner { get; private set; } = null!;

    public string Mailbox => settings.Mail.Mailbox;

    /// <summary>By which they are checked in; null for who has no place.</summary>
    public string? BadgeCode { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    // By that name alone: else the other fields would count as answers where there is none.
    [BindProperty(Name = nameof(Answers))]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty(Name = nameof(Shown))]
    public Dictionary<Audience, string?> Shown { get; set; } = [];

    [BindProperty, Display(Name = "Photograph")]
    public IFormFile? Photo { get; set; }

    public bool HasPhoto { get; private set; }

    /// <summary>The registration as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Those who are to come are asked what is kept apart; those with a place, everything that is asked of the person.</summary>
    public IEnumerable<AskedQuestion> Questions => AskedQuestion.Of(Category, Asked, Answers, t);

    private IEnumerable<Question> Asked =>
        Category.Questions.Where(q =>
            q.IsForPerson && (!q.IsForAccepted || Registration.Status is RegistrationStatus.Registered)
        );

    public DateOnly EraseOn => RegistrationTerms.EraseOn(Found.Entry, time.Today());

    /// <summary>On official duty, nobody is asked about the list of participants; what somebody has said before stays theirs.</summary>
    public IEnumerable<Audience> Audiences =>
        Enum.GetValues<Audience>()
            .Where(a => a is not Audience.Participants || Found.Terms is not { IsOfficialDuty: true } || consents.ContainsKey(a));

    public IEnumerable<SelectListItem> YesOrNo => [new(t.Of("Yes"), Question.Yes), new(t.Of("No"), Question.No)];

    public string? ShownTo(Audience audience) =>
        consents.TryGetValue(audience, out var isGiven)
            ? isGiven
                ? Question.Yes
                : Question.No
            : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        Version = Registration.Version;
        var answers = Registration.Answers.Concat(apart.Select(a => KeyValuePair.Create(a.Question, a.Answer)));
        Answers = answers.DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => (string?)a.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Registration.IsOver)
            return NotFound();
        var kept = AskedQuestion.Check(Asked, Answers, Registration.Answers, ModelState, t);
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Registration, Version);
        db.Touch(Registration);
        var isApart = Asked.Where(q => q.IsKeptApart).Select(q => q.Key).ToHashSet();
        var others = Registration.Answers.Where(a => Asked.All(q => q.Key != a.Key));
        Registration.Answer(others.Concat(kept.Where(k => !isApart.Contains(k.Key))).ToDictionary());
        db.KeptApart.RemoveRange(apart.Where(a => isApart.Contains(a.Question)));
        db.KeptApart.AddRange(
            kept.Where(k => isApart.Contains(k.Key))
                .Select(k => new KeptApart
                {
                    RegistrationId = Registration.Id,
                    Question = k.Key,
                    Answer = k.Value,
                    EraseOn = EraseOn,
                })
        );
        await db.SaveAsync(Text.Key("Answer the questions of a registration"), cancellationToken: cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostConsentAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Registration.IsOver)
            return NotFound();
        foreach (var audience in Audiences)
            if (Shown.GetValueOrDefault(audience) is { } said && said is Question.Yes or Question.No && said != ShownTo(audience))
                db.Consents.Add(
                    new Consent
                    {
                        RegistrationId = Registration.Id,
                        Audience = audience,
                        IsGiven = said is Question.Yes,
                        At = time.Now(),
                    }
                );
        await db.SaveAsync(Text.Key("Say to whom one may be shown"), cancellationToken: cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostPhotoAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || Registration.IsOver || !Category.AsksPhoto)
            return NotFound();
        if (await ReadPhotoAsync(cancellationToken) is not { } photograph)
            return Page();
        if (await db.BadgePhotos.SingleOrDefaultAsync(p => p.RegistrationId == Registration.Id, cancellationToken) is { } former)
            former.Replace(photograph);
        else
            db.BadgePhotos.Add(BadgePhoto.Of(Registration.Id, photograph, EraseOn));
        await db.SaveAsync(Text.Key("Give a photograph for a badge"), cancellationToken: cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostRemovePhotoAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        await db.BadgePhotos.Where(p => p.RegistrationId == Registration.Id).ExecuteDeleteAsync(cancellationToken);
        return Done();
    }

    /// <returns>Null for what cannot stand on a badge: the form says why.</returns>
    private async Task<Photograph?> ReadPhotoAsync(CancellationToken cancellationToken)
    {
        if (Photo is not { Length: > 0 } file)
            ModelState.AddModelError(nameof(Photo), t.Of("Choose a photograph."));
        else if (file.Length > 2 * BadgePhoto.LargestFile)
            ModelState.AddModelError(nameof(Photo), t.Of(BadgePhoto.TooLarge));
        else
        {
            var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            var photograph = Photograph.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            if (BadgePhoto.WhyNot(photograph) is not { } reason)
                return photograph;
            ModelState.AddModelError(nameof(Photo), t.Of(reason));
        }

        return null;
    }

    private RedirectResult Done()
    {
        TempData["Done"] = t.Of("Thank you: it has been saved.");
        return Redirect($"/t/{Token}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await links.ReadAsync(Token, cancellationToken) is not (LinkTo.Person, var id))
            return false;
        var found = await (
            from registration in db.Registrations
            where registration.Id == id
            join delegation in db.Delegations on registration.DelegationId equals delegation.Id
            join partner in db.Partners on delegation.PartnerId equals partner.Id
            join e in db.Events on registration.EventId equals e.Id
            select new
            {
                registration,
                partner.Name,
                e.Code,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (
            found is null
            || await db.RegistrationAsync(found.Code, AsOf.Today(time), cancellationToken) is not { Terms: not null } registered
        )
            return false;
        current.Actor = new(null, Text.Key("The registered person"));
        (Found, Registration, Partner) = (registered, found.registration, found.Name);
        apart = await db.KeptApart.Where(a => a.RegistrationId == id).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        HasPhoto = await db.BadgePhotos.AnyAsync(p => p.RegistrationId == id, cancellationToken);
        consents = await db.ConsentsAsync(id, cancellationToken);
        if (Registration.Status is RegistrationStatus.Registered)
            BadgeCode = await links.TokenAsync(LinkTo.Badge, id, cancellationToken);
        return true;
    }
}
