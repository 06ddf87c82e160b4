using System.Globalization;
using System.Text;
using Secretariat.Formats.ICalendar;

namespace Secretariat.Tests.Formats.ICalendar;

/// <summary>From the clock on the wall to the instant.</summary>
public class ZoneTests
{
    private const string Yearly = """
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        DTSTART:20000326T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        DTSTART:20001029T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        """;

    [Theory]
    [InlineData("20310115T090000", "2031-01-15 08:00:00Z")]
    [InlineData("20310715T090000", "2031-07-15 07:00:00Z")]
    [InlineData("20310330T015959", "2031-03-30 00:59:59Z")]
    [InlineData("20310330T023000", "2031-03-30 01:30:00Z")]
    [InlineData("20310330T030000", "2031-03-30 01:00:00Z")]
    [InlineData("20311026T023000", "2031-10-26 00:30:00Z")]
    [InlineData("20311026T030000", "2031-10-26 02:00:00Z")]
    [InlineData("19900715T090000", "1990-07-15 08:00:00Z")]
    [InlineData("20000326T030000", "2000-03-26 01:00:00Z")]
    [InlineData("00010101T000000", null)]
    public void A_zone_of_the_file_changes_by_its_rules_and_so_does_the_system_s(string local, string? instant)
    {
        Assert.Equal(instant, In(Yearly, local));
        if (local[0] is '2')
            Assert.Equal(instant, In(null, local, "Europe/Brussels"));
    }

