using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

public sealed class NewGroupModel(SecretariatDb db, Text t) : PageModel
{
    private RuleWords words = null!;

    [BindProperty(SupportsGet = true)]
    public bool ByRule { get; set; }

    [BindProperty, Required, StringLength(120), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    [BindProperty]
    public string? Strand { get; set; }

    [BindProperty]
    public string? Instrument { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public bool WithoutContactPoint { get; set; }

    public string Title => ByRule ? t.Of("New group by rule") : t.Of("New group");

    public string Lead =>
        ByRule
            ? t.Of("Whoever all of this holds of belongs to it, on whatever day it is asked.")
            : t.Of("Its members are named one by one, each from a day on.");

    public IEnumerable<SelectListItem> KindOptions => Options(words.Kinds);

    public IEnumerable<SelectListItem> StrandOptions => Options(words.Strands);

    public IEnumerable<SelectListItem> InstrumentOptions => Options(words.Instruments);

    public IEnumerable<SelectListItem> RouteOptions => Options(words.Routes);

    public async Task OnGetAsync(CancellationToken cancellationToken) => words = await RuleWords.ReadAsync(db, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        words = await RuleWords.ReadAsync(db, cancellationToken);
        if (ByRule && Rule().WhyNot() is { } reason)
            ModelState.AddModelError(nameof(Kinds), t.Of(reason));
        if (ModelState.IsValid && await GroupQueries.IsTakenAsync(db, Name, null, cancellationToken))
            ModelState.AddModelError(nameof(Name), t.Of("There is a group of this name already."));
        if (!ModelState.IsValid)
            return Page();
        var group = ByRule ? PartnerGroup.ByRule(Name.Trim(), Rule()) : PartnerGroup.ByHand(Name.Trim());
        db.Groups.Add(group);
        await db.SaveAsync(Text.Key("Make a group"), cancellationToken: cancellationToken);
        return Redirect($"/office/groups/{group.Id}");
    }

    private GroupRule Rule() =>
        new()
        {
            Kinds = [.. words.Kinds.Keys.Where(Kinds.Contains)],
            Strand = Known(Strand, words.Strands),
            Instrument = Known(Instrument, words.Instruments),
            Route = Known(Route, words.Routes),
            WithoutContactPoint = WithoutContactPoint,
        };

    private static string? Known(string? code, IReadOnlyDictionary<string, LocalizedText> names) =>
        code is not null && names.ContainsKey(code) ? code : null;

    private IEnumerable<SelectListItem> Options(IReadOnlyDictionary<string, LocalizedText> names) =>
        names.Select(n => new SelectListItem(n.Value.In(t.Language.Code), n.Key));
}
