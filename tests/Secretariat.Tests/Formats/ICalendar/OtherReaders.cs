using System.Text.Json;
using Secretariat.Formats.ICalendar;
using Secretariat.Tests.Letters;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Formats.ICalendar;

/// <summary>An event as another program reads it: times in UTC, days as days.</summary>
internal sealed record ReadEvent(string Uid, int Sequence, string? Status, string? Summary, string Start, string End)
{
    public static ReadEvent Of(CalendarEvent e) =>
        new(e.Uid!, e.Sequence, e.Status, e.Summary, Written(e.Start!), Written(e.End!));

    private static string Written(CalendarTime time) =>
        time.Day is { } day ? $"{day:yyyy-MM-dd}" : $"{time.Instant!.Value.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
}

/// <summary>Two programs that know nothing of ours: icalendar for Python, which takes zones from the system, and ical.js, which takes them from the file.</summary>
internal static class OtherReaders
{
    private const string Python = """
        import datetime, icalendar, json, sys
        def at(p):
            d = p.dt
            return d.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(d, datetime.datetime) else d.isoformat()
        def text(e, name):
            return None if e.get(name) is None else str(e.get(name))
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
        print(json.dumps([{"uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "status": text(e, "STATUS"), "summary": text(e, "SUMMARY"),
            "start": at(e["DTSTART"]), "end": at(e["DTEND"])} for e in calendar.walk("VEVENT")]))
        """;

    private const string JavaScript = """
        const ICAL = require(process.argv[2]);
        const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(process.argv[3], "utf8")));
        calendar.getAllSubcomponents("vtimezone").forEach(z => ICAL.TimezoneService.register(new ICAL.Timezone(z)));
        const at = t => t.isDate ? t.toString() : new Date(t.toUnixTime() * 1000).toISOString().replace(".000", "");
        console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map(v => new ICAL.Event(v)).map(e => ({
            uid: e.uid, sequence: e.sequence, status: e.component.getFirstPropertyValue("status"), summary: e.summary,
            start: at(e.startDate), end: at(e.endDate)}))));
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string Library => ProjectFiles.PathOf("artifacts/ical/ical.cjs");

    /// <summary>Both read the same as our own reader.</summary>
    public static async Task AgreeAsync(byte[] calendar)
    {
        Programs.SkipWithout("python3", "node");
        Assert.SkipUnless(
            File.Exists("/usr/lib/python3/dist-packages/icalendar/__init__.py"),
            "python3-icalendar is not installed."
        );
        Assert.SkipUnless(File.Exists(Library), "ical.js is not there: bin/setup-tests fetches it from npm.");
        using var folder = new TemporaryFolder();
        var (file, python) = (folder.Keep("calendar.ics", calendar), folder.KeepScript("read.py", Python));
        var script = folder.KeepScript("read.cjs", JavaScript);
        var ours = CalendarReader.Read(calendar).Events.Select(ReadEvent.Of).ToList();

        Assert.Equal(ours, Read(await Programs.RunAsync("python3", python, file)));
        Assert.Equal(ours, Read(await Programs.RunAsync("node", script, Library, file)));
    }

    private static List<ReadEvent> Read(string json) => JsonSerializer.Deserialize<List<ReadEvent>>(json, Json)!;
}
