using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.ICalendar;
using Secretariat.Modules.Events.Programme;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>Events whose days are known as a calendar (RFC 5545), each under the key that it has in every calendar of ours.</summary>
public sealed class EventCalendar(SecretariatDb db, AllianceWords alliance, Settings settings, Text t)
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <param name="name">Of what is subscribed to; null for what is taken over once.</param>
    public async Task<byte[]> WriteAsync(
        IReadOnlyCollection<TimetableEntry> entries,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var stamps = await StampsAsync(entries, cancellationToken);
        var events = entries.Select(e => Write(e, stamps)).OfType<CalendarEvent>().ToList();
        return CalendarWriter.Write("-//Secretariat//Timetable//EN", "PUBLISH", events, name);
    }

    /// <summary>One event, with some items of its programme as they were released.</summary>
    public async Task<byte[]> WriteAsync(
        TimetableEntry entry,
        IEnumerable<ReleasedItem> items,
        ProgrammeRelease? release,
        CancellationToken cancellationToken
    )
    {
        var stamps = await StampsAsync([entry], cancellationToken);
        var events = new[] { Write(entry, stamps) }.OfType<CalendarEvent>().Concat(items.Select(i => Write(entry, i, release!)));
        return CalendarWriter.Write("-//Secretariat//Timetable//EN", "PUBLISH", [.. events]);
    }

    private CalendarEvent Write(TimetableEntry entry, ReleasedItem item, ProgrammeRelease release)
    {
        var (e, language) = (entry.Event, t.Language.Code);
        CalendarTime At(TimeOnly on) => new(null, Clock.InstantOf(item.Day.ToDateTime(on), e.Details.Zone));
        return new()
        {
            Uid = item.Id.ToString("D"),
            Stamp = new(null, release.ReleasedAt),
            // It rises with each release, and when the event moves or is off.
            Sequence = release.Number + e.Version,
            Status = StatusOf(entry),
            Summary = item.Title.In(language),
            Location = string.Join(", ", new[] { item.Room, e.City?.In(language) }.OfType<string>()),
            Description = e.Title.In(language),
            Url = $"{settings.BaseUrl}/{language}/events/{e.Code}/programme#item-{item.Id}",
            TimeZone = e.Details.TimeZone,
            Start = At(item.From),
            End = item.Until is { } until ? At(until) : null,
            Organizer = e.IsOwn ? new(settings.Mail.Mailbox, alliance.Secretariat.In(language)) : null,
        };
    }

    private CalendarEvent? Write(TimetableEntry entry, Dictionary<Guid, DateTimeOffset> stamps)
    {
        if (entry.Days is not var (first, last))
            return null;
        var (e, language) = (entry.Event, t.Language.Code);
        return new()
        {
            Uid = e.CalendarUid,
            Stamp = new(null, stamps.GetValueOrDefault(e.Id, DateTimeOffset.UnixEpoch)),
            Sequence = e.Version,
            Status = StatusOf(entry),
            Summary = e.Title.In(language),
            Location = e.City?.In(language),
            Description = string.Join(
                '\n',
                new[] { t.Of(TimetableModel.MeaningOf(entry.Standing)), Organiser(e) }.OfType<string>()
            ),
            Url = $"{settings.BaseUrl}/{language}/events/{e.Code}",
            Start = new(first, null),
            End = new(last.AddDays(1), null),
            Organizer = e.IsOwn ? new(settings.Mail.Mailbox, alliance.Secretariat.In(language)) : null,
        };
    }

    private string? Organiser(Event e) =>
        e.Organiser is { } organiser ? $"{t.Of("Organiser:")} {organiser.In(t.Language.Code)}" : null;

    /// <summary>What another event has taken the place of will not take place; what nobody reports to have taken place may not have.</summary>
    private static string StatusOf(TimetableEntry entry) =>
        entry.Standing switch
        {
            Standing.Cancelled => "CANCELLED",
            Standing.Moved => entry.Event.Details.SupersededBy is null ? "CONFIRMED" : "CANCELLED",
            Standing.Held => "CONFIRMED",
            Standing.Coming => entry.IsConfirmed ? "CONFIRMED" : "TENTATIVE",
            _ => "TENTATIVE",
        };

    /// <summary>When each was last changed, so that a calendar says the same as long as nothing is.</summary>
    private async Task<Dictionary<Guid, DateTimeOffset>> StampsAsync(
        IReadOnlyCollection<TimetableEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var events = entries.Select(e => e.Event.Id).ToList();
        return await db
            .AuditEntries.Where(a => events.Contains(a.SubjectId))
            .GroupBy(a => a.SubjectId)
            .Select(g => new { g.Key, At = g.Max(a => a.At) })
            .ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
    }
}
