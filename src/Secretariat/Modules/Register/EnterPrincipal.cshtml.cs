using System.ComponentModel.DataAnnotations;
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

namespace Secretariat.Modules.Register;

/// <summary>The minister or head of a partner: entered, put in the place of the former one, or corrected.</summary>
[WritersOnly]
public sealed class EnterPrincipalModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    [BindProperty]
    public PrincipalEntry Entry { get; set; } = new();

    [BindProperty, MeantDay, Display(Name = "First day in office")]
    public DateOnly? From { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day in office")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public bool Replaces { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "How we know")]
    public string Why { get; set; } = "";

    /// <summary>Which person of the record a new principal is: a key, or <see cref="WhoIsIt.SomebodyElse"/>.</summary>
    [BindProperty]
    public string? Which { get; set; }

    /// <summary>Whoever held the office when the officer looked.</summary>
    [BindProperty]
    public Guid? HolderId { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public int? PersonVersion { get; set; }

    public Partner Partner { get; private set; } = null!;

    /// <summary>The entry that is corrected; null for a new one.</summary>
    public Mandate? Corrected { get; private set; }

    /// <summary>Who holds the office without a known end.</summary>
    public Mandate? Holder => principals.Find(m => m.To is null);

    public PrincipalOptions Options { get; private set; } = PrincipalOptions.None;

    public IReadOnlyList<SelectListItem> PersonOptions => Who.Options(Which, t);

    private WhoIsIt Who => new(persons, Entry.Name, Entry.Email);

    private List<Mandate> principals = [];

    private IReadOnlyList<KnownPerson> persons = [];

    public async Task<IActionResult> OnGetAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        From = time.Today();
        if (Corrected is not null)
            (Entry, From, LastDay) = (PrincipalEntry.Of(Corrected), Corrected.From, Corrected.To?.AddDays(-1));
        var named = new[] { Corrected ?? Holder }.OfType<Mandate>().Select(m => m.PersonId);
        await disclose.SeenAsync($"{Request.Path}", named, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (Corrected is null && HolderId != Holder?.Id)
            return StatusCode(StatusCodes.Status409Conflict);
        Check();
        if (ModelState.IsValid && await WhyNotDomainAsync(cancellationToken) is { } nobodys)
            ModelState.AddModelError($"{nameof(Entry)}.{nameof(Entry.RegisterDomain)}", t.Of(nobodys));
        if (!ModelState.IsValid)
            return Page();
        db.Touch(Partner);
        var process = Corrected is null ? await EnterAsync(cancellationToken) : await CorrectAsync(Corrected, cancellationToken);
        if (NewDomain is { } domain)
            db.PartnerDomains.Add(new PartnerDomain { PartnerId = Partner.Id, Domain = domain });
        await db.SaveAsync(process, Why, cancellationToken);
        TempData["Done"] = t.Of("{0} is recorded as principal.", Entry.Name.Trim());
        return Redirect($"/office/partners/{Partner.Code}");
    }

    private void Check()
    {
        Which = Corrected is null ? Who.Answer(Which) : null;
        Entry.Check(ModelState, Options, t);
        if (Corrected?.Person is { } person && FamilyName.WhyNotCall(Entry.Name, Entry.FamilyName, person.Names) is { } stale)
            ModelState.AddModelError("Entry.FamilyName", t.Of(stale));
        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(From), t.Of("{0} is missing.", t.Of("First day in office")));
        if (Corrected is null && Who.WhyNot(Which) is { } unsaid)
            ModelState.AddModelError(nameof(Which), t.Of(unsaid));
        if (ModelState.IsValid && WhyNotHold(From!.Value) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
    }

    private Reason? WhyNotHold(DateOnly from) =>
        Corrected is null
            ? Succession.WhyNotSucceed(principals, from, Replaces)
            : Succession.WhyNotLast(principals, Corrected, from, LastDay?.AddDays(1));

    private async Task<string> EnterAsync(CancellationToken cancellationToken)
    {
        var process = Holder is null ? Text.Key("Enter a principal") : Text.Key("Replace a principal");
        if (Holder is not null)
            db.Expect(Holder, Version ?? 0);
        Succession.Succeed(principals, From!.Value);
        var person = await PersonAsync(cancellationToken);
        var mandate = new Mandate
        {
            PartnerId = Partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = MandateRole.Principal,
            Function = "",
            From = From.Value,
        };
        await db.MoveMailboxAsync(person, Entry.Email.Trim(), cancellationToken);
        Entry.Change(mandate);
        db.Mandates.Add(mandate);
        return process;
    }

    /// <summary>Somebody of the record, whose form of address and family name stay where none is given and the name still has it, or somebody new.</summary>
    private async Task<Person> PersonAsync(CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(Which, out var id))
            return new Person { Name = "" };
        var person = await db.Persons.SingleAsync(p => p.Id == id, cancellationToken);
        if (Entry.Form is AddressForm.Unknown)
            Entry.Form = person.Form;
        if (string.IsNullOrWhiteSpace(Entry.FamilyName))
            Entry.FamilyName = person.FamilyName is { } family && FamilyName.IsIn(Entry.Name, family) ? family : null;
        return person;
    }

    private async Task<string> CorrectAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        db.Expect(mandate, Version ?? 0);
        db.Expect(mandate.Person, PersonVersion ?? 0);
        mandate.Correct(From!.Value, LastDay?.AddDays(1));
        await db.MoveMailboxAsync(mandate.Person, Entry.Email.Trim(), cancellationToken);
        Entry.Change(mandate);
        return Text.Key("Correct a principal");
    }

    /// <summary>The domain of the mailbox, where it is to be registered and is not yet.</summary>
    private string? NewDomain =>
        Entry.RegisterDomain
        && Entry.Email.Trim().Split('@')[^1].ToLowerInvariant() is var domain
        && !Partner.Domains.Exists(d => d.Domain == domain)
            ? domain
            : null;

    private async Task<Reason?> WhyNotDomainAsync(CancellationToken cancellationToken) =>
        NewDomain is { } domain ? (await DomainOwners.ReadAsync(db, cancellationToken)).WhyNotRegister(domain, Partner) : null;

    private async Task<bool> ReadAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        var partner = await db
            .CurrentPartners.Include(p => p.Domains)
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        principals = await db
            .Mandates.Include(m => m.Person)
            .Where(m => m.PartnerId == partner.Id && m.Role == MandateRole.Principal)
            .ToListAsync(cancellationToken);
        Corrected = principals.Find(m => m.Id == id);
        // Ministers follow one another in one mailbox: among them it says nothing about who is meant.
        var known = await KnownPerson.OfAsync(db, partner.Id, cancellationToken);
        persons = [.. known.Select(p => principals.Exists(m => m.PersonId == p.Id) ? p with { Email = null } : p)];
        Options = await PrincipalOptions.ReadAsync(db, t, cancellationToken);
        return id is null || Corrected is not null;
    }
}
