using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>The minister or head of a partner: entered, put in the place of the former one, or corrected.</summary>
public sealed class EnterPrincipalModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    [BindProperty]
    public PrincipalEntry Entry { get; set; } = new();

    [BindProperty, Display(Name = "First day in office")]
    public DateOnly? From { get; set; }

    [BindProperty]
    public bool Replaces { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "How we know")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public int? PersonVersion { get; set; }

    public Partner Partner { get; private set; } = null!;

    /// <summary>The entry that is corrected; null for a new one.</summary>
    public Mandate? Corrected { get; private set; }

    /// <summary>Who holds the office without a known end.</summary>
    public Mandate? Holder => principals.Find(m => m.To is null);

    public IReadOnlyList<SelectListItem> Ranks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IEnumerable<SelectListItem> Forms =>
        Enum.GetValues<AddressForm>().Select(form => new SelectListItem(t.Of(Letters.Campaigns.Words.Of(form)), form.ToString()));

    private List<Mandate> principals = [];

    public async Task<IActionResult> OnGetAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (Corrected is not null)
            Entry = PrincipalEntry.Of(Corrected);
        From = time.Today();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return Page();
        var process = Corrected is null ? Enter() : Correct(Corrected);
        RegisterDomain();
        await db.SaveAsync(process, Why, cancellationToken);
        TempData["Done"] = t.Of("{0} is recorded as principal.", Entry.Name.Trim());
        return Redirect($"/office/partners/{Partner.Code}");
    }

    private void Check()
    {
        if (Ranks.All(r => r.Value != Entry.Rank) && !string.IsNullOrEmpty(Entry.Rank))
            ModelState.AddModelError("Entry.Rank", t.Of("Choose a rank of the table of forms of address."));
        if (Languages.All(l => l.Value != Entry.Language))
            ModelState.AddModelError("Entry.Language", t.Of("Choose one of the languages."));
        if (Corrected is not null)
            return;
        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(From), t.Of("{0} is missing.", t.Of("First day in office")));
        if (From is { } from && Succession.WhyNotSucceed(principals, from, Replaces) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
    }

    private string Enter()
    {
        var process = Holder is null ? Text.Key("Enter a principal") : Text.Key("Replace a principal");
        Succession.Succeed(principals, From!.Value);
        var person = new Person { Name = "" };
        var mandate = new Mandate
        {
            PartnerId = Partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = MandateRole.Principal,
            Function = "",
            From = From.Value,
        };
        Entry.Change(mandate);
        db.Mandates.Add(mandate);
        return process;
    }

    private string Correct(Mandate mandate)
    {
        db.Expect(mandate, Version ?? 0);
        db.Expect(mandate.Person, PersonVersion ?? 0);
        Entry.Change(mandate);
        return Text.Key("Correct a principal");
    }

    private void RegisterDomain()
    {
        var domain = Entry.Email.Trim().Split('@')[^1].ToLowerInvariant();
        if (Entry.RegisterDomain && !Partner.Domains.Exists(d => d.Domain == domain))
            db.PartnerDomains.Add(new PartnerDomain { PartnerId = Partner.Id, Domain = domain });
    }

    private async Task<bool> ReadAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .Include(p => p.Domains)
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        principals = await db
            .Mandates.Include(m => m.Person)
            .Where(m => m.PartnerId == partner.Id && m.Role == MandateRole.Principal)
            .ToListAsync(cancellationToken);
        Corrected = principals.Find(m => m.Id == id);
        var ranks = await db.FormsOfAddress.Select(f => f.Rank).Distinct().ToListAsync(cancellationToken);
        Ranks = [.. ranks.Order(StringComparer.Ordinal).Select(r => new SelectListItem(r, r))];
        var languages = await db.TemplateSources.Select(s => s.Language).Distinct().ToListAsync(cancellationToken);
        Languages =
        [
            .. languages
                .Order(StringComparer.Ordinal)
                .Select(code => new SelectListItem(CultureInfo.GetCultureInfo(code).NativeName, code)),
        ];
        return id is null || Corrected is not null;
    }
}

/// <summary>A principal as the form asks for one.</summary>
public sealed class PrincipalEntry
{
    [Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [Required, StringLength(300), Display(Name = "Function, in English")]
    public string Function { get; set; } = "";

    [StringLength(300), Display(Name = "Function, in French")]
    public string? FunctionFr { get; set; }

    [Required, Display(Name = "Rank")]
    public string Rank { get; set; } = "";

    [Required, EmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    public bool RegisterDomain { get; set; }

    [Required, Display(Name = "Language of letters")]
    public string Language { get; set; } = "en";

    public static PrincipalEntry Of(Mandate mandate) =>
        new()
        {
            Name = mandate.Person.Name,
            Form = mandate.Person.Form,
            Function = mandate.Function,
            FunctionFr = mandate.Functions?.Get("fr") is (var words, "fr") ? words : null,
            Rank = mandate.Rank,
            Email = mandate.Person.Email ?? "",
            Language = mandate.Language,
        };

    public void Change(Mandate mandate)
    {
        (mandate.Person.Name, mandate.Person.Form, mandate.Person.Email) = (Name.Trim(), Form, Email.Trim());
        (mandate.Function, mandate.Rank, mandate.Language) = (Function.Trim(), Rank, Language);
        var functions = (mandate.Functions ?? LocalizedText.InEnglish("")).With("en", mandate.Function);
        mandate.Functions = string.IsNullOrWhiteSpace(FunctionFr)
            ? new LocalizedText(functions.Languages.Where(l => l != "fr").Select(l => KeyValuePair.Create(l, functions.In(l))))
            : functions.With("fr", FunctionFr.Trim());
    }
}
