using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events.Series;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>An event of the Alliance that the office announces.</summary>
[WritersOnly]
public sealed class NewEventModel(SecretariatDb db, AnnounceEvent announcing, TimeProvider time, Text t) : PageModel
{
    private List<Strand> strands = [];

    [BindProperty, Required, StringLength(200), Display(Name = "Title, in English")]
    public string TitleEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Title, in French")]
    public string? TitleFr { get; set; }

    [BindProperty, Required, MeantDay, Display(Name = "First day")]
    public DateOnly? First { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day")]
    public DateOnly? Last { get; set; }

    [BindProperty, StringLength(100), Display(Name = "City")]
    public string? City { get; set; }

    [BindProperty, Display(Name = "Strands of work")]
    public List<string> Strands { get; set; } = [];

    [BindProperty(SupportsGet = true), Display(Name = "Series")]
    public Guid? Series { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Title of a new series, in English")]
    public string? NewSeriesEn { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Title of a new series, in French")]
    public string? NewSeriesFr { get; set; }

    [BindProperty, Display(Name = "Partner country")]
    public string? PartnerCountry { get; set; }

    public SeriesChoices Choices { get; private set; } = new([], []);

    public IEnumerable<SelectListItem> StrandOptions =>
        strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code));

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (First < time.Today())
            ModelState.AddModelError(nameof(First), t.Of("This day is over."));
        if (Last < First)
            ModelState.AddModelError(nameof(Last), t.Of("It cannot end before it begins."));
        CheckSeries();
        if (!ModelState.IsValid)
            return Page();
        var plan = new EventPlan(LocalizedText.InEnglishAnd("fr", TitleEn, TitleFr), First!.Value, Last ?? First!.Value)
        {
            City = string.IsNullOrWhiteSpace(City) ? null : LocalizedText.InEnglish(City.Trim()),
            Strands = [.. strands.Select(s => s.Code).Where(Strands.Contains)],
            SeriesId = Series ?? await NewSeriesAsync(cancellationToken),
            PartnerCountry = PartnerCountry,
        };
        var e = await announcing.RunAsync(plan, cancellationToken);
        TempData["Done"] = t.Of("The event stands in the timetable.");
        return Redirect($"/office/events/{e.Code}");
    }

    private void CheckSeries()
    {
        Choices.Check((nameof(Series), Series), (nameof(PartnerCountry), PartnerCountry), ModelState, t);
        if (Series is not null && !string.IsNullOrWhiteSpace($"{NewSeriesEn}{NewSeriesFr}"))
            ModelState.AddModelError(nameof(NewSeriesEn), t.Of("Choose a series or begin a new one, not both."));
        else if (string.IsNullOrWhiteSpace(NewSeriesEn) && !string.IsNullOrWhiteSpace(NewSeriesFr))
            ModelState.AddModelError(
                nameof(NewSeriesEn),
                t.Of("Write it in English too: that is what readers of other languages are shown.")
            );
    }

    /// <summary>The caller saves.</summary>
    private async Task<Guid?> NewSeriesAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(NewSeriesEn))
            return null;
        var taken = await db.EventSeries.Select(s => s.Code).ToHashSetAsync(cancellationToken);
        var series = new EventSeries
        {
            Code = PartnerCode.For(NewSeriesEn, "series", taken),
            Title = LocalizedText.InEnglishAnd("fr", NewSeriesEn, NewSeriesFr),
        };
        db.EventSeries.Add(series);
        return series.Id;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Choices = await SeriesChoices.ReadAsync(db, t, cancellationToken);
    }
}
