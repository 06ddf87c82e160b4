using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>A timeline as a page: of one sort or of all, up to a day.</summary>
public abstract class TimelinePage(Disclose disclose, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true)]
    public TimelineSort? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlaceInList? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlaceInList? After { get; set; }

    public AsOf Day { get; private set; }

    public IReadOnlyList<SelectListItem> Sorts { get; private set; } = [];

    public ListPage<TimelineEntry, PlaceInList> Entries { get; private set; } = null!;

    /// <summary>Who is named above the entries.</summary>
    protected virtual IEnumerable<Guid> Headed => [];

    /// <summary>Where the list goes on, as it is shown.</summary>
    public string? At(string side, PlaceInList? place)
    {
        if (place is null)
            return null;
        (string Name, object? Value)[] all = [("asOf", Day.IsToday ? null : Day), ("sort", Sort), (side, place)];
        var query = all.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value!.ToString()));
        return $"{Request.Path}{QueryString.Create(query)}";
    }

    public string DayOf(TimelineEntry entry) =>
        entry.IsMonthOnly ? entry.Day.ToString("MMMM yyyy", t.Language.Culture) : t.Date(entry.Day);

    protected async Task<IActionResult> ShowAsync(Timeline timeline, AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        Sorts = [.. timeline.Sorts.Select(s => new SelectListItem(t.Of(s.Name()), $"{s}"))];
        Entries = await timeline.PageAsync(Sort, new Stretch(Day, (Before, After), PageSize), cancellationToken);
        var persons = Entries.Rows.Select(e => e.PersonId).OfType<Guid>().Concat(Headed);
        await disclose.SeenAsync($"{Request.Path}", persons, cancellationToken);
        return Page();
    }
}
