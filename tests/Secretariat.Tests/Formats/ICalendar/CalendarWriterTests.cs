using System.Text;
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
        Organizer = new("office@example.org", "Office; the \"first\" ^n"),
        Attendees = [new("ann+1%x@example.org", "Ann, Example: A", "NEEDS-ACTION"), new("bob@example.org", null, "ACCEPTED")],
    };
}
