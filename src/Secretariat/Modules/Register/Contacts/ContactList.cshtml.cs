using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public MandateRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Strand { get; set; }

    [BindProperty]
    public string Form { get; set; } = "xlsx";

    [BindProperty, StringLength(200), Display(Name = "Recipient")]
    public string? Recipient { get; set; }

    [BindProperty]
    public bool OutsideEu { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Basis of the transfer")]
    public string? Basis { get; set; }

    public AsOf Day { get; private set; }

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

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
        await ReadAsync(asOf, cancellationToken);
        await disclose.SeenAsync("/office/contacts", Contacts.Select(c => c.Person.Id), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        await ReadAsync(asOf, cancellationToken);
        if (!ContactFile.Forms.TryGetValue(Form, out var type))
            ModelState.AddModelError(nameof(Form), t.Of("Choose a form."));
        if (string.IsNullOrWhiteSpace(Recipient))
            ModelState.AddModelError(nameof(Recipient), t.Of("Say for whom the contacts are taken out; for yourself, too."));
        if (OutsideEu && string.IsNullOrWhiteSpace(Basis))
            ModelState.AddModelError(
                nameof(Basis),
                t.Of("Personal data leave the EU only on a recorded basis. Say which, such as an agreement with its date.")
            );
        if (!ModelState.IsValid)
            return Page();
        var name = $"contacts-{Day}.{Form}";
        await disclose.ExportedAsync(
            name,
            Contacts.Select(c => c.Person.Id),
            Recipient!.Trim(),
            OutsideEu ? Basis!.Trim() : null,
            cancellationToken
        );
        return File(await ContactFile.WriteAsync(Form, Contacts, Day, cancellationToken), type!, name);
    }

    private async Task ReadAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        var language = t.Language.Code;
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Kinds = [.. kinds.Select(k => new SelectListItem(k.Heading.In(language), k.Code))];
        Strands = [.. strands.Select(s => new SelectListItem(s.Name.In(language), s.Code))];
        var filter = new ContactFilter(Chosen(Kind), Role, Chosen(Strand));
        Contacts = await Contact.AtAsync(db, Day, filter, language, cancellationToken);

        static string? Chosen(string? code) => string.IsNullOrEmpty(code) ? null : code;
    }
}
