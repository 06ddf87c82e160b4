using System.Globalization;
using System.Text.Json.Nodes;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>An event as search engines read it (schema.org/Event, JSON-LD 1.1); signs of HTML in it are escaped.</summary>
internal static class EventJsonLd
{
    /// <param name="address">Of its page.</param>
    /// <param name="language">Of its texts.</param>
    /// <returns>Null where its days are not known: an event without them is none to a search engine.</returns>
    public static string? Write(TimetableEntry entry, string address, string language)
    {
        if (entry.Days is not var (first, last))
            return null;
        var e = entry.Event;
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = Text(e.Title, language),
            ["startDate"] = Day(first),
            ["endDate"] = Day(last),
            ["eventStatus"] = $"https://schema.org/{StatusOf(entry)}",
            ["eventAttendanceMode"] =
                $"https://schema.org/{(e.Details.Streams.Count > 0 ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode")}",
        };
        if (FormerDay(entry) is { } former)
            json["previousStartDate"] = Day(former);
        if (e.City is { } city)
            json["location"] = new JsonObject
            {
                ["@type"] = "Place",
                ["name"] = Text(city, language),
                ["address"] = Address(city, e.Country, language),
            };
        if (e.Organiser is { } organiser)
            json["organizer"] = new JsonObject { ["@type"] = "Organization", ["name"] = Text(organiser, language) };
        return json.ToJsonString();
    }

    private static JsonObject Address(LocalizedText city, string? country, string language)
    {
        var address = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = Text(city, language) };
        if (country is not null)
            address["addressCountry"] = country;
        return address;
    }

    private static DateOnly? FormerDay(TimetableEntry entry) =>
        entry switch
        {
            { MovedFrom.Earliest: { } former } => former,
            { Standing: Standing.Moved, Announcements: [{ Timing.Earliest: { } former }, _, ..] } => former,
            _ => null,
        };

    private static string StatusOf(TimetableEntry entry) =>
        entry.Standing switch
        {
            Standing.Cancelled => "EventCancelled",
            Standing.Moved when entry.Event.Details.SupersededBy is not null => "EventCancelled",
            Standing.Moved => "EventRescheduled",
            _ when FormerDay(entry) is not null => "EventRescheduled",
            _ => "EventScheduled",
        };

    /// <summary>With its language where it is not that of the page.</summary>
    private static JsonNode Text(LocalizedText text, string language)
    {
        var (words, used) = text.Get(language);
        return used == language ? JsonValue.Create(words)! : new JsonObject { ["@value"] = words, ["@language"] = used };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
