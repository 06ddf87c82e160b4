using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events.Series;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events;

public sealed class TimetableModel(SecretariatDb db, Text t, TimeProvider time) : PublicPage(time)
{
    /// <summary>In the order in which they are shown, with the sentence that says what the group means.</summary>
    public static readonly IReadOnlyList<(Standing Standing, string Title, string Meaning)> Groups =
    [
        (Standing.Coming, Text.Key("Announced and still to come"), Text.Key("Announced for a time that has not passed.")),
        (Standing.Moved, Text.Key("Moved"), Text.Key("The organiser gave another date, or another event in its place.")),
        (Standing.Cancelled, Text.Key("Cancelled"), Text.Key("The organiser said that it will not take place.")),
        (Standing.Held, Text.Key("Held"), Text.Key("A source reports that it took place.")),
        (
            Standing.NoRecord,
            Text.Key("No record that it took place"),
            Text.Key("Announced for a time that has passed; no source read so far says whether it took place.")
        ),
    ];

    public static string MeaningOf(Standing standing) => Groups.First(g => g.Standing == standing).Meaning;

    public IReadOnlyList<TimetableEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    /// <summary>Of which something was known by then.</summary>
    public IReadOnlyList<EventSeries> Series { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Entries = await TimetableEntry.AllAsync(db, AsOf, t.Language.Culture, Cancelled);
        var series = await db.EventSeries.AsNoTracking().OrderBy(s => s.Code).ToListAsync(Cancelled);
        Series = series.FindAll(s => Entries.Any(e => e.Event.SeriesId == s.Id));
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
    }
}

/// <summary>An event as a timetable shows it.</summary>
public sealed record EntryView(TimetableEntry Entry, AsOf AsOf, IReadOnlyList<Strand> Strands);
