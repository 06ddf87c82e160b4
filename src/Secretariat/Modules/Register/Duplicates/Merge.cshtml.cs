using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>Two entries side by side: what each says, what would move, and the decision whether they are one.</summary>
public sealed class MergeModel(SecretariatDb db, MergePeople merging, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    /// <summary>Whose name, mailbox and telephone number the kept entry has: <c>one</c> or <c>other</c>.</summary>
    [BindProperty]
    public string Name { get; set; } = "one";

    [BindProperty]
    public string Email { get; set; } = "one";

    [BindProperty]
    public string Phone { get; set; } = "one";

    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? OneVersion { get; set; }

    [BindProperty]
    public int? OtherVersion { get; set; }

    public FailedMail Failed { get; private set; } = FailedMail.None;

    public Person One { get; private set; } = null!;

    public Person Other { get; private set; } = null!;

    public Likeness Likeness { get; private set; } = null!;

    /// <summary>The mandates that would move to the kept entry.</summary>
    public IReadOnlyList<(LocalizedText Partner, Mandate Mandate)> Moving { get; private set; } = [];

    /// <summary>The mandates of both that would become one.</summary>
    public IReadOnlyList<(LocalizedText Partner, OneMandate One)> Joined { get; private set; } = [];

    public MandateWords MandateWords { get; private set; } = MandateWords.None;

    /// <summary>Why the mandates of the two forbid the merge, or null.</summary>
    public Reason? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        if (One.Email is null)
            Email = "other";
        if (One.Phone is null)
            Phone = "other";
        await disclose.SeenAsync($"/office/people/{one}/merge/{other}", [one, other], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        if (PersonMerge.WhyNot(One, Other) is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        else if (WhyNot is { } twice)
            ModelState.AddModelError("", t.Of(twice));
        if (!ModelState.IsValid)
            return Page();
        Expect();
        await merging.MergeAsync(One, Other, Chosen(), cancellationToken);
        await db.SaveAsync(Text.Key("Merge two entries of a person"), Why, cancellationToken);
        TempData["Done"] = t.Of("The two entries are one now. The merge can be undone here.");
        return Redirect($"/office/people/{one}");
    }

    public async Task<IActionResult> OnPostTwoAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        await NotTheSame.NoteAsync(db, one, other, cancellationToken);
        await db.SaveAsync(Text.Key("Say that two entries are two persons"), Why, cancellationToken);
        TempData["Done"] = t.Of("They are two persons; this is not proposed again.");
        return Redirect("/office/duplicates");
    }

    /// <summary>A mandate in one line, or what one of several will say.</summary>
    public string Line(Mandate mandate) =>
        Line(mandate.FunctionIn(t.Language.Code), Days.Of(mandate), mandate.Role, mandate.Strands);

    public string Line(OneMandate one) => Line(one.Named.FunctionIn(t.Language.Code), one.Days, one.Into.Role, one.Strands);

    private string Line(string function, Days days, MandateRole role, IReadOnlyList<string> strands) =>
        string.Join(
            ", ",
            new[] { function, t.Of(days.InWords()), MandateWords.StrandsOf(role, strands, t) }.Where(s => s.Length > 0)
        );

    public IEnumerable<SelectListItem> Choice(string? one, string? other) =>
        [new(one ?? t.Of("nothing"), "one"), new(other ?? t.Of("nothing"), "other")];

    private PersonWords Chosen() =>
        new(
            Of(Name).Name,
            Of(Email).Email,
            Of(Phone).Phone,
            One.Form is AddressForm.Unknown ? Other.Form : One.Form,
            One.NamedInPublicSince ?? Other.NamedInPublicSince,
            One.ShownToContactPointsSince ?? Other.ShownToContactPointsSince,
            Of(Name).FamilyName ?? FamilyNameOf(Of(Name == "other" ? "one" : "other"))
        );

    /// <summary>Of the entry whose name is not chosen: it says something of the chosen name where it is in it.</summary>
    private string? FamilyNameOf(Person unchosen) =>
        unchosen.FamilyName is { } family && FamilyName.IsIn(Of(Name).Name, family) ? family : null;

    private Person Of(string which) => which == "other" ? Other : One;

    private void Expect()
    {
        db.Expect(One, OneVersion ?? 0);
        db.Expect(Other, OtherVersion ?? 0);
    }

    private async Task<bool> ReadAsync(Guid one, Guid other, CancellationToken cancellationToken)
    {
        var people = await db.Persons.Where(p => p.Id == one || p.Id == other).ToListAsync(cancellationToken);
        if (people.Find(p => p.Id == one) is not { } first || people.Find(p => p.Id == other) is not { } second || one == other)
            return false;
        (One, Other) = (first, second);
        var held = db.Mandates.Where(m => m.PersonId == one || m.PersonId == other);
        var entries = await db.EntriesAsync(held, t.Language.Code, cancellationToken);
        Likeness = Likeness.Of(entries.EntryOf(first), entries.EntryOf(second));
        var mandates = await (
            from mandate in db.Mandates.AsNoTracking()
            where mandate.PersonId == other
            join partner in db.Partners on mandate.PartnerId equals partner.Id
            orderby mandate.From
            select new { partner.Name, Mandate = mandate }
        ).ToListAsync(cancellationToken);
        var kept = await db.Mandates.AsNoTracking().Where(m => m.PersonId == one).ToListAsync(cancellationToken);
        var plan = JoinMandates.Of(kept, mandates.ConvertAll(m => m.Mandate));
        WhyNot = plan.WhyNot;
        var names = mandates.DistinctBy(m => m.Mandate.PartnerId).ToDictionary(m => m.Mandate.PartnerId, m => m.Name);
        Joined = [.. plan.Joined.Select(j => (names[j.Into.PartnerId], j))];
        var joined = plan.Joined.SelectMany(j => j.Of).ToHashSet();
        Moving = [.. mandates.Where(m => !joined.Contains(m.Mandate)).Select(m => (m.Name, m.Mandate))];
        MandateWords = await MandateWords.ReadAsync(db, cancellationToken);
        Failed = await FailedMail.ReadAsync(db, AsOf.Today(time), cancellationToken);
        return true;
    }
}
