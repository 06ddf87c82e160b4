using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>Two partners side by side: what each entry says, what would move and what not, and the decision whether they are one.</summary>
public sealed class MergePartnerModel(SecretariatDb db, MergePartners merging, Disclose disclose, Text t) : PageModel
{
    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? OneVersion { get; set; }

    [BindProperty]
    public int? OtherVersion { get; set; }

    public Partner One { get; private set; } = null!;

    public Partner Other { get; private set; } = null!;

    public IReadOnlyDictionary<string, LocalizedText> Kinds { get; private set; } = null!;

    public Likeness Likeness { get; private set; } = null!;

    /// <summary>What would go over from the other entry to the one that is kept.</summary>
    public Moving Moving { get; private set; } = null!;

    /// <summary>What languages are called, by code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Languages { get; private set; } = null!;

    /// <summary>What stands on the other entry otherwise, and is not taken over.</summary>
    public IEnumerable<Reason> GivenUp => Partners.Duplicates.GivenUp.Of(One, Other, Languages);

    /// <summary>The languages in which the other entry alone has a name; the kept one takes it over.</summary>
    public IEnumerable<string> NewLanguages =>
        new[] { (One.Name, Other.Name), (One.OfficialName, Other.OfficialName), (One.ShortName, Other.ShortName) }
            .SelectMany(names => (names.Item2?.Languages ?? []).Except(names.Item1?.Languages ?? [], StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Select(l => Languages.TryGetValue(l, out var name) ? name.In(t.Language.Code) : l);

    public async Task<IActionResult> OnGetAsync(string one, string other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        await disclose.SeenAsync($"/office/partners/{one}/merge/{other}", await NamedAsync(cancellationToken), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string one, string other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        foreach (var reason in Moving.Forbidding)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        var kept = await db.Partners.SingleAsync(p => p.Id == One.Id, cancellationToken);
        var gone = await db.Partners.SingleAsync(p => p.Id == Other.Id, cancellationToken);
        await merging.MergeAsync(kept, gone, Why, cancellationToken);
        db.Expect(kept, OneVersion ?? 0);
        db.Expect(gone, OtherVersion ?? 0);
        await db.SaveAsync(MergePartners.Merging, Why, cancellationToken);
        TempData["Done"] = t.Of("The two entries are one now. The merge can be undone on the page of the other entry.");
        return Redirect($"/office/partners/{one}");
    }

    public async Task<IActionResult> OnPostTwoAsync(string one, string other, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(one, other, cancellationToken))
            return NotFound();
        if (PartnerMerge.WhyNot(One, Other) is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        await NotTheSame.NoteAsync(db, One.Id, Other.Id, cancellationToken);
        await db.SaveAsync(Text.Key("Say that two entries are two partners"), Why, cancellationToken);
        TempData["Done"] = t.Of("They are two partners; this is not proposed again.");
        return Redirect("/office/duplicates");
    }

    /// <summary>Who is named among what stays.</summary>
    private async Task<IEnumerable<Guid>> NamedAsync(CancellationToken cancellationToken)
    {
        var people = await db
            .Mandates.Where(m => m.PartnerId == One.Id || m.PartnerId == Other.Id)
            .Select(m => new { m.PersonId, m.Person.Name })
            .ToListAsync(cancellationToken);
        List<Reason> said = [.. Moving.Staying, .. Moving.InPart, .. Moving.Forbidding];
        return people.Where(p => said.Exists(reason => Names(reason, p.Name))).Select(p => p.PersonId);
    }

    private static bool Names(Reason reason, string name) =>
        reason.Values.Any(value => value is Reason inner ? Names(inner, name) : Equals(value, name));

    private async Task<bool> ReadAsync(string one, string other, CancellationToken cancellationToken)
    {
        var both = await db
            .Partners.AsNoTracking()
            .Include(p => p.Domains)
            .Where(p => p.Code == one || p.Code == other)
            .ToListAsync(cancellationToken);
        if (both.Find(p => p.Code == one) is not { } first || both.Find(p => p.Code == other) is not { } second)
            return false;
        (One, Other) = (first, second);
        Kinds = await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken);
        Languages = await db.Languages.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken);
        Likeness = Likeness.Of(PartnerEntry.Of(first), PartnerEntry.Of(second));
        Moving = await merging.PreviewAsync(first.Id, second.Id, cancellationToken);
        return true;
    }
}
