using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Schedules;
using Secretariat.Modules.Alliance;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The released programme of an event for programme apps, in the language asked for.</summary>
public sealed class ScheduleFileModel(SecretariatDb db, Settings settings, Text t, TimeProvider time) : PublicPage(time)
{
    /// <summary>Where the end of an item is not told and nothing follows it on its day.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(30);

    public async Task<IActionResult> OnGetAsync(string code, string format)
    {
        Response.Headers.Vary = "Accept-Language";
        if (await db.EntryAsync(code, AsOf, Cancelled) is not { } entry)
            return NotFound();
        if ((await db.ReleasesAsync(entry.Event.Id, AsOf, Cancelled)).FirstOrDefault() is not { Items.Count: > 0 } release)
            return NotFound();
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        var schedule = ScheduleOf(entry, release, strands);
        return format is "xml"
            ? File(ScheduleWriter.WriteXml(schedule), "application/xml; charset=utf-8")
            : File(ScheduleWriter.WriteJson(schedule), "application/json; charset=utf-8");
    }

    private Schedule ScheduleOf(TimetableEntry entry, ProgrammeRelease release, List<Strand> strands)
    {
        var (e, language) = (entry.Event, t.Language.Code);
        var items = release.Items;
        return new(
            e.Title.In(language),
            e.Code,
            $"{release.Number}",
            $"{settings.BaseUrl}/{language}/events/{e.Code}/programme",
            e.Details.Zone,
            Earlier(items[0].Day, entry.Days?.First),
            Later(items[^1].Day, entry.Days?.Last),
            [.. strands.Where(s => items.Any(i => i.Strand == s.Code)).Select(s => s.Name.In(language))],
            [.. items.Select(i => ItemOf(i, items, strands.Find(s => s.Code == i.Strand)?.Name.In(language)))]
        );
    }

    private ScheduleItem ItemOf(ReleasedItem item, IReadOnlyList<ReleasedItem> all, string? track)
    {
        var (title, language) = item.Title.Get(t.Language.Code);
        var people = ProgrammeClashes.NamesIn(item.Chairs).Concat(ProgrammeClashes.NamesIn(item.Speakers)).Distinct();
        return new(item.Id, item.Day, item.From, EndOf(item, all), title, item.Room, language, track, [.. people]);
    }

    /// <summary>When it ends; where that is not told, when the next one of its day begins.</summary>
    private static TimeOnly EndOf(ReleasedItem item, IReadOnlyList<ReleasedItem> all)
    {
        if (item.Until is { } until)
            return until;
        var next = all.FirstOrDefault(i => i.Day == item.Day && i.From > item.From)?.From;
        return next ?? (item.From.Add(Unknown, out var days) is var end && days == 0 ? end : TimeOnly.MaxValue);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly? other) => other < one ? other.Value : one;

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}
