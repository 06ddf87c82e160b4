using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Registering one person of a delegation, or one in the place of another.</summary>
[EnableRateLimiting(CallerLimit.OpenForms)]
public sealed class RegisterModel(
    SecretariatDb db,
    RegistrationLinks links,
    GivePlaces places,
    RegistrationMail mail,
    Settings settings,
    CurrentActor current,
    TimeProvider time,
    Text t
) : DelegationModel(db, links, current, time)
{
    [BindProperty, StringLength(100), Display(Name = "Given names")]
    public string? GivenNames { get; set; }

    [BindProperty, Required, StringLength(100), Display(Name = "Family name")]
    public string FamilyName { get; set; } = "";

    [BindProperty, Required, StringLength(200), Display(Name = "Function")]
    public string Function { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [BindProperty, Required, StringLength(254), OneEmailAddress, Display(Name = "E-mail address of the person")]
    public string Email { get; set; } = "";

    // By that name alone: else the other fields would count as answers where there is none.
    [BindProperty(Name = nameof(Answers))]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty, Display(Name = "It is another person of the same name")]
    public bool IsAnother { get; set; }

    [BindProperty, Required, StringLength(254), OneEmailAddress, Display(Name = "Your own e-mail address")]
    public string YourEmail { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? InsteadOf { get; set; }

    public RegistrationCategory Asked { get; private set; } = null!;

    /// <summary>Who is replaced.</summary>
    public Registration? Former { get; private set; }

    /// <summary>Somebody of that name is registered already.</summary>
    public bool MayBeAnother { get; private set; }

    public string Mailbox => settings.Mail.Mailbox;

    public IEnumerable<AskedQuestion> Questions =>
        AskedQuestion.Of(Asked, Asked.Questions.Where(q => !q.IsForPerson), Answers, t);

    public async Task<IActionResult> OnGetAsync(Guid category, CancellationToken cancellationToken)
    {
        if (await FindAsync(category, cancellationToken) is { } closed)
            return closed;
        if (Closed is not null || Former?.WhyNotReplace() is not null)
            return Redirect($"/t/{Token}");
        YourEmail = Sender ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid category, CancellationToken cancellationToken)
    {
        if (await FindAsync(category, cancellationToken) is { } closed)
            return closed;
        if (Closed is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (Former?.WhyNotReplace() is { } gone)
            ModelState.AddModelError("", t.Of(gone));
        var answers = AskedQuestion.Check(
            Asked.Questions.Where(q => !q.IsForPerson),
            Answers,
            new Dictionary<string, string>(),
            ModelState,
            t
        );
        if (ModelState.IsValid)
            await CheckSameAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var registration = New();
        registration.Answer(answers);
        try
        {
            await SaveAsync(registration, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError(nameof(Email), t.Of("Somebody else has just registered this person, or changed the entry."));
            return Page();
        }

        Sender = YourEmail;
        TempData["Done"] = t.Of("{0}: {1}", registration.Name, t.Of(RegistrationWords.NameOf(registration.Status)));
        return Redirect($"/t/{Token}");
    }

    private async Task SaveAsync(Registration registration, CancellationToken cancellationToken)
    {
        mail.Take(About);
        var isByHead = Delegation.IsOf(YourEmail);
        if (Former is { } former && isByHead)
            await places.ReplaceAsync(former, registration, Asked, cancellationToken);
        else if (isByHead)
            await places.RegisterAsync(registration, Asked, cancellationToken);
        else
            await places.AskHeadAsync(registration, cancellationToken);
    }

    private Registration New() =>
        new()
        {
            EventId = Delegation.EventId,
            DelegationId = Delegation.Id,
            CategoryId = Asked.Id,
            GivenNames = string.IsNullOrWhiteSpace(GivenNames) ? null : OneLine.Of(GivenNames.Trim()),
            FamilyName = OneLine.Of(FamilyName.Trim()),
            Function = OneLine.Of(Function.Trim()),
            Organisation = string.IsNullOrWhiteSpace(Organisation) ? null : OneLine.Of(Organisation.Trim()),
            Email = Email.Trim(),
            SentBy = YourEmail.Trim(),
            InsteadOfId = Former?.Id,
        };

    /// <summary>The same person is registered once, be it under another address.</summary>
    private async Task CheckSameAsync(CancellationToken cancellationToken)
    {
        var (once, name) = (Registration.OnceOf(Email), Fold.Of($"{GivenNames} {FamilyName}".Trim()));
        var alike = await Db
            .Registrations.AsNoTracking()
            .Where(r => r.EventId == Delegation.EventId && r.Once != null && r.Id != InsteadOf)
            .Where(r => r.Once == once || (r.DelegationId == Delegation.Id && r.Folded.StartsWith(name + " ")))
            .ToListAsync(cancellationToken);
        if (alike.Exists(o => o.Once == once))
        {
            ModelState.AddModelError(nameof(Email), t.Of("A person with this address is registered for the event already."));
            return;
        }

        MayBeAnother = alike.Exists(o => Fold.Of(o.Name) == name);
        if (MayBeAnother && !IsAnother)
            ModelState.AddModelError(
                nameof(IsAnother),
                t.Of(
                    "{0} is registered already. If it is another person of the same name, say so.",
                    $"{GivenNames} {FamilyName}".Trim()
                )
            );
    }

    private async Task<IActionResult?> FindAsync(Guid category, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        if (Found.Category(category) is not { } asked)
            return NotFound();
        Asked = asked;
        if (InsteadOf is { } id)
            Former = await Own.SingleOrDefaultAsync(r => r.Id == id && r.CategoryId == category, cancellationToken);
        return InsteadOf is null || Former is not null ? null : NotFound();
    }
}
