using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events.Series;

/// <summary>A series of events by partner country, as it was known on a day.</summary>
public sealed class SeriesPageModel(SecretariatDb db, Text t, TimeProvider time) : PublicPage(time)
{
    public EventSeries Series { get; private set; } = null!;

    /// <summary>By the name of the country; first those with none.</summary>
    public IReadOnlyList<IGrouping<string, TimetableEntry>> Countries { get; private set; } = [];

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await db.EventSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, Cancelled) is not { } series)
            return NotFound();
        Series = series;
        var timetable = await TimetableEntry.AllAsync(db, AsOf, t.Language.Culture, Cancelled);
        Countries =
        [
            .. timetable
                .Where(e => e.Event.SeriesId == series.Id)
                .GroupBy(e => e.Event.PartnerCountry is { } country ? CountryNames.In(t.Language.Code, country) ?? country : "")
                .OrderBy(g => g.Key, StringComparer.Create(t.Language.Culture, ignoreCase: true)),
        ];
        if (Countries.Count == 0)
            return NotFound();
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        return Page();
    }
}
