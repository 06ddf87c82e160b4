using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Secretariat.Formats.Schedules;

namespace Secretariat.Tests.Formats.Schedules;

/// <summary>What programme apps read is valid against the schemas of the format, whatever the programme.</summary>
public sealed class ScheduleWriterTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Fact]
    public async Task What_is_told_of_a_programme_stands_in_both_forms()
    {
        var item = new ScheduleItem(
            Guid.CreateVersion7(),
            new(2027, 3, 28),
            new(1, 30),
            new(3, 30),
            "Opening <b>",
            "Room A",
            "en",
            "Prevention",
            ["Ada Sample", "Bo “B” Sample"]
        );
        var schedule = Of([item, item with { Id = Guid.CreateVersion7(), Day = new(2027, 3, 29), Room = null, Track = null }]);

        var (xml, json) = await WriteAsync(schedule);

        var e = xml.Descendants("event").First();
        // The clocks go forward between: an hour, and not two.
        Assert.Equal(
            ("2027-03-28T01:30:00+01:00", "01:30", "01:00"),
            (e.Element("date")!.Value, e.Element("start")!.Value, e.Element("duration")!.Value)
        );
        Assert.Equal(
            ("Opening <b>", "Room A", "Prevention"),
            (e.Element("title")!.Value, e.Element("room")!.Value, e.Element("track")!.Value)
        );
        Assert.Equal(["Ada Sample", "Bo “B” Sample"], e.Descendants("person").Select(p => p.Value));
        Assert.Equal(["1", "2"], xml.Descendants("day").Select(d => d.Attribute("index")!.Value));
        // A day of twenty-three hours.
        var day = xml.Descendants("day").First();
        Assert.Equal(
            TimeSpan.FromHours(23),
            DateTimeOffset.Parse(day.Attribute("end")!.Value, null) - DateTimeOffset.Parse(day.Attribute("start")!.Value, null)
        );
        var conference = json.GetProperty("schedule").GetProperty("conference");
        Assert.Equal(
            ("round_table", 2),
            (conference.GetProperty("acronym").GetString(), conference.GetProperty("daysCount").GetInt32())
        );
        var written = conference.GetProperty("days")[0].GetProperty("rooms").GetProperty("Room A")[0];
        Assert.Equal("2027-03-28T03:30:00+02:00", written.GetProperty("end").GetString());
        Assert.Equal(item.Id.ToString(), written.GetProperty("guid").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001\ud800 \ufffe ]]> & \u202e")]
    [InlineData("Une salle, deux\nlignes")]
    public async Task Whatever_words_are_entered_the_file_is_valid(string words)
    {
        var item = new ScheduleItem(
            Guid.CreateVersion7(),
            new(2027, 1, 4),
            new(9, 0),
            new(10, 0),
            words,
            words,
            "fr",
            words,
            [words]
        );

        await WriteAsync(
            Of([item, item with { Id = Guid.CreateVersion7() }]) with
            {
                Title = words,
                Acronym = words,
                Tracks = [words],
            }
        );
    }

    [Fact]
    public void On_whatever_clock_a_day_begins_where_the_one_before_ends()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where((_, i) => i % 7 == 0).Append(Brussels))
        {
            var items = Enumerable
                .Range(0, 366)
                .Select(n => new ScheduleItem(
                    Guid.CreateVersion7(),
                    new DateOnly(2027, 1, 1).AddDays(n),
                    new(0, 0),
                    new(23, 59),
                    "All day",
                    null,
                    "en",
                    null,
                    []
                ))
                .ToList();
            var xml = Parse(ScheduleWriter.WriteXml(Of(items) with { Zone = zone, First = items[0].Day, Last = items[^1].Day }));
            var days = xml.Descendants("day").ToList();
            Assert.Equal(366, days.Count);
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(At(pair.First, "end"), At(pair.Second, "start")));
            Assert.All(days, d => Assert.InRange((At(d, "end") - At(d, "start")).TotalHours, 23, 25));
        }

        static DateTimeOffset At(XElement day, string name) => DateTimeOffset.Parse(day.Attribute(name)!.Value, null);
    }

    private static Schedule Of(IReadOnlyList<ScheduleItem> items) =>
        new(
            "Round table",
            "round-table",
            "1",
            "https://alliance.example/en/events/round-table/programme",
            Brussels,
            items[0].Day,
            items[^1].Day,
            ["Prevention"],
            items
        );

    private static async Task<(XDocument Xml, JsonElement Json)> WriteAsync(Schedule schedule)
    {
        var (xml, json) = (ScheduleWriter.WriteXml(schedule), ScheduleWriter.WriteJson(schedule));
        await ScheduleSchemas.ValidateAsync(xml, json);
        return (Parse(xml), JsonDocument.Parse(json).RootElement);
    }

    private static XDocument Parse(byte[] xml) => XDocument.Parse(Encoding.UTF8.GetString(xml));
}
