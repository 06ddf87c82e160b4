using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events.Series;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>What an event is called, where it is, on whose clock, and which strands it concerns.</summary>
public sealed class EditModel(SecretariatDb db, TellOfChange tell, Disclose disclose, TimeProvider time, Text t)
    : ChangeModel(db, tell, disclose, time, t)
{
    private List<Strand> strands = [];

    [BindProperty, Required, StringLength(200), Display(Name = "Title, in English")]
    public string TitleEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Title, in French")]
    public string? TitleFr { get; set; }

    [BindProperty, StringLength(100), Display(Name = "City")]
    public string? City { get; set; }

    [BindProperty, StringLength(100), Display(Name = "City, in French")]
    public string? CityFr { get; set; }

    [BindProperty, Required, Display(Name = "Time zone")]
    public string TimeZone { get; set; } = "";

    [BindProperty, Display(Name = "Strands of work")]
    public List<string> Strands { get; set; } = [];

    [BindProperty, Display(Name = "Series")]
    public Guid? Series { get; set; }

    [BindProperty, Display(Name = "Partner country")]
    public string? PartnerCountry { get; set; }

    public SeriesChoices Choices { get; private set; } = new([], []);

    public IEnumerable<SelectListItem> StrandOptions =>
        strands.Select(s => new SelectListItem(s.Name.In(T.Language.Code), s.Code));

    public static IEnumerable<SelectListItem> ZoneOptions =>
        TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => z.Id)
            .Order(StringComparer.Ordinal)
            .Select(id => new SelectListItem(id, id));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var e = Entry.Event;
        (TitleEn, TitleFr) = (e.Title.In("en"), e.Title.Written("fr"));
        (City, CityFr) = (e.City?.In("en"), e.City?.Written("fr"));
        (TimeZone, Strands) = (e.Details.TimeZone, [.. e.Strands]);
        (Series, PartnerCountry) = (e.SeriesId, e.PartnerCountry);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (ZoneOptions.All(z => z.Value != TimeZone))
            Refuse(nameof(TimeZone), Text.Key("Choose a time zone."));
        if (string.IsNullOrWhiteSpace(City) && !string.IsNullOrWhiteSpace(CityFr))
            Refuse(nameof(City), Text.Key("Write it in English too: that is what readers of other languages are shown."));
        Choices.Check((nameof(Series), Series), (nameof(PartnerCountry), PartnerCountry), ModelState, T);
        if (!ModelState.IsValid)
            return Page();
        (Event.SeriesId, Event.PartnerCountry) = (Series, PartnerCountry);
        Event.Title = LocalizedText.Rewritten(Event.Title, TitleEn, TitleFr)!;
        Event.City = LocalizedText.Rewritten(Event.City, City, CityFr);
        Event.Strands = [.. strands.Select(s => s.Code).Where(Strands.Contains)];
        Event.Details = Event.Details with { TimeZone = TimeZone };
        return await SaveAsync(Text.Key("Change an event"), null, Text.Key("The event has changed."), cancellationToken);
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        strands = await Db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        Choices = await SeriesChoices.ReadAsync(Db, T, cancellationToken);
        return await FindAsync(code, cancellationToken);
    }
}
