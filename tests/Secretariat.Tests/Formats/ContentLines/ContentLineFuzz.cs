using System.Text;
using Secretariat.Formats.ICalendar;
using Secretariat.Formats.VCard;

namespace Secretariat.Tests.Formats.ContentLines;

/// <summary>Mutated cards and calendars.</summary>
public class ContentLineFuzz
{
    /// <summary>Memory that reading one file of this size may take.</summary>
    private const long Most = 16 * 1024 * 1024;

    private const string Card = """
        BEGIN:VCARD
        VERSION:2.1
        N;CHARSET=ISO-8859-2:Example;Ann;Maria,Eva;Dr.;MSc
        item1.TEL;TYPE="voice,home";PREF=1:tel:+32-2-000;ext=12
        FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB=
        =20E.
        AGENT:
        BEGIN:VCARD
        END:VCARD
        EMAIL;ALTID=1:mailto:ann%2B@example.org
        ORG:Ministry\; of;Exa
         mples\, all
        END:VCARD
        """;

    private const string Calendar = """
        BEGIN:VCALENDAR
        METHOD:REQUEST
        BEGIN:VTIMEZONE
        TZID:Ours
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        DTSTART:20000326T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20350101T000000Z
        RDATE:20310602T000000,20320602T000000
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1@example.org
        DTSTART;TZID=Ours:20310329T120000
        DTEND;TZID="Europe/Brussels":20310330T023000
        SUMMARY:One\, two\nthree
        ATTENDEE;CN="Ann: ^'A^'";PARTSTAT=ACCEPTED:mailto:ann@example.org
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20310115
        DURATION:P1DT2H
        END:VEVENT
        END:VCALENDAR
        """;

    private static readonly string[] Fragments =
    [
        "\r\n",
        "\n ",
        "\r",
        "\t",
        "\r\r\n",
        "BEGIN:VCARD\n",
        "AGENT:\nBEGIN:VCARD\n",
        "END:VCARD\n",
        "BEGIN:VEVENT\n",
        "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\n",
        "END:VEVENT\n",
        "\"",
        ";",
        ":",
        ",",
        "\\",
        "^",
        "=",
        "=\n",
        "=F",
        "%",
        "%0A",
        "\0",
        "\x1b$B",
        "\u00ff\u00fe",
        "99991231T235959",
        "00010101T000000",
        "DTSTART;TZID=Pacific/Apia:",
        "DURATION:P999999W\n",
        "TZOFFSETTO:-235959\n",
        "FREQ=YEARLY;INTERVAL=2147483647;COUNT=-1",
        "BYMONTH=2;BYMONTHDAY=29",
        "CHARSET=utf-16;",
        "ENCODING=BASE64;",
        ";QUOTED-PRINTABLE:",
    ];

    [Fact]
    public Task Nothing_makes_the_readers_throw_hang_or_grow() =>
        new Fuzz("cards", [Encoding.UTF8.GetBytes(Card), Encoding.UTF8.GetBytes(Calendar)], Fragments) { Most = Most }.RunAsync(
            Read
        );

    [Theory]
    [InlineData("BEGIN:VCARD\n")]
    [InlineData("AGENT:\nBEGIN:VCARD\n")]
    [InlineData("BEGIN:VEVENT\nBEGIN:X\n")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT\n")]
    [InlineData("BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETTO:+0100\n")]
    [InlineData("DTSTART;TZID=A:20310101T000000\nBEGIN:VEVENT\n")]
    [InlineData("N;QUOTED-PRINTABLE:=\n=\n")]
    [InlineData("N:\n ;\n ,")]
    [InlineData("N;A=\"")]
    [InlineData("\n ")]
    [InlineData("\"")]
    [InlineData(";")]
    [InlineData("\\")]
    [InlineData("^")]
    public async Task What_is_repeated_for_a_megabyte_is_read_or_refused(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length).ToString();
        foreach (var start in new[] { "", "BEGIN:VCARD\nVERSION:2.1\nFN:", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=" })
            await Stalls.AreCaughtAsync(
                start,
                () =>
                {
                    Read(Encoding.UTF8.GetBytes(start + text));
                    return Task.CompletedTask;
                }
            );
    }

    private static void Read(byte[] bytes)
    {
        var cards = VCardReader.Read(bytes);
        Assert.Equal(cards.Cards.Count is 0, cards.UnreadableReason is not null);
        foreach (var card in cards.Cards)
            OnOneLine([
                card.Name,
                card.Given,
                card.Family,
                card.Organisation,
                card.Title,
                card.Role,
                card.Url,
                .. card.Emails,
                .. card.Phones,
            ]);
        var calendar = CalendarReader.Read(bytes, TimeZoneInfo.Utc);
        Assert.True(calendar.UnreadableReason is null || calendar.Events.Count is 0);
        foreach (var e in calendar.Events)
        {
            OnOneLine([
                e.Uid,
                e.Status,
                e.Summary,
                e.TimeZone,
                e.Location,
                e.Recurrence,
                e.Organizer?.Address,
                e.Organizer?.Name,
            ]);
            OnOneLine(e.Attendees.SelectMany(a => new[] { a.Address, a.Name, a.Answer }));
            Assert.All([e.Start, e.End], time => Assert.True(time is null || (time.Day is null) != (time.Instant is null)));
        }
    }

    private static void OnOneLine(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
            Assert.False(text is "" || text?.Any(char.IsControl) is true);
    }
}
