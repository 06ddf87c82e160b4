using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Gathers the programme of one of our events, as it stands, for a campaign's letters.</summary>
internal static class TakeProgramme
{
    /// <summary>Our events that have a programme and are not cancelled, the latest first, each with its date.</summary>
    /// <param name="chosen">Stays in the list whatever became of it, so that nobody loses it unawares.</param>
    public static async Task<IReadOnlyList<SelectListItem>> OptionsAsync(
        SecretariatDb db,
        string? chosen,
        AsOf today,
        Text t,
        CancellationToken cancellationToken
    )
    {
        var events = await db
            .Events.AsNoTracking()
            .Include(e => e.Announcements)
            .Where(e => e.IsOwn && (db.ProgrammeItems.Any(i => i.EventId == e.Id) || e.Code == chosen))
            .ToListAsync(cancellationToken);
        return
        [
            .. events
                .Select(e => (Event: e, Entry: TimetableEntry.At(e, today)))
                .Where(e => !IsOff(e.Event, e.Entry) || e.Event.Code == chosen)
                .Select(e => (e.Event, e.Entry?.When))
                .OrderByDescending(e => e.When?.SortKey ?? DateOnly.MaxValue)
                .ThenBy(e => e.Event.Code, StringComparer.Ordinal)
                .Select(e => new SelectListItem(InWords(e.Event.Title, e.When?.Text, t.Language.Code), e.Event.Code)),
        ];
    }

    /// <summary>Of what nothing is known by then, what its sources say.</summary>
    private static bool IsOff(Event e, TimetableEntry? entry) =>
        entry is null ? e.Status is EventStatus.Cancelled : entry.Standing is Standing.Cancelled;

    private static string InWords(LocalizedText title, LocalizedText? when, string language) =>
        when is null ? title.In(language) : $"{title.In(language)} ({when.In(language)})";

    /// <summary>With the event as it is known on that day; null where no event is chosen.</summary>
    public static async Task<ProgrammeContent?> OfAsync(
        SecretariatDb db,
        string? code,
        AsOf today,
        CancellationToken cancellationToken
    )
    {
        if (code is null)
            return null;
        var e = await db.Events.AsNoTracking().Include(e => e.Announcements).SingleAsync(e => e.Code == code, cancellationToken);
        var items = await db.ProgrammeItems.AsNoTracking().InOrder(e.Id).ToListAsync(cancellationToken);
        return new(code, items.ConvertAll(i => new ProgrammeRow(i.Day, i.Time, i.Title, i.Speakers, i.Room)))
        {
            Title = e.Title,
            Dates = TimetableEntry.At(e, today)?.When.Text,
            Place = e.City,
        };
    }
}
