using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Campaigns;

/// <summary>Opens a campaign; it stands here because its letters take their content from the timetable.</summary>
[WritersOnly]
public sealed class NewPage(SecretariatDb db, DraftCampaign draft, TakeTimetable timetable, TimeProvider time, Text t) : PageModel
{
    [BindProperty, Required, StringLength(200), Display(Name = "Title")]
    public string Title { get; set; } = "";

    [BindProperty, Required, Display(Name = "Template")]
    public string Template { get; set; } = "";

    [BindProperty, Required, Display(Name = "The letters speak as of")]
    public DateOnly? AsOf { get; set; }

    [BindProperty]
    public bool HasAnnex { get; set; }

    [BindProperty, Display(Name = "Programme of")]
    public string? Programme { get; set; }

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    [BindProperty]
    public bool RegistrationFirst { get; set; }

    [BindProperty, Display(Name = "The letters leave")]
    public Way Way { get; set; }

    public IEnumerable<SelectListItem> WayOptions => Letters.Campaigns.Words.Ways(t);

    [BindProperty]
    public bool CheckFirst { get; set; }

    [BindProperty, Display(Name = "Recipients")]
    public List<string> Kinds { get; set; } = [];

    [BindProperty]
    public List<Guid> Groups { get; set; } = [];

    public IReadOnlyList<SelectListItem> GroupOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    public IReadOnlyList<SelectListItem> KindOptions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (AsOf, HasAnnex) = (time.Today(), true);
        await OfferAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OfferAsync(cancellationToken);
        if (Kinds.Count + Groups.Count == 0)
            ModelState.AddModelError(nameof(Kinds), t.Of("Choose at least one kind of partner, or a group."));
        if (Templates.All(each => each.Value != Template))
            ModelState.AddModelError(nameof(Template), t.Of("Choose a template."));
        if (Programme is not null && Programmes.All(each => each.Value != Programme))
            ModelState.AddModelError(nameof(Programme), t.Of("Choose an event that has a programme."));
        if (!ModelState.IsValid)
            return Page();

        var content = await timetable.AsOfAsync(AsOf!.Value, cancellationToken);
        var today = Platform.Domain.AsOf.Today(time);
        content = content with { Programme = await TakeProgramme.OfAsync(db, Programme, today, cancellationToken) };
        var plan = new CampaignPlan(Title, Template, Kinds, HasAnnex ? AsOf : null, RegistrationFirst, content)
        {
            Partners = await MembersAsync(cancellationToken),
            CheckFirst = CheckFirst,
            Way = Way,
        };
        var (campaign, leftOut) = await draft.MakeAsync(plan, cancellationToken);
        campaign.AnnexAsOf = AsOf.Value;
        await db.SaveAsync(Text.Key("Draft a campaign"), cancellationToken: cancellationToken);
        TempData["Done"] =
            leftOut.Count == 0
                ? t.Of("The letters are drafted.")
                : t.Of("The letters are drafted. Partners left out: {0}", leftOut.Count);
        return Redirect($"/office/campaigns/{campaign.Id}");
    }

    /// <summary>Of the chosen groups, as they stand today.</summary>
    private async Task<HashSet<Guid>> MembersAsync(CancellationToken cancellationToken)
    {
        var members = new HashSet<Guid>();
        var chosen = await db.Groups.AsNoTracking().Where(g => Groups.Contains(g.Id)).ToListAsync(cancellationToken);
        foreach (var group in chosen)
        {
            var held = await db.MembersOfAsync(group, Platform.Domain.AsOf.Today(time), cancellationToken);
            members.UnionWith(await held.Select(p => p.Id).ToListAsync(cancellationToken));
        }

        return members;
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var templates = await db
            .TemplateSources.AsNoTracking()
            .Select(s => new { s.Code, s.Language })
            .ToListAsync(cancellationToken);
        Templates =
        [
            .. templates
                .GroupBy(s => s.Code)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new SelectListItem($"{g.Key} ({string.Join(", ", g.Select(s => s.Language).Order())})", g.Key)),
        ];
        Programmes = await TakeProgramme.OptionsAsync(db, chosen: null, Platform.Domain.AsOf.Today(time), t, cancellationToken);
        KindOptions = await KindsAsync(cancellationToken);
        var groups = await GroupQueries.AllAsync(db, cancellationToken);
        GroupOptions = [.. groups.Select(g => new SelectListItem(g.Name, g.Id.ToString()))];
    }

    /// <summary>The kinds that have somebody to write to today.</summary>
    private async Task<List<SelectListItem>> KindsAsync(CancellationToken cancellationToken)
    {
        var principals = db.Mandates.Where(m => m.Role == MandateRole.Principal).At(Platform.Domain.AsOf.Today(time));
        var kinds = await db
            .PartnerKinds.AsNoTracking()
            .OrderBy(k => k.Order)
            .Select(k => new
            {
                k.Code,
                k.Heading,
                Letters = db.CurrentPartners.Count(p => p.KindCode == k.Code && principals.Any(m => m.PartnerId == p.Id)),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. kinds
                .Where(k => k.Letters > 0)
                .Select(k => new SelectListItem($"{k.Heading.In(t.Language.Code)} ({k.Letters})", k.Code)),
        ];
    }
}
