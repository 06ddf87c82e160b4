using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Correspondence;

/// <summary>Cards and calendars on the command line: one line a file, in the order given.</summary>
public sealed class CardVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cards_are_shown_and_what_is_none_is_refused_by_name()
    {
        var good = Write(
            "a.vcf",
            "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Éxample\nTEL:tel:+32\nEND:VCARD\nBEGIN:VCARD\nN:B;Bob\nEND:VCARD"
        );
        var bad = Write("b.vcf", "no card");

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "vcard", bad, good);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            [
                $$"""{"file":"{{bad}}","ok":false,"error":"{{bad}}: No line says BEGIN:VCARD, with which a card begins: save the contact as vCard (.vcf) again."}""",
                $$"""
                {"file":"{{good}}","ok":true,"error":null,"cards":[{"name":"Ann Éxample","given":null,"family":null,"emails":[],"phones":["+32"],"organisation":null,"title":null,"role":null,"url":null,"kind":null,"languages":[],"uid":null,"revised":null,"note":null,"categories":[]},{"name":"Bob B","given":"Bob","family":"B","emails":[],"phones":[],"organisation":null,"title":null,"role":null,"url":null,"kind":null,"languages":[],"uid":null,"revised":null,"note":null,"categories":[]}]}
                """,
            ],
            output.Trim().Split('\n')
        );
    }

    [Fact]
    public async Task Events_are_shown_with_their_instants_and_days()
    {
        var file = Write(
            "a.ics",
            """
            BEGIN:VCALENDAR
            METHOD:REPLY
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID=Asia/Dhaka:20310115T090000
            DURATION:PT1H
            ORGANIZER;CN=Office:mailto:office@example.org
            ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org
            END:VEVENT
            BEGIN:VEVENT
            SEQUENCE:2
            STATUS:CANCELLED
            SUMMARY:Closed
            LOCATION:Brussels
            DTSTART;VALUE=DATE:20310721
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20310715T090000
            END:VEVENT
            END:VCALENDAR
            """
        );

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "calendar", file);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            $$"""{"file":"{{file}}","ok":true,"error":null,"method":"REPLY","events":["""
                + """{"uid":"1","sequence":0,"status":null,"summary":null,"start":"2031-01-15T03:00:00Z","end":"2031-01-15T04:00:00Z","allDay":false,"timeZone":"Asia/Dhaka","location":null,"organizer":{"address":"office@example.org","name":"Office"},"attendees":[{"address":"ann@example.org","name":null,"answer":"DECLINED"}]},"""
                + """{"uid":null,"sequence":2,"status":"CANCELLED","summary":"Closed","start":"2031-07-21","end":"2031-07-22","allDay":true,"timeZone":null,"location":"Brussels","organizer":null,"attendees":[]},"""
                + """{"uid":null,"sequence":0,"status":null,"summary":null,"start":"2031-07-15T07:00:00Z","end":"2031-07-15T07:00:00Z","allDay":false,"timeZone":null,"location":null,"organizer":null,"attendees":[]}]}""",
            output.Trim()
        );
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
