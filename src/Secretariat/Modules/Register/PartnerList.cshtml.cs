using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Modules.Register.Briefings;
using Secretariat.Modules.Register.Import;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The partners in protocol order, in pages, with what was last heard of each.</summary>
public sealed partial class PartnerListModel(SecretariatDb db, MakeBriefings making, TimeProvider time, Text t) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public AsOf Day { get; private set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>How many there are on all pages.</summary>
    public int Found { get; private set; }

    /// <summary>Who is found by the words that were asked for.</summary>
    public PeopleFound People { get; private set; } = PeopleFound.None;

    /// <summary>The partners before which and after which the list goes on.</summary>
    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    /// <summary>Where the briefings of those that are shown are taken out; null where none can be made.</summary>
    public string? BriefingsAt =>
        making.WhyNoPdf is null && Rows.Count > 0
            ? "/office/partners/briefings"
                + QueryString.Create(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["asOf"] = $"{Day}",
                        ["q"] = Q,
                        ["kind"] = Kind,
                    }
                )
            : null;

    /// <summary>The partners that are shown, as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(string form, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !RegisterFile.Forms.TryGetValue(form, out var type))
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        if (await new PartnerFilter(Q, Kind).FindAsync(db, (t.Language.Code, Day), cancellationToken) is not { } found)
            return BadRequest();
        var partners = await db
            .Partners.AsNoTracking()
            .Include(p => p.Domains)
            .Include(p => p.KindsBefore)
            .Include(p => p.ListingsBefore)
            .AsSplitQuery()
            .Join(found, p => p.Id, place => place.PartnerId, (p, place) => new { Partner = p, place.Sort })
            .OrderBy(p => p.Sort)
            .Select(p => p.Partner)
            .ToListAsync(cancellationToken);
        var rows = partners.Select(p => PartnerFile.Row(p, Day.Day));
        var bytes = await RegisterFile.WriteAsync(form, "partners", PartnerFile.Columns, rows, Day, cancellationToken);
        return File(bytes, type, $"partners-{Day}.{form}");
    }

    public QueryString ExportAs(string form) =>
        QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["handler"] = "Export",
                ["form"] = form,
                ["asOf"] = Day.IsToday ? null : $"{Day}",
                ["q"] = Q,
                ["kind"] = Kind,
            }
        );

    public async Task<IActionResult> OnGetAsync(
        Guid? next,
        Guid? previous,
        AsOf? asOf,
        [FromServices] Disclose disclose,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        var language = t.Language.Code;
        var held = db.KindsAt(Day);
        var kinds = await db
            .PartnerKinds.AsNoTracking()
            .Where(k => held.Any(p => p.KindCode == k.Code))
            .OrderBy(k => k.Order)
            .ToListAsync(cancellationToken);
        Kinds = [.. kinds.Select(k => new SelectListItem(k.Heading.In(language), k.Code))];
        if (await new PartnerFilter(Q, Kind).FindAsync(db, (language, Day), cancellationToken) is not { } found)
            return BadRequest();
        Found = await found.CountAsync(cancellationToken);
        var page = await found.PageAsync(db, (language, Day), (next, previous), PageSize, cancellationToken);
        (Previous, Next) = (page.Newer, page.Older);
        await ShowAsync(page.Rows, cancellationToken);
        var persons = db.Persons.AsNoTracking();
        People = await PeopleFound.OfAsync(db, persons, Q ?? "", cancellationToken);
        await disclose.SeenAsync("/office/partners", People.People.Select(p => p.Id), cancellationToken);
        return Page();
    }

    /// <summary>Where the list goes on, which stands in the order of this language.</summary>
    public string? At(string side, Guid? place) =>
        place is null
            ? null
            : "/office/partners"
                + new QueryString()
                    .Add("q", Q ?? "")
                    .Add("kind", Kind ?? "")
                    .Add("asOf", Day.IsToday ? "" : $"{Day}")
                    .Add("lang", t.Language.Code)
                    .Add(side, $"{place}");
}
