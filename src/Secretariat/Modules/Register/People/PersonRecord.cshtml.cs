using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Campaigns;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Register.People;

/// <summary>One person: how they are reached, for whom they speak and spoke, and whether the public may see their name.</summary>
public sealed class PersonRecordModel(SecretariatDb db, Disclose disclose, MergePeople merging, TimeProvider time, Text t)
    : PageModel
{
    [BindProperty, Required, StringLength(200), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Family name")]
    public string? FamilyName { get; set; }

    [BindProperty, Display(Name = "Form of address")]
    public AddressForm Form { get; set; }

    [BindProperty, OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string? Email { get; set; }

    [BindProperty, StringLength(50), Display(Name = "Telephone")]
    public string? Phone { get; set; }

    [BindProperty, MeantDay, Display(Name = "Agreed to be named in public on")]
    public DateOnly? NamedInPublicSince { get; set; }

    [BindProperty, MeantDay, Display(Name = "Agreed to be shown to the contact points on")]
    public DateOnly? ShownToContactPointsSince { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? Version { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<(PartnerLine Partner, Mandate Mandate)> Mandates { get; private set; } = [];

    /// <summary>Others whose mailbox is the same: ministries share them.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Sharing { get; private set; } = [];

    public AsOf Day { get; private set; } = AsOf.Today(time);

    /// <summary>A day was asked for.</summary>
    public bool IsAsOf { get; private set; }

    /// <summary>What is changed is the record of today.</summary>
    public bool MayWrite => Access.MayWrite(User) && !IsAsOf;

    public FailedMail Failed { get; private set; } = FailedMail.None;

    public MandateWords MandateWords { get; private set; } = MandateWords.None;

    /// <summary>The disclosures of the person, under the entries that were merged into this one too.</summary>
    public QueryString SeenAt { get; private set; }

    public IEnumerable<SelectListItem> Forms => Words.Forms(t);

    /// <summary>The entries that were merged into this one, and can come apart again.</summary>
    public IReadOnlyList<(PersonMerge Merge, string Name)> Merges { get; private set; } = [];

    public IEnumerable<Guid> Belonging =>
        [.. Mandates.Select(m => m.Mandate.Id), .. Merges.SelectMany(m => new[] { m.Merge.Id, m.Merge.GoneId })];

    public async Task<IActionResult> OnGetAsync(Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        (Day, IsAsOf) = (asOf ?? Day, asOf is not null);
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        if (Person.MergedIntoId is { } kept)
            return Redirect($"/office/people/{kept}{Request.QueryString}");
        (Name, FamilyName, Form) = (Person.Name, Person.FamilyName, Person.Form);
        (Email, Phone) = (Person.Email, Person.Phone);
        (NamedInPublicSince, ShownToContactPointsSince) = (Person.NamedInPublicSince, Person.ShownToContactPointsSince);
        Version = Person.Version;
        await disclose.SeenAsync($"/office/people/{id}", [id], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        foreach (var (field, _) in Agreed.Where(a => a.On > Day.Day))
            ModelState.AddModelError(field, t.Of("This day is still to come."));
        if (Partners.FamilyName.WhyNotCall(Name, FamilyName, Person.Names) is { } stale)
            ModelState.AddModelError(nameof(FamilyName), t.Of(stale));
        if (!ModelState.IsValid)
            return Page();
        (Person.Name, Person.FamilyName, Person.Form) = (Name.Trim(), FamilyName, Form);
        (Person.NamedInPublicSince, Person.ShownToContactPointsSince) = (NamedInPublicSince, ShownToContactPointsSince);
        Person.Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim();
        await db.MoveMailboxAsync(Person, string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(), cancellationToken);
        db.Expect(Person, Version ?? 0);
        await db.SaveAsync(Text.Key("Change a person"), Why, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid mergeId, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        if (
            await db.PersonMerges.SingleOrDefaultAsync(m => m.Id == mergeId && m.KeptId == id, cancellationToken) is not { } merge
        )
            return NotFound();
        if (await merging.WhyNotUndoAsync(merge, Person, cancellationToken) is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        var gone = await db.Persons.SingleAsync(p => p.Id == merge.GoneId, cancellationToken);
        await merging.UndoAsync(merge, Person, gone, cancellationToken);
        await db.SaveAsync(Text.Key("Undo a merge of two entries"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("They are two entries again.");
        return RedirectToPage();
    }

    private (string Field, DateOnly? On)[] Agreed =>
        [(nameof(NamedInPublicSince), NamedInPublicSince), (nameof(ShownToContactPointsSince), ShownToContactPointsSince)];

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return false;
        Person = person;
        var mandates = await db
            .Mandates.AsNoTracking()
            .Where(m => m.PersonId == id)
            .OrderByDescending(m => m.From)
            .ThenByDescending(m => m.Id)
            .ToListAsync(cancellationToken);
        var lines = await db
            .Partners.Where(p => db.Mandates.Any(m => m.PersonId == id && m.PartnerId == p.Id))
            .LinesAsync(db, t.Language.Code, Day, cancellationToken);
        Mandates =
        [
            .. mandates.Where(m => !IsAsOf || m.HoldsOn(Day.Day)).Select(m => (lines.First(l => l.Id == m.PartnerId), m)),
        ];
        MandateWords = await MandateWords.ReadAsync(db, cancellationToken);
        Failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        var entries = await db.EntriesOfPersonAsync(id, cancellationToken);
        SeenAt = QueryString.Create(entries.Select(e => KeyValuePair.Create("person", (string?)$"{e}")));
        var merges = await (
            from merge in db.PersonMerges.AsNoTracking()
            where merge.KeptId == id && merge.UndoneAt == null
            join gone in db.Persons on merge.GoneId equals gone.Id
            orderby merge.At descending
            select new { Merge = merge, gone.Name }
        ).ToListAsync(cancellationToken);
        Merges = [.. merges.Select(m => (m.Merge, m.Name))];
        var sharing = await db
            .Persons.Where(p => p.Id != id && p.MergedIntoId == null && p.Email != null && p.Email == person.Email)
            .OrderBy(p => p.Name)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(cancellationToken);
        Sharing = [.. sharing.Select(p => (p.Id, p.Name))];
        return true;
    }
}
