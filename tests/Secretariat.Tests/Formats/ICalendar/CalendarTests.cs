using System.Text;
using Secretariat.Formats.ICalendar;

namespace Secretariat.Tests.Formats.ICalendar;

public class CalendarTests
{
    [Fact]
    public void An_invitation_says_what_when_where_and_who()
    {
        var calendar = Read(
            """
            BEGIN:VCALENDAR
            METHOD:request
            BEGIN:VEVENT
            UID:1@example.org
            SEQUENCE:3
            STATUS:Confirmed
            SUMMARY:Expert meeting\, third round
            DTSTART:20310115T090000Z
            DTEND:20310115T103000Z
            RRULE:FREQ=WEEKLY;COUNT=3
            LOCATION:Room 5\nExample Street
            ORGANIZER;CN="Office; the":mailto:office@example.org
            ATTENDEE;PARTSTAT=accepted;CN=Ann ^'A^' Example:MAILTO:ann@example.org
            ATTENDEE;CN=Example, Bob:bob@example.org
            END:VEVENT
            END:VCALENDAR
            """
        );

        Assert.Equal(("REQUEST", null), (calendar.Method, calendar.UnreadableReason));
        var meeting = Assert.Single(calendar.Events);
        Assert.Equal(("1@example.org", 3, "CONFIRMED"), (meeting.Uid, meeting.Sequence, meeting.Status));
        Assert.Equal(("Expert meeting, third round", "Room 5 Example Street"), (meeting.Summary, meeting.Location));
        Assert.Equal(("2031-01-15 09:00:00Z", "2031-01-15 10:30:00Z"), (Instant(meeting.Start), Instant(meeting.End)));
        Assert.Equal((false, "UTC", "FREQ=WEEKLY;COUNT=3"), (meeting.AllDay, meeting.TimeZone, meeting.Recurrence));
        Assert.Equal(new CalendarAddress("office@example.org", "Office; the"), meeting.Organizer);
        Assert.Equal(
            [
                new Attendee("ann@example.org", "Ann \"A\" Example", "ACCEPTED"),
                new Attendee("bob@example.org", "Example, Bob", "NEEDS-ACTION"),
            ],
            meeting.Attendees
        );
    }

    [Fact]
    public void Comments_are_read_each_and_empty_ones_are_none()
    {
        var answered = Event("COMMENT;LANGUAGE=en:Only\\nafter lunch\nCOMMENT:\\n\nCOMMENT:And by train");
        Assert.Equal(["Only after lunch", "And by train"], answered.Comments);
    }

    [Fact]
    public void What_is_not_said_is_null()
    {
        var nothing = Event("CATEGORIES:x");
        Assert.Equal((null, null, null, null), (nothing.Uid, nothing.Status, nothing.Summary, nothing.Location));
        Assert.Equal((null, null, null, null), (nothing.Start, nothing.End, nothing.TimeZone, nothing.Organizer));
        Assert.Equal((0, false), (nothing.Sequence, nothing.AllDay));
        Assert.Empty(nothing.Attendees);
        Assert.Empty(nothing.Comments);
        Assert.Null(Read("BEGIN:VCALENDAR\nMETHOD:\nEND:VCALENDAR").Method);
    }

    [Theory]
    [InlineData("ATTENDEE;EMAIL=ann@example.org:urn:uuid:1", "ann@example.org")]
    [InlineData("ATTENDEE:https://example.org/ann", "https://example.org/ann")]
    [InlineData("ATTENDEE;EMAIL=x@example.org:mailto:ann@example.org", "ann@example.org")]
    public void An_attendee_is_known_by_a_mailbox_where_there_is_one(string line, string address) =>
        Assert.Equal(address, Assert.Single(Event(line).Attendees).Address);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20310115\nDTEND;VALUE=DATE:20310117", "2031-01-15", "2031-01-17")]
    [InlineData("DTSTART;TZID=Asia/Dhaka:20310115", "2031-01-15", "2031-01-16")]
    [InlineData("DTSTART;VALUE=DATE:20310115\nDURATION:P1W", "2031-01-15", "2031-01-22")]
    [InlineData("DTSTART;VALUE=DATE:20310115\nDURATION:PT48H", "2031-01-15", "2031-01-17")]
    [InlineData("DTSTART;VALUE=DATE:20310115T080000\nDTEND:20310117T000000Z", "2031-01-15", "2031-01-17")]
    [InlineData("DTSTART:99991231", "9999-12-31", "")]
    public void Whole_days_are_days_whatever_the_zone(string lines, string start, string end)
    {
        var day = Event(lines);
        Assert.Equal((true, null), (day.AllDay, day.TimeZone));
        Assert.Equal((start, end), ($"{day.Start?.Day:yyyy-MM-dd}", $"{day.End?.Day:yyyy-MM-dd}"));
        Assert.Null(day.Start?.Instant);
    }

