using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Secretariat.Formats.ICalendar;

namespace Secretariat.Tests.Formats.ICalendar;

public class CalendarWriterTests
{
    [Fact]
    public void What_is_written_is_read_again_unchanged()
    {
        var calendar = CalendarReader.Read(Written(Meeting));

        Assert.Equal(("REQUEST", null), (calendar.Method, calendar.UnreadableReason));
        var read = Assert.Single(calendar.Events);
        Assert.Equal(Meeting.Attendees, read.Attendees);
        Assert.Equal(Meeting, read with { Attendees = Meeting.Attendees, Comments = Meeting.Comments });
    }

    [Fact]
    public void A_day_is_written_as_a_day_and_an_instant_in_utc()
    {
        var instant = new CalendarTime(null, new DateTimeOffset(2031, 7, 1, 9, 0, 0, TimeSpan.FromHours(2)));
        var lines = Written(Meeting with { End = instant }).Split("\r\n");

        Assert.Contains("DTSTART;VALUE=DATE:20310701", lines);
        Assert.Contains("DTEND:20310701T070000Z", lines);
    }

    [Fact]
    public void No_line_is_longer_than_75_bytes_and_no_text_begins_a_line_of_its_own()
    {
        var written = Written(
            Meeting with
            {
                Summary = $"{new string('ß', 200)}\r\nATTENDEE:mailto:forged@example.org",
                Location = "Salle 5\nBEGIN:VALARM",
            }
        );

        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\r\nATTENDEE:mailto:forged", written, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(CalendarReader.Read(written).Events).Attendees.Count);
    }

    [Fact]
    public void An_event_without_what_identifies_it_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Written(Meeting with { Uid = " " }));
        Assert.Throws<ArgumentException>(() => Written(Meeting with { Stamp = null }));
        Assert.Throws<ArgumentException>(() => CalendarWriter.Write("x", "REQUEST\r\nX", [Meeting]));
        Assert.Throws<ArgumentException>(() => Written(Meeting with { Attendees = [new("a@example.org", null, "YES;X=1")] }));
    }

    /// <summary>Zones with their changes in spring and autumn, at midnight, by half an hour, in the past alone, and on the other side of the day line.</summary>
    private static readonly string[] ZoneNames =
    [
        "Europe/Brussels",
        "Europe/Dublin",
        "Asia/Dhaka",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Santiago",
    ];

    [Fact]
    public void Times_in_any_zone_are_read_again_also_by_whoever_knows_the_zone_from_the_calendar_alone()
    {
        var events =
            from zone in Gen.Elements(ZoneNames)
            from begins in Gen.Choose(1_500_000_000, 2_000_000_000)
            from lasts in Gen.Choose(0, 400_000)
            let start = DateTimeOffset.FromUnixTimeSeconds(begins)
            select Meeting with
            {
                TimeZone = zone,
                Start = new(null, start),
                End = new(null, start.AddSeconds(lasts)),
            };
        var rule = Prop.ForAll(
            events.ToArbitrary(),
            e =>
            {
                var written = Written(e);
                return new[] { written, written.Replace(e.TimeZone!, "of-this-file", StringComparison.Ordinal) }
                    .Select(text => CalendarReader.Read(text).Events.Single())
                    .All(read => read.Start == e.Start && read.End == e.End);
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), rule);
    }

    [Fact]
    public async Task Two_other_programs_read_the_same_times_around_every_change_of_a_clock()
    {
        var begins = new DateTimeOffset(2024, 1, 1, 0, 30, 0, TimeSpan.Zero);
        var events =
            from zone in ZoneNames
            from hours in Enumerable.Range(0, 366 * 24 / 7)
            let start = begins.AddHours(hours * 7)
            select Meeting with
            {
                Uid = $"{zone}-{hours}",
                TimeZone = zone,
                Start = new(null, start),
                End = new(null, start.AddHours(7)),
            };

        await OtherReaders.AgreeAsync(CalendarWriter.Write("-//Example//Test//EN", "PUBLISH", [.. events], "Around the clock"));
    }

    [Fact]
    public void A_time_is_written_on_the_clock_of_its_zone_and_the_zone_beside_it()
    {
        var lines = Written(InBrussels(new(2023, 11, 28, 12, 15, 0, TimeSpan.Zero))).Split("\r\n");

        Assert.Contains("DTSTART;TZID=Europe/Brussels:20231128T131500", lines);
        Assert.Equal(1, lines.Count(l => l is "BEGIN:VTIMEZONE"));
        var summer = Array.IndexOf(lines, "DTSTART:20230326T020000");
        Assert.Equal(
            ["BEGIN:DAYLIGHT", "DTSTART:20230326T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
            lines[(summer - 1)..(summer + 3)]
        );
    }

    [Fact]
    public void An_hour_that_comes_twice_and_an_unknown_zone_are_written_in_utc()
    {
        var first = new DateTimeOffset(2023, 10, 29, 0, 30, 0, TimeSpan.Zero);
        Assert.Contains("DTSTART:20231029T003000Z", Written(InBrussels(first)), StringComparison.Ordinal);
        Assert.Contains(
            "DTSTART;TZID=Europe/Brussels:20231029T033000",
            Written(InBrussels(first.AddHours(2))),
            StringComparison.Ordinal
        );
        Assert.Contains("DTSTART:20231029T013000Z", Written(InBrussels(first.AddHours(1))), StringComparison.Ordinal);
        Assert.Contains(
            "DTSTART:20231029T003000Z",
            Written(InBrussels(first) with { TimeZone = "Moon/Base" }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_sent_has_no_name_and_what_is_subscribed_to_has_one()
    {
        Assert.DoesNotContain("NAME", Written(Meeting), StringComparison.Ordinal);
        var feed = Encoding.UTF8.GetString(CalendarWriter.Write("-//Example//Test//EN", null, [Meeting], "Events; all"));
        Assert.Contains("\r\nNAME:Events\\; all\r\n", feed, StringComparison.Ordinal);
    }

    private static CalendarEvent InBrussels(DateTimeOffset start) =>
        Meeting with
        {
            TimeZone = "Europe/Brussels",
            Start = new(null, start),
            End = new(null, start.AddMinutes(30)),
        };

    private static string Written(CalendarEvent e) =>
        Encoding.UTF8.GetString(CalendarWriter.Write("-//Example//Test//EN", "REQUEST", [e]));

    private static readonly CalendarEvent Meeting = new()
    {
        Uid = "6f1c0b1e-3f53-4d58-8c8a-6d1d9f1f7a10",
        Stamp = new(null, new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.Zero)),
        Sequence = 4,
        Status = "CONFIRMED",
        Summary = "Conference; first, and \\ last",
        Start = new(new DateOnly(2031, 7, 1), null),
        End = new(new DateOnly(2031, 7, 3), null),
        Location = "Brüssel, Βρυξέλλες",
        Description = "First line; of two\nand the \\ second",
        Url = "https://example.org/events/a?b=c;d,e",
        Organizer = new("office@example.org", "Office; the \"first\" ^n"),
        Attendees = [new("ann+1%x@example.org", "Ann, Example: A", "NEEDS-ACTION"), new("bob@example.org", null, "ACCEPTED")],
    };
}
