using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Contacts;

/// <summary>Everybody with a mandate on a day, as a list and as a file; both are noted as disclosed.</summary>
public sealed class ContactListModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    /// <summary>Partners on a page; each has a few contacts.</summary>
    private const int PageSize = 50;

    /// <summary>Words of a name or of an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public MandateRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Strand { get; set; }

    [BindProperty]
    public string Form { get; set; } = "xlsx";

    [BindProperty]
    public TakenOut Out { get; set; } = new();

    public AsOf Day { get; private set; }

    public FailedMail Failed { get; private set; } = FailedMail.None;

    public MandateWords MandateWords { get; private set; } = MandateWords.None;

    /// <summary>Of the partners of one page, or of all where the list is taken out.</summary>
    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    /// <summary>How many there are on all pages.</summary>
    public int Found { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Previous { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Next { get; set; }

    public string? PreviousPage { get; private set; }

    public string? NextPage { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Strands { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<MandateRole>().Select(r => new SelectListItem(t.Of(r.Name()), $"{r}"));

    public IEnumerable<SelectListItem> Forms =>
        [
            new(t.Of("Workbook (XLSX)"), "xlsx"),
            new(t.Of("Table (CSV)"), "csv"),
            new(t.Of("Table with tabs (TSV)"), "tsv"),
            new("JSON", "json"),
            new(t.Of("Contacts for an address book (vCard)"), "vcf"),
        ];

    /// <summary>The list that is exported is the one that is shown.</summary>
    public string Query =>
        QueryString
            .Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["asOf"] = $"{Day}",
                    ["q"] = Q,
                    ["kind"] = Kind,
                    ["role"] = $"{Role}",
                    ["strand"] = Strand,
                }
            )
            .ToString();

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var held = await ReadAsync(asOf, cancellationToken);
        if (!IsOnOffer(Kinds, Kind) || !IsOnOffer(Strands, Strand))
            return BadRequest();
        await ShowAsync(held, cancellationToken);
        await disclose.SeenAsync("/office/contacts", Contacts.Select(c => c.Person.Id), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        var held = await ReadAsync(asOf, cancellationToken);
        if (!IsOnOffer(Kinds, Kind) || !IsOnOffer(Strands, Strand))
            return BadRequest();
        if (!ContactFile.Forms.TryGetValue(Form, out var type))
            ModelState.AddModelError(nameof(Form), t.Of("Choose a form."));
        Out.Check(ModelState, nameof(Out), t);
        if (!ModelState.IsValid)
        {
            await ShowAsync(held, cancellationToken);
            return Page();
        }

        var partners = await db
            .CurrentPartners.Where(p => held.Any(m => m.PartnerId == p.Id))
            .LinesAsync(db, t.Language.Code, Day, cancellationToken);
        Contacts = await Contact.OfAsync(held, partners, cancellationToken);
        var name = $"contacts-{Day}.{Form}";
        await disclose.ExportedAsync(
            name,
            Contacts.Select(c => c.Person.Id),
            Out.Recipient!.Trim(),
            Out.RestsOn,
            cancellationToken
        );
        return File(await ContactFile.WriteAsync(Form, Contacts, Failed, (Day, time.Today()), cancellationToken), type!, name);
    }

    private static bool IsOnOffer(IEnumerable<SelectListItem> options, string? asked) =>
        string.IsNullOrEmpty(asked) || options.Any(o => o.Value == asked);

    /// <summary>What can be chosen, and the mandates that were.</summary>
    private async Task<IQueryable<Mandate>> ReadAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        Failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        var language = t.Language.Code;
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Kinds = [.. kinds.Select(k => new SelectListItem(k.Heading.In(language), k.Code))];
        Strands = [.. strands.Select(s => new SelectListItem(s.Name.In(language), s.Code))];
        var held = new ContactFilter(Role, string.IsNullOrEmpty(Strand) ? null : Strand, Q).At(db, Day);
        var partners = db.KindsAt(Day).Where(p => string.IsNullOrEmpty(Kind) || p.KindCode == Kind);
        return held.Where(m => partners.Any(p => p.PartnerId == m.PartnerId));
    }

    private async Task ShowAsync(IQueryable<Mandate> held, CancellationToken cancellationToken)
    {
        Found = await held.CountAsync(cancellationToken);
        var partners = await db.PlacesIn(t.Language.Code, Day)
            .Where(p => held.Any(m => m.PartnerId == p.PartnerId))
            .PageAsync(db, (t.Language.Code, Day), (Next, Previous), PageSize, cancellationToken);
        var ids = partners.Rows.Select(p => p.Id).ToList();
        Contacts = await Contact.OfAsync(held.Where(m => ids.Contains(m.PartnerId)), partners.Rows, cancellationToken);
        MandateWords = await MandateWords.ReadAsync(db, cancellationToken);
        PreviousPage = At("previous", partners.Newer);
        NextPage = At("next", partners.Older);
    }

    private string? At(string side, Guid? place) =>
        place is null ? null : $"/office/contacts{Query}&lang={t.Language.Code}&{side}={place}";
}
