using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Secretariat.Formats.Schedules;

/// <summary>
/// Writes schedules in the format of c3voc (media type application/vnd.c3voc.schedule+xml, schema https://c3voc.de/schedule/schema.xsd) and its JSON
/// form (https://c3voc.de/schedule/schema.json), valid against both. An hour that comes twice is its first; signs that XML does not know are left out.
/// </summary>
public static class ScheduleWriter
{
    // The schemas want a room of every item, and a form of item; only a length tells apart how finely a day is divided.
    private const string NoRoom = "–";
    private const string Form = "other";
    private const string Slot = "00:05";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8, with its declaration.</summary>
    public static byte[] WriteXml(Schedule schedule)
    {
        var conference = new XElement(
            "conference",
            Text("title", schedule.Title),
            Text("acronym", Acronym(schedule)),
            Text("start", Day(schedule.First)),
            Text("end", Day(schedule.Last)),
            Text("days", Number(DayCount(schedule))),
            Text("timeslot_duration", Slot),
            Text("url", schedule.Address),
            Text("time_zone_name", schedule.Zone.Id),
            schedule.Tracks.Select(t => new XElement("track", new XAttribute("name", Clean(t))))
        );
        var days = Days(schedule)
            .Select(d => new XElement(
                "day",
                new XAttribute("index", d.Index),
                new XAttribute("date", Day(d.Day)),
                new XAttribute("start", Instant(schedule, d.Day, TimeOnly.MinValue)),
                new XAttribute("end", Instant(schedule, d.Day.AddDays(1), TimeOnly.MinValue)),
                d.Rooms.Select(r => new XElement(
                    "room",
                    new XAttribute("name", Clean(r.Key)),
                    r.Select(item => Xml(schedule, item, d.Ids[item.Id]))
                ))
            ));
        var document = new XDocument(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(
                "schedule",
                new XElement("generator", new XAttribute("name", "Secretariat")),
                Text("version", schedule.Version),
                conference,
                days
            )
        );
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Indent = true, Encoding = new UTF8Encoding(false) }))
            document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>UTF-8.</summary>
    public static byte[] WriteJson(Schedule schedule)
    {
        var days = Days(schedule)
            .Select(d =>
                (JsonNode)
                    new JsonObject
                    {
                        ["index"] = d.Index,
                        ["date"] = Day(d.Day),
                        ["day_start"] = Instant(schedule, d.Day, TimeOnly.MinValue),
                        ["day_end"] = Instant(schedule, d.Day.AddDays(1), TimeOnly.MinValue),
                        ["rooms"] = new JsonObject(
                            d.Rooms.Select(r =>
                                KeyValuePair.Create<string, JsonNode?>(
                                    r.Key,
                                    new JsonArray([.. r.Select(item => Json(schedule, item, d.Ids[item.Id]))])
                                )
                            )
                        ),
                    }
            );
        var json = new JsonObject
        {
            ["$schema"] = "https://c3voc.de/schedule/schema.json",
            ["generator"] = new JsonObject { ["name"] = "Secretariat" },
            ["schedule"] = new JsonObject
            {
                ["version"] = schedule.Version,
                ["conference"] = new JsonObject
                {
                    ["acronym"] = Acronym(schedule),
                    ["title"] = schedule.Title,
                    ["start"] = Day(schedule.First),
                    ["end"] = Day(schedule.Last),
                    ["daysCount"] = DayCount(schedule),
                    ["timeslot_duration"] = Slot,
                    ["time_zone_name"] = schedule.Zone.Id,
                    ["url"] = schedule.Address,
                    ["tracks"] = new JsonArray([.. schedule.Tracks.Select(t => (JsonNode)new JsonObject { ["name"] = t })]),
                    ["days"] = new JsonArray([.. days]),
                },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(json, Indented);
    }

    private sealed record ScheduleDay(
        int Index,
        DateOnly Day,
        IEnumerable<IGrouping<string, ScheduleItem>> Rooms,
        Dictionary<Guid, int> Ids
    );

    private static List<ScheduleDay> Days(Schedule schedule)
    {
        // The old number of an item: by when its key was made, so that it stays while nothing older is taken out.
        var ids = schedule
            .Items.Select(i => i.Id)
            .Order()
            .Select((id, index) => (id, index))
            .ToDictionary(p => p.id, p => p.index + 1);
        return
        [
            .. Enumerable
                .Range(0, DayCount(schedule))
                .Select(n => new ScheduleDay(
                    n + 1,
                    schedule.First.AddDays(n),
                    schedule
                        .Items.Where(i => i.Day == schedule.First.AddDays(n))
                        .OrderBy(i => i.From)
                        .GroupBy(i => i.Room ?? NoRoom)
                        .OrderBy(g => g.Key, StringComparer.Ordinal),
                    ids
                )),
        ];
    }

    private static XElement Xml(Schedule schedule, ScheduleItem item, int id) =>
        new(
            "event",
            new XAttribute("id", id),
            new XAttribute("guid", item.Id),
            Text("room", item.Room ?? NoRoom),
            Text("title", item.Title),
            Text("type", Form),
            Text("date", Instant(schedule, item.Day, item.From)),
            Text("start", Time(item.From)),
            Text("duration", Duration(schedule, item)),
            Text("abstract", ""),
            Text("track", item.Track ?? ""),
            new XElement("persons", item.Persons.Select(p => Text("person", p))),
            Text("language", item.Language),
            Text("url", AddressOf(schedule, item))
        );

    private static JsonObject Json(Schedule schedule, ScheduleItem item, int id) =>
        new()
        {
            ["guid"] = item.Id.ToString(),
            ["id"] = id,
            ["slug"] = $"{Acronym(schedule)}-{item.Id}",
            ["url"] = AddressOf(schedule, item),
            ["date"] = Instant(schedule, item.Day, item.From),
            ["start"] = Time(item.From),
            ["end"] = Instant(schedule, item.Day, item.Until),
            ["duration"] = Duration(schedule, item),
            ["room"] = item.Room ?? NoRoom,
            ["title"] = item.Title,
            ["subtitle"] = null,
            ["language"] = item.Language,
            ["track"] = item.Track,
            ["type"] = Form,
            ["abstract"] = null,
            ["persons"] = new JsonArray([.. item.Persons.Select(p => (JsonNode)new JsonObject { ["name"] = p })]),
            ["links"] = new JsonArray(),
        };

    private static int DayCount(Schedule schedule) => schedule.Last.DayNumber - schedule.First.DayNumber + 1;

    private static string AddressOf(Schedule schedule, ScheduleItem item) => $"{schedule.Address}#item-{item.Id}";

    /// <summary>At least four of the signs that both schemas know.</summary>
    private static string Acronym(Schedule schedule) =>
        new string([.. schedule.Acronym.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]).PadRight(4, '_');

    private static string Instant(Schedule schedule, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        // An hour that is left out is told on the clock of before.
        var offset = schedule.Zone.IsAmbiguousTime(local)
            ? schedule.Zone.GetAmbiguousTimeOffsets(local).Max()
            : schedule.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>How long it takes, which is not what its clock shows where the clock is changed meanwhile.</summary>
    private static string Duration(Schedule schedule, ScheduleItem item)
    {
        var (from, until) = (Parse(Instant(schedule, item.Day, item.From)), Parse(Instant(schedule, item.Day, item.Until)));
        return (until - from).ToString(@"hh\:mm", CultureInfo.InvariantCulture);

        static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static XElement Text(string name, string text) => new(name, Clean(text));

    private static string Clean(string text) => WellFormed.Of(Words.OnOneLine(text));
}
