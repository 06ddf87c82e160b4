using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Contacts;

/// <summary>Those who speak for any partner, as far as they have agreed that other contact points see them; and the reader's own choice.</summary>
public sealed class DeskContactsModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : DeskPage(db)
{
    /// <summary>On which they are shown, to those outside the Union too.</summary>
    private static readonly string Basis = Text.Key("Their own agreement to be shown to the contact points");

    /// <summary>Partners on a page; each has a few contacts.</summary>
    private const int PageSize = 50;

    /// <summary>Words of a name or of an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Strand { get; set; }

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public MandateWords MandateWords { get; private set; } = MandateWords.None;

    public IReadOnlyList<SelectListItem> Strands { get; private set; } = [];

    public string? PreviousPage { get; private set; }

    public string? NextPage { get; private set; }

    /// <summary>People agree to be seen by contact points, not by everybody at a desk.</summary>
    public bool IsContactPoint { get; private set; }

    /// <summary>Whoever reads; null where the account is not tied to them.</summary>
    public Person? You { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? next, Guid? previous, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        await ReadAsync((next, previous), cancellationToken);
        if (!string.IsNullOrEmpty(Strand) && Strands.All(s => s.Value != Strand))
            return BadRequest();
        await disclose.SeenAsync("/desk/contacts", Contacts.Select(c => c.Person.Id), cancellationToken, Basis);
        return Page();
    }

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken cancellationToken) =>
        ChooseAsync(time.Today(), Text.Key("Agree to be shown to the contact points"), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        ChooseAsync(null, Text.Key("No longer be shown to the contact points"), cancellationToken);

    private async Task<IActionResult> ChooseAsync(DateOnly? since, string process, CancellationToken cancellationToken)
    {
        var account = await AccountAsync(cancellationToken);
        if (await Db.HolderAsync(PartnerId, account, AsOf.Today(time), cancellationToken) is not { } you)
            return NotFound();
        // Who agrees twice agreed on the first day.
        you.ShownToContactPointsSince = since is null ? null : you.ShownToContactPointsSince ?? since;
        await Db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return RedirectToPage();
    }

    private async Task ReadAsync((Guid? Next, Guid? Previous) at, CancellationToken cancellationToken)
    {
        var (today, language) = (AsOf.Today(time), t.Language.Code);
        var account = await AccountAsync(cancellationToken);
        You = await Db.HolderAsync(PartnerId, account, today, cancellationToken);
        IsContactPoint = await Db.IsContactPointAsync(PartnerId, account, today, cancellationToken);
        var strands = await Db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Strands = [.. strands.Select(s => new SelectListItem(s.Name.In(language), s.Code))];
        if (!IsContactPoint)
            return;
        var listed = Db.ListedAt(today);
        var held = new ContactFilter(null, string.IsNullOrEmpty(Strand) ? null : Strand, Q)
            .At(Db, today)
            .Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate)
            .Where(m => m.Person.ShownToContactPointsSince != null && listed.Any(p => p.Id == m.PartnerId));
        var partners = await Db.PlacesIn(language, today)
            .Where(p => held.Any(m => m.PartnerId == p.PartnerId))
            .PageAsync(Db, (language, today), at, PageSize, cancellationToken);
        var ids = partners.Rows.Select(p => p.Id).ToList();
        Contacts = await Contact.OfAsync(held.Where(m => ids.Contains(m.PartnerId)), partners.Rows, cancellationToken);
        (PreviousPage, NextPage) = (At("previous", partners.Newer), At("next", partners.Older));
        MandateWords = await MandateWords.ReadAsync(Db, cancellationToken);
    }

    private string? At(string side, Guid? place) =>
        place is null
            ? null
            : $"/desk/contacts{new QueryString().Add("q", Q ?? "").Add("strand", Strand ?? "").Add("lang", t.Language.Code).Add(side, $"{place}")}";
}
