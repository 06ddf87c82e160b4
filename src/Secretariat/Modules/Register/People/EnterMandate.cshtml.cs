using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.People;

/// <summary>A mandate that no message proposed: told by telephone, at a meeting, by a letter on paper.</summary>
[WritersOnly]
public sealed class EnterMandateModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    [BindProperty]
    public MandateForm Entry { get; set; } = new();

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Messages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> PersonOptions => Who.Options(Entry.Which, t);

    /// <summary>Asked once somebody else is found to hold the role in the same strands.</summary>
    public bool AsksWhetherReplaces { get; private set; }

    /// <summary>Others who hold the role beside it, in the same strands.</summary>
    private List<Mandate> beside = [];

    /// <summary>What becomes of them; of one who begins later, it is they who take over.</summary>
    public IEnumerable<SelectListItem> Replacing =>
        [
            new(
                beside.Exists(m => m.From > Entry.From)
                    ? t.Of("Whoever begins later takes over")
                    : t.Of("The new one takes over"),
                "true"
            ),
            new(t.Of("They stand beside each other"), "false"),
        ];

    /// <summary>A principal has a page of its own, since there is one at a time.</summary>
    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<MandateRole>()
            .Where(r => r is not MandateRole.Principal)
            .Select(r => new SelectListItem(t.Of(r.Name()), $"{r}"));

    public IEnumerable<SelectListItem> Forms => Words.Forms(t);

    public IEnumerable<SelectListItem> StrandOptions =>
        Strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code));

    private WhoIsIt Who => new(persons, Entry.Name, Entry.Email);

    private IReadOnlyList<KnownPerson> persons = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Entry.From = time.Today();
        Entry.Version = Partner.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var mandates = await db
            .Mandates.Include(m => m.Person)
            .Where(m => m.PartnerId == Partner.Id)
            .OrderBy(m => m.From)
            .ToListAsync(cancellationToken);
        var known = mandates.FindAll(m => m.Role == Entry.Role);
        Check(known);
        CheckRoles(mandates);
        if (!ModelState.IsValid)
            return Page();
        var person = await PersonAsync(cancellationToken);
        var strands = Strands.Select(s => s.Code).ToList();
        var asked = Entry.ToMandate(Partner.Id, person, strands);
        var entered = MandateEntry.Enter(known, asked, Entry.Replaces is true, strands);
        db.Mandates.AddRange(entered.New);
        if (Entry.Replaces is true && entered.Mandate == asked)
            db.Mandates.AddRange(MandateEntry.HandOn(asked, beside, strands));
        await TakeOver.FollowAsync(db, entered, successor: null, asked.From, cancellationToken);
        db.Touch(Partner);
        db.Expect(Partner, Entry.Version ?? 0);
        await db.SaveAsync(Text.Key("Enter a mandate"), Entry.Why, cancellationToken);
        TempData["Done"] = t.Of("{0} is recorded: {1}.", person.Name, t.Of(Entry.Role.Name()));
        return Redirect($"/office/partners/{code}");
    }

    private void Check(List<Mandate> known)
    {
        Entry.Which = Who.Answer(Entry.Which);
        if (!string.IsNullOrEmpty(Entry.Language) && Languages.All(l => l.Value != Entry.Language))
            ModelState.AddModelError("Entry.Language", t.Of("Choose one of the languages."));
        if (Entry.Message is { } message && Messages.All(m => m.Value != $"{message}"))
            ModelState.AddModelError("Entry.Message", t.Of("Choose a message of this partner."));
        if (Entry.Role is MandateRole.Principal)
            ModelState.AddModelError("Entry.Role", t.Of("A principal is entered on a page of its own."));
        if (Who.WhyNot(Entry.Which) is { } unsaid)
            ModelState.AddModelError("Entry.Which", t.Of(unsaid));
        if (Entry.From is not { } from || IsRefused("Entry.From") || IsRefused("Entry.LastDay"))
            return;
        if (Entry.LastDay is { } last && Mandate.WhyNotLast(from, last.AddDays(1)) is { } never)
            ModelState.AddModelError("Entry.LastDay", t.Of(never));
        // Who is meant comes first: nobody stands beside themselves.
        if (Who.WhyNot(Entry.Which) is not null)
            return;
        beside = Beside(known, from);
        AsksWhetherReplaces = beside.Count > 0;
        if (AsksWhetherReplaces && Entry.Replaces is null)
            ModelState.AddModelError("Entry.Replaces", t.Of(Asking(beside[0], from)));
    }

    private bool IsRefused(string field) => ModelState[field] is { Errors.Count: > 0 };

    /// <summary>What else the same person does for the partner.</summary>
    private void CheckRoles(List<Mandate> mandates)
    {
        if (Entry.From is not { } from || IsRefused("Entry.From") || IsRefused("Entry.LastDay"))
            return;
        if (!Guid.TryParse(Entry.Which, out var person) || Who.WhyNot(Entry.Which) is not null)
            return;
        var days = new Days(from, Entry.LastDay?.AddDays(1));
        var own = mandates.Where(m => m.PersonId == person);
        if (own.Select(m => m.WhyNotBeside(Entry.Role, Entry.Strands, days)).FirstOrDefault(r => r is not null) is { } reason)
            ModelState.AddModelError("Entry.Role", t.Of(reason));
    }

    private static Reason Asking(Mandate other, DateOnly from) =>
        other.From > from
            ? Text.Key(
                "{0} holds this role from {1} on. Say whether they take over from the new one then, or stand beside them.",
                other.Person.Name,
                other.From
            )
            : Text.Key(
                "{0} holds this role since {1}. Say whether the new one takes over, or stands beside them.",
                other.Person.Name,
                other.From
            );

    private List<Mandate> Beside(List<Mandate> known, DateOnly from)
    {
        Guid? person = Guid.TryParse(Entry.Which, out var which) ? which : null;
        return [.. MandateEntry.Beside(known, person, Entry.Strands, from, Entry.LastDay?.AddDays(1))];
    }

    private async Task<Person> PersonAsync(CancellationToken cancellationToken)
    {
        var person = Guid.TryParse(Entry.Which, out var id)
            ? await db.Persons.SingleAsync(p => p.Id == id, cancellationToken)
            : new Person { Name = Entry.Name.Trim() };
        await db.MoveMailboxAsync(person, Cleaned(Entry.Email) ?? person.Email, cancellationToken);
        person.Phone = Cleaned(Entry.Phone) ?? person.Phone;
        person.FamilyName = Cleaned(Entry.FamilyName) ?? person.FamilyName;
        if (Entry.Form is not AddressForm.Unknown)
            person.Form = Entry.Form;
        return person;
    }

    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.CurrentPartners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } partner)
            return false;
        Partner = partner;
        persons = await KnownPerson.OfAsync(db, partner.Id, cancellationToken);
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var languages = await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(cancellationToken);
        Languages = [.. languages.Select(l => new SelectListItem(l.Name.In(t.Language.Code), l.Code))];
        Messages = await PartnerMessages.OptionsAsync(db, partner.Id, t, cancellationToken);
        return true;
    }
}
