using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations.Board;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

[WritersOnly]
public sealed class NewGroupModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
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
    public string? SilentOn { get; set; }

    [BindProperty]
    public string? Instrument { get; set; }

    [BindProperty]
    public EndorsementStatus Standing { get; set; } = EndorsementStatus.Endorsed;

    [BindProperty]
    public Guid? Campaign { get; set; }

    [BindProperty]
    public Answering? Answer { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public bool WithoutContactPoint { get; set; }

    /// <summary>Whom the rule finds today, once it was asked.</summary>
    public int? Found { get; private set; }

    public string Title => ByRule ? t.Of("New group by rule") : t.Of("New group");

    public string Lead =>
        ByRule
            ? t.Of("Whoever all of this holds of belongs to it, on whatever day it is asked.")
            : t.Of("Its members are named one by one, each from a day on.");

    public IEnumerable<SelectListItem> KindOptions => Options(words.Kinds);

    public IEnumerable<SelectListItem> StrandOptions => Options(words.Strands);

    public IEnumerable<SelectListItem> InstrumentOptions => Options(words.Instruments);

    public IEnumerable<SelectListItem> RouteOptions => Options(words.Routes);

    public IEnumerable<SelectListItem> StandingOptions =>
        Enum.GetValues<EndorsementStatus>().Select(s => new SelectListItem(t.Of(s.Name()), s.ToString()));

    public IEnumerable<SelectListItem> CampaignOptions =>
        words.Campaigns.Select(c => new SelectListItem(c.Value, c.Key.ToString()));

    public IEnumerable<SelectListItem> AnswerOptions =>
        Enum.GetValues<Answering>().Select(a => new SelectListItem(t.Of(a.Name()), a.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        words = await RuleWords.ReadAsync(db, cancellationToken);
        Answer = Answering.Missing;
    }

    public async Task<IActionResult> OnPostCountAsync(CancellationToken cancellationToken)
    {
        words = await RuleWords.ReadAsync(db, cancellationToken);
        ModelState.Remove(nameof(Name));
        CheckRule();
        if (!ModelState.IsValid)
            return Page();
        var found = await db.FoundAsync(Rule(), AsOf.Today(time), cancellationToken);
        Found = await found.CountAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        words = await RuleWords.ReadAsync(db, cancellationToken);
        if (ByRule)
            CheckRule();
        if (ModelState.IsValid && await GroupQueries.IsTakenAsync(db, Name, null, cancellationToken))
            ModelState.AddModelError(nameof(Name), t.Of("There is a group of this name already."));
        if (!ModelState.IsValid)
            return Page();
        var group = ByRule ? PartnerGroup.ByRule(Name.Trim(), Rule()) : PartnerGroup.ByHand(Name.Trim());
        db.Groups.Add(group);
        await db.SaveAsync(Text.Key("Make a group"), cancellationToken: cancellationToken);
        return Redirect($"/office/groups/{group.Id}");
    }

    /// <summary>What was chosen and is no longer there would make the rule wider without a word.</summary>
    private void CheckRule()
    {
        var rule = Rule();
        if (rule.WhyNot() is { } reason)
            ModelState.AddModelError(nameof(Kinds), t.Of(reason));
        if (Instrument is null && Standing is not EndorsementStatus.Endorsed)
            ModelState.AddModelError(nameof(Instrument), t.Of("Choose the instrument towards which the members stand so."));
        (string Field, object? Chosen, object? Known)[] chosen =
        [
            (nameof(Kinds), Kinds.Count, rule.Kinds.Count),
            (nameof(Strand), Strand, rule.Strand),
            (nameof(SilentOn), SilentOn, rule.SilentOn),
            (nameof(Instrument), Instrument, rule.Instrument),
            (nameof(Campaign), Campaign, rule.Campaign),
            (nameof(Route), Route, rule.Route),
        ];
        foreach (var (field, _, _) in chosen.Where(c => c.Chosen is not "" && !Equals(c.Chosen, c.Known)))
            ModelState.AddModelError(field, t.Of("What was chosen is no longer there. Choose again."));
    }

    private GroupRule Rule() =>
        new()
        {
            Kinds = [.. words.Kinds.Keys.Where(Kinds.Contains)],
            Strand = Known(Strand, words.Strands),
            SilentOn = Known(SilentOn, words.Strands),
            Instrument = Known(Instrument, words.Instruments),
            Standing = Standing,
            Campaign = Campaign is { } campaign && words.Campaigns.ContainsKey(campaign) ? campaign : null,
            Answer = Campaign is null ? null : Answer,
            Route = Known(Route, words.Routes),
            WithoutContactPoint = WithoutContactPoint,
        };

    private static string? Known(string? code, IReadOnlyDictionary<string, LocalizedText> names) =>
        code is not null && names.ContainsKey(code) ? code : null;

    private IEnumerable<SelectListItem> Options(IReadOnlyDictionary<string, LocalizedText> names) =>
        names.Select(n => new SelectListItem(n.Value.In(t.Language.Code), n.Key));
}
