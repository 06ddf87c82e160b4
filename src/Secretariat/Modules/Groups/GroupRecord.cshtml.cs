using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>Who belongs to a group on a day, in protocol order, and whether they can be written to.</summary>
public sealed class GroupRecordModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Member(PartnerLine Partner, DateOnly? Since, bool HasPrincipal);

    private IReadOnlyList<PartnerLine> all = [];

    public PartnerGroup Group { get; private set; } = null!;

    public AsOf Day { get; private set; }

    public RuleWords Words { get; private set; } = null!;

    public IReadOnlyList<Member> Members { get; private set; } = [];

    [BindProperty]
    public Guid? Partner { get; set; }

    [BindProperty, MeantDay, Display(Name = "Member from")]
    public DateOnly? From { get; set; }

    [BindProperty]
    public Guid? Leaving { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day as a member")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, StringLength(120), Display(Name = "Name")]
    public string? Name { get; set; }

    /// <summary>The group that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Those who have not left, also where their first day is still to come.</summary>
    public IEnumerable<SelectListItem> MemberOptions =>
        all.Where(p => Group.Members.Exists(m => m.PartnerId == p.Id && m.To is null)).Select(Option);

    public IEnumerable<SelectListItem> Others => all.ExceptBy(Members.Select(m => m.Partner.Id), p => p.Id).Select(Option);

    public async Task<IActionResult> OnGetAsync(Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (!await FindAsync(id, asOf, cancellationToken))
            return NotFound();
        (From, LastDay, Name) = (time.Today(), time.Today(), Group.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken))
            return NotFound();
        if (await db.TryTakeTurnAsync(Partner, cancellationToken) is null)
            ModelState.AddModelError(nameof(Partner), t.Of("Choose a partner."));
        if (From is null)
            ModelState.AddModelError(nameof(From), t.Of("{0} is missing.", t.Of("Member from")));
        if (ModelState.IsValid && Group.WhyNotAdd(Partner!.Value, From!.Value) is { } reason)
            ModelState.AddModelError(nameof(Partner), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        var group = await KnownAsync(id, cancellationToken);
        group.Add(Partner!.Value, From!.Value);
        return await DoneAsync(group, Text.Key("Add a partner to a group"), cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken))
            return NotFound();
        var group = await KnownAsync(id, cancellationToken);
        var member = group.Members.Find(m => m.PartnerId == Leaving && m.To is null);
        if (member is null)
            ModelState.AddModelError(nameof(Leaving), t.Of("Choose a partner."));
        if (LastDay is null)
            ModelState.AddModelError(nameof(LastDay), t.Of("{0} is missing.", t.Of("Last day as a member")));
        if (!ModelState.IsValid)
            return Page();
        // Whose first day is still to come has been no member yet.
        var on = member!.From > time.Today() ? member.From : LastDay!.Value.AddDays(1);
        if (member.WhyNotEnd(on) is { } reason)
        {
            ModelState.AddModelError(nameof(LastDay), t.Of(reason));
            return Page();
        }

        member.End(on);
        return await DoneAsync(group, Text.Key("Take a partner out of a group"), cancellationToken);
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, null, cancellationToken))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), t.Of("{0} is missing.", t.Of("Name")));
        else if (await GroupQueries.IsTakenAsync(db, Name, id, cancellationToken))
            ModelState.AddModelError(nameof(Name), t.Of("There is a group of this name already."));
        if (!ModelState.IsValid)
            return Page();
        var group = await KnownAsync(id, cancellationToken);
        group.Name = Name!.Trim();
        return await DoneAsync(group, Text.Key("Rename a group"), cancellationToken);
    }

    private Task<PartnerGroup> KnownAsync(Guid id, CancellationToken cancellationToken) =>
        db.Groups.Include(g => g.Members).SingleAsync(g => g.Id == id, cancellationToken);

    private async Task<IActionResult> DoneAsync(PartnerGroup group, string process, CancellationToken cancellationToken)
    {
        db.Touch(group);
        db.Expect(group, Version);
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The group has changed.");
        return RedirectToPage(new { id = group.Id });
    }

    private async Task<bool> FindAsync(Guid id, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (
            await db.Groups.AsNoTracking().Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == id, cancellationToken)
            is not { } group
        )
            return false;
        (Group, Day) = (group, asOf ?? AsOf.Today(time));
        Words = await RuleWords.ReadAsync(db, cancellationToken);
        all = await db.CurrentPartners.LinesAsync(db, t.Language.Code, Day, cancellationToken);
        var held = await db.MembersOfAsync(group, Day, cancellationToken);
        var members = await held.Select(p => p.Id).ToHashSetAsync(cancellationToken);
        var principals = await db
            .Mandates.At(Day)
            .Where(m => m.Role == MandateRole.Principal)
            .Select(m => m.PartnerId)
            .ToHashSetAsync(cancellationToken);
        Members =
        [
            .. all.Where(p => members.Contains(p.Id))
                .Select(p => new Member(
                    p,
                    group.Members.Find(m => m.PartnerId == p.Id && m.HoldsOn(Day.Day))?.From,
                    principals.Contains(p.Id)
                )),
        ];
        return true;
    }

    private SelectListItem Option(PartnerLine partner) => new(partner.Name.In(t.Language.Code), partner.Id.ToString());
}