    [Theory]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=2SU", "20310608T120000", true)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=2SU", "20310607T120000", false)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", "20310610T120000", true)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10", "20310609T120000", false)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", "20310630T120000", true)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1", "20310629T120000", false)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=SU;BYMONTHDAY=9,10,11,12,13,14,15", "20310615T120000", true)]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=SU;BYMONTHDAY=9,10,11,12,13,14,15", "20310614T120000", false)]
    [InlineData("RRULE:FREQ=YEARLY", "20310602T000000", true)]
    [InlineData("RRULE:FREQ=YEARLY", "20310601T235959", false)]
    [InlineData("RRULE:FREQ=YEARLY;INTERVAL=2", "20300603T000000", true)]
    [InlineData("RRULE:FREQ=YEARLY;INTERVAL=2", "20310603T000000", false)]
    [InlineData("RRULE:FREQ=YEARLY;COUNT=12", "20310603T000000", true)]
    [InlineData("RRULE:FREQ=YEARLY;COUNT=11", "20310603T000000", false)]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=20310601T220000Z", "20310603T000000", true)]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=20310601T215959Z", "20310603T000000", false)]
    [InlineData("RRULE:FREQ=YEARLY;UNTIL=20310602", "20310603T000000", true)]
    [InlineData("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "20310603T000000", false)]
    [InlineData("RDATE:20310602T000000,20320602T000000", "20310602T000000", true)]
    [InlineData("RDATE:20310602T000000,20320602T000000", "20310601T235959", false)]
    public void Rules_and_dates_say_when_a_change_comes(string line, string local, bool hasCome)
    {
        // On 2 June 2020 from two hours to three, and back every 1 January.
        var zone = $"""
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            DTSTART:20200602T000000
            {line}
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            DTSTART:20200101T000000
            RRULE:FREQ=YEARLY
            END:STANDARD
            """;
        // Asked an hour later: the hour after a change to more is skipped, and counts as before it.
        var later = DateTime.ParseExact(local, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture).AddHours(1);
        Assert.Equal($"{later.AddHours(hasCome ? -3 : -2):yyyy-MM-dd HH:mm:ss}Z", In(zone, $"{later:yyyyMMdd'T'HHmmss}"));
    }

    [Theory]
    [InlineData("-0330", "2031-01-15 12:30:00Z")]
    [InlineData("+053020", "2031-01-15 03:29:40Z")]
    [InlineData("1", null)]
    public void Offsets_are_read_to_the_second(string offset, string? instant) =>
        Assert.Equal(instant, In($"BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:{offset}", "20310115T090000"));

    [Fact]
    public void A_zone_of_the_file_goes_before_the_system_s_wherever_it_stands()
    {
        const string Zone =
            "BEGIN:VTIMEZONE\nTZID:Asia/Dhaka\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0100\nEND:VTIMEZONE\n";
        const string Event = "BEGIN:VEVENT\nDTSTART;TZID=\"Asia/Dhaka\":20310115T090000\nEND:VEVENT\n";
        foreach (var calendar in new[] { Zone + Event, Event + Zone })
            Assert.Equal("2031-01-15 08:00:00Z", Instant(CalendarReader.Read(calendar)));
    }

    [Theory]
    [InlineData("Asia/Dhaka", true)]
    [InlineData("Bangladesh Standard Time", true)]
    [InlineData("/example.org/2031/Asia/Dhaka", true)]
    [InlineData("America/Atlantis", false)]
    [InlineData("Europe", false)]
    [InlineData("../zoneinfo/Asia/Dhaka", false)]
    [InlineData("/usr/share/zoneinfo/../zoneinfo/Asia/../Dhaka", false)]
    public void Zones_that_are_only_named_are_those_of_the_system(string name, bool isKnown)
    {
        var calendar = CalendarReader.Read($"BEGIN:VEVENT\nDTSTART;TZID={name}:20310115T090000");
        Assert.Equal(isKnown ? "2031-01-15 03:00:00Z" : null, Instant(calendar));
        Assert.Equal(name, calendar.Events[0].TimeZone);
    }

    [Theory]
    [InlineData("Europe/Dublin", "20310330T013000", "2031-03-30 01:30:00Z")]
    [InlineData("America/New_York", "20310309T023000", "2031-03-09 07:30:00Z")]
    [InlineData("America/New_York", "20311102T013000", "2031-11-02 05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "20311005T021500", "2031-10-04 15:45:00Z")]
    [InlineData("Pacific/Apia", "20111230T120000", "2011-12-30 22:00:00Z")]
    [InlineData("Pacific/Apia", "00010101T000000", null)]
    [InlineData("America/New_York", "99991231T235959", null)]
    public void A_time_that_is_skipped_or_comes_twice_is_that_before_the_change(string zone, string local, string? instant) =>
        Assert.Equal(instant, In(null, local, zone));

    [Fact]
    public void A_time_without_a_zone_is_on_the_reader_s_clock()
    {
        const string Event = "BEGIN:VEVENT\nDTSTART:20310115T090000";
        Assert.Null(Instant(CalendarReader.Read(Event)));
        var read = CalendarReader.Read(Event, TimeZoneInfo.FindSystemTimeZoneById("Asia/Dhaka"));
        Assert.Equal("2031-01-15 03:00:00Z", Instant(read));
        Assert.Null(read.Events[0].TimeZone);
    }

    [Fact]
    public async Task Many_times_under_many_rules_are_read_in_time()
    {
        var rules = Times($"{Yearly}\n", 10);
        var times = string.Concat(
            Enumerable
                .Range(0, 20_000)
                .Select(i => $"BEGIN:VEVENT\nDTSTART;TZID=Ours:2031{i % 2 * 6 + 1:00}15T090000\nEND:VEVENT\n")
        );
        await Stalls.AreCaughtAsync(
            "rules",
            () =>
            {
                var read = CalendarReader.Read($"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\n{rules}END:VTIMEZONE\n{times}");
                Assert.Equal([8, 7], read.Events.Select(e => e.Start!.Instant!.Value.Hour).Distinct());
                return Task.CompletedTask;
            }
        );
    }

    [Fact]
    public void A_zone_with_too_many_rules_or_changes_is_not_used()
    {
        const string Rule = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0100\n";
        Assert.NotNull(In(Times($"{Rule}RRULE:FREQ=YEARLY\n", 20), "20310115T090000"));
        Assert.Null(In(Times($"{Rule}RRULE:FREQ=YEARLY\n", 21), "20310115T090000"));
        Assert.Null(In(Times(Rule, 2_001), "20310115T090000"));
        Assert.NotNull(In($"{Rule}RDATE:{Times("20310101,", 1_000)}", "20310115T090000"));
        Assert.Null(In($"{Rule}RDATE:{Times("20310101,", 2_001)}", "20310115T090000"));
    }

    /// <summary>The instant of a time in a zone with these lines.</summary>
    private static string? In(string? zone, string local, string name = "Ours")
    {
        var written = zone is null ? "" : $"BEGIN:VTIMEZONE\nTZID:{name}\n{zone}\nEND:VTIMEZONE\n";
        return Instant(CalendarReader.Read($"BEGIN:VCALENDAR\n{written}BEGIN:VEVENT\nDTSTART;TZID={name}:{local}"));
    }

    private static string? Instant(CalendarObject calendar) =>
        Assert.Single(calendar.Events).Start?.Instant is { } instant ? $"{instant:u}" : null;

    private static string Times(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();
}