    [Theory]
    [InlineData("DURATION:PT1H30M", "2031-03-29 12:30:00Z")]
    [InlineData("DURATION:P1D", "2031-03-30 10:00:00Z")]
    [InlineData("DURATION:PT24H", "2031-03-30 11:00:00Z")]
    [InlineData("DURATION:+P1DT2H3M4S", "2031-03-30 12:03:04Z")]
    [InlineData("DURATION:-PT1H", null)]
    [InlineData("DURATION:soon", null)]
    [InlineData("DURATION:P999999W", null)]
    [InlineData("DURATION:P400000WT9999999H", null)]
    [InlineData("SUMMARY:none", "2031-03-29 11:00:00Z")]
    [InlineData("DTEND;TZID=Asia/Dhaka:20310329T180000", "2031-03-29 12:00:00Z")]
    [InlineData("DTEND;VALUE=DATE:20310330", "2031-03-29 23:00:00Z")]
    public void An_event_ends_when_it_says_or_as_long_after_its_start(string line, string? end) =>
        Assert.Equal(end, Instant(Event($"DTSTART;TZID=Europe/Brussels:20310329T120000\n{line}").End));

    [Theory]
    [InlineData("2031-01-15T09:00:00Z", "2031-01-15 09:00:00Z")]
    [InlineData("20310115T0900Z", "2031-01-15 09:00:00Z")]
    [InlineData("20310115T235960Z", "2031-01-15 23:59:59Z")]
    [InlineData("20310229T090000Z", null)]
    [InlineData("20310115T250000Z", null)]
    [InlineData("tomorrow", null)]
    public void A_time_is_read_as_written_or_not_at_all(string written, string? instant) =>
        Assert.Equal(instant, Instant(Event($"DTSTART:{written}").Start));

    [Fact]
    public void Several_components_stand_side_by_side()
    {
        var calendar = Read(
            """
            BEGIN:VCALENDAR
            BEGIN:VTODO
            UID:task
            END:VTODO
            BEGIN:X-ANY
            UID:any
            END:X-ANY
            BEGIN:VEVENT
            UID:1
            BEGIN:VALARM
            UID:alarm
            SUMMARY:Wake up
            END:VALARM
            SUMMARY:First
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            BEGIN:VALARM
            BEGIN:VEVENT
            UID:3
            END:VCALENDAR
            METHOD:CANCEL
            BEGIN:VCALENDAR
            METHOD:PUBLISH
            BEGIN:VEVENT
            METHOD:REPLY
            UID:4
            """
        );
        Assert.Equal(["1", "2", "3", "4"], calendar.Events.Select(e => e.Uid));
        Assert.Equal("First", calendar.Events[0].Summary);
        Assert.Equal("PUBLISH", calendar.Method);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Lines_end_and_are_folded_in_every_way(string end)
    {
        var text =
            "Dear all: see\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM\n ARY:Expert m\n\teeting\nEND:VEVENT\nEND:VCALENDAR\nRegards";
        var calendar = CalendarReader.Read(text.Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal("Expert meeting", Assert.Single(calendar.Events).Summary);
    }

    [Fact]
    public void Bytes_are_utf_8_or_what_they_look_like()
    {
        const string Text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Réunion";
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("Réunion", Assert.Single(CalendarReader.Read(encoding.GetBytes(Text)).Events).Summary);
    }

    [Fact]
    public void What_is_no_calendar_or_too_large_is_refused_with_the_remedy()
    {
        Assert.Equal("There is nothing in it: save it as iCalendar (.ics) again.", Read(" \n").UnreadableReason);
        Assert.StartsWith("No line says BEGIN:VCALENDAR", Read("METHOD:REQUEST").UnreadableReason, StringComparison.Ordinal);
        Assert.Null(Read("BEGIN:VCALENDAR\nBEGIN:VTODO").UnreadableReason);
        Assert.Null(Read("BEGIN:VEVENT\nUID:1").UnreadableReason);
        Assert.Equal(
            "Line 20001: the file has more than 20000 events; save a shorter time of the calendar.",
            Read(new StringBuilder().Insert(0, "BEGIN:VEVENT\n", 20_001).ToString()).UnreadableReason
        );
        Assert.Equal(
            "Line 300001: the file has more than 300000 lines; save a shorter time of the calendar.",
            Read(new StringBuilder().Insert(0, "A:\n", 300_001).ToString()).UnreadableReason
        );
        Assert.StartsWith(
            "It is 12582913 long",
            Read(new string('x', 12 * 1024 * 1024 + 1)).UnreadableReason,
            StringComparison.Ordinal
        );
    }

    private static CalendarObject Read(string calendar) => CalendarReader.Read(calendar);

    private static CalendarEvent Event(string lines) =>
        Assert.Single(Read($"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR").Events);

    private static string? Instant(CalendarTime? time) => time?.Instant is { } instant ? $"{instant:u}" : null;
}
