using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>One person of a delegation, to change what was said of them or to withdraw them, until the cut-off.</summary>
[EnableRateLimiting(CallerLimit.OpenForms)]
public sealed class PeopleModel(
    SecretariatDb db,
    RegistrationLinks links,
    GivePlaces places,
    CurrentActor current,
    TimeProvider time,
    Text t
) : DelegationModel(db, links, current, time)
{
    public Registration Registration { get; private set; } = null!;

    [BindProperty, Required, StringLength(200), Display(Name = "Function")]
    public string Function { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    // By that name alone: else the other fields would count as answers where there is none.
    [BindProperty(Name = nameof(Answers))]
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>The registration as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, StringLength(254), OneEmailAddress, Display(Name = "Your own e-mail address")]
    public string? YourEmail { get; set; }

    /// <summary>Whoever has the link registers, and the head confirms; what stands is changed by the head alone.</summary>
    public bool IsByHead => IsHead || (Sender is { } sender && Delegation.IsOf(sender));

    public IEnumerable<AskedQuestion> Questions => AskedQuestion.Of(Category, Asked, Answers, t);

    private RegistrationCategory Category => Found.Category(Registration.CategoryId)!;

    private IEnumerable<Question> Asked => Category.Questions.Where(q => !q.IsForPerson);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } closed)
            return closed;
        if (Closed is not null)
            return Redirect($"/t/{Token}");
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostWhoAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } closed)
            return closed;
        ModelState.Remove(nameof(Function));
        if (ModelState.IsValid && !Delegation.IsOf(YourEmail ?? ""))
            ModelState.AddModelError(
                nameof(YourEmail),
                t.Of("Only the head of delegation changes or withdraws people, from the address to which we wrote.")
            );
        if (!ModelState.IsValid)
            return Page();
        Sender = YourEmail;
        return Redirect($"/t/{Token}/people/{id}");
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } closed)
            return closed;
        if (!IsByHead)
            return Redirect($"/t/{Token}/people/{id}");
        if (Closed is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        var answers = AskedQuestion.Check(Asked, Answers, new Dictionary<string, string>(), ModelState, t);
        if (!ModelState.IsValid)
            return Page();
        Db.Expect(Registration, Version);
        var organisation = string.IsNullOrWhiteSpace(Organisation) ? null : OneLine.Of(Organisation.Trim());
        Registration.Describe(OneLine.Of(Function.Trim()), organisation);
        var byThePerson = Registration.Answers.Where(a => Asked.All(q => q.Key != a.Key));
        Registration.Answer(answers.Concat(byThePerson).ToDictionary());
        await Db.SaveAsync(Text.Key("Change a registration"), cancellationToken: cancellationToken);
        return Done();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } closed)
            return closed;
        if (!IsByHead)
            return Redirect($"/t/{Token}/people/{id}");
        ModelState.Clear();
        if (Closed is { } over)
            ModelState.AddModelError("", t.Of(over));
        if (!ModelState.IsValid)
        {
            Fill();
            return Page();
        }

        Db.Expect(Registration, Version);
        await places.LeaveAsync(
            Registration,
            RegistrationStatus.Withdrawn,
            Text.Key("By the delegation."),
            Text.Key("Withdraw a registration"),
            cancellationToken
        );
        return Done();
    }

    private RedirectResult Done()
    {
        TempData["Done"] = t.Of("{0}: {1}", Registration.Name, t.Of(RegistrationWords.NameOf(Registration.Status)));
        return Redirect($"/t/{Token}");
    }

    private void Fill()
    {
        (Function, Organisation, Version) = (Registration.Function, Registration.Organisation, Registration.Version);
        Answers = Registration.Answers.ToDictionary(a => a.Key, a => (string?)a.Value);
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        var registration = await Own.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (registration is null or { IsOver: true })
            return NotFound();
        Registration = registration;
        return null;
    }
}
