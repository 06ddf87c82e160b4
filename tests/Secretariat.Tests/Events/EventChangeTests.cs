using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.ICalendar;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Events;

/// <summary>An event gets another date, is confirmed, called off or held; those invited are told, and nobody else.</summary>
public sealed class EventChangeTests(TestApp app) : MailTest(app)
{
    private static DateOnly Today => TimeProvider.System.Today();

    private static DateOnly Day => Today.AddDays(30);

    [Fact]
    public async Task Another_date_keeps_the_former_one_and_asks_those_invited_anew()
    {
        var (officer, code) = await GivenEventAsync("Moved once", Day);
        await GivenContactAsync("ms-ee", "Gita Sample", "gita@moved.example", "en");
        await InviteAsync(officer, code, "ms-ee");
        var uid = CalendarOf(Assert.Single(await SentToAsync("gita@moved.example"))).Events[0].Uid!;
        await ArriveAsync(Answer(uid, "gita@moved.example", "ACCEPTED", 0));
        var then = Day.AddDays(7);

        var page = await (await officer.GetAsync($"/office/events/{code}")).FollowAsync("Another date");
        page = await page.Form("announce")
            .With("First", $"{then:yyyy-MM-dd}")
            .With("Source", "Note of the host")
            .With("SaidEn", "The host asked for a week more.")
            .SubmitAsync();
        Assert.Contains("Who is told: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing has been saved yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The date has changed",
            (await App.Anybody().GetAsync($"/en/events/{code}")).Text,
            StringComparison.Ordinal
        );
        var wrong = await page.Form("announce").With("Count", "2").SubmitAsync();
        Assert.Contains("Messages that would leave: 1.", wrong.Text, StringComparison.Ordinal);
        page = await wrong.Form("announce").With("Count", "1").SubmitAsync();
        Assert.Contains("Messages in the outbox: 1.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Before the date changed: Takes part", page.Text, StringComparison.Ordinal);
        Assert.Contains("No answer yet: 1", page.Text, StringComparison.Ordinal);

        var told = (await SentToAsync("gita@moved.example"))[^1];
        Assert.Equal("Changed: Moved once", told.Subject);
        Assert.Contains("The host asked for a week more.", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("{", told.TextBody, StringComparison.Ordinal);
        var asked = CalendarOf(told);
        Assert.Equal(
            ("REQUEST", uid, 1, then),
            (asked.Method, asked.Events[0].Uid, asked.Events[0].Sequence, asked.Events[0].Start!.Day)
        );
        // What was answered to the former date is no answer to this one.
        await ArriveAsync(Answer(uid, "gita@moved.example", "DECLINED", 0));
        Assert.Null((await InvitationAsync(code)).Answer);
        await ArriveAsync(Answer(uid, "gita@moved.example", "TENTATIVE", 1));
        Assert.Equal(
            (Attendance.Tentative, Attendance.Accepted),
            ((await InvitationAsync(code)).Answer, (await InvitationAsync(code)).AnswerBefore)
        );

        var seen = await App.Anybody().GetAsync($"/en/events/{code}");
        Assert.Contains("The date has changed", seen.Text, StringComparison.Ordinal);
        Assert.Contains("The host asked for a week more.", seen.Text, StringComparison.Ordinal);
        var json = seen.Document.QuerySelector("script")!.TextContent;
        Assert.Contains("https://schema.org/EventRescheduled", json, StringComparison.Ordinal);
        Assert.Contains($"\"previousStartDate\":\"{Day:yyyy-MM-dd}\"", json, StringComparison.Ordinal);
        Assert.Equal(2, seen.Document.QuerySelectorAll(".sec-event__announced li").Length);
    }

    [Fact]
    public async Task A_date_that_is_no_longer_known_takes_the_entry_out_of_calendars()
    {
        var (officer, code) = await GivenEventAsync("Put off", Day);
        await GivenContactAsync("ms-fi", "Heli Sample", "heli@putoff.example", "fr");
        await InviteAsync(officer, code, "ms-fi");
        await SentToAsync("heli@putoff.example");

        await AnnounceAsync(officer, code, "planned", 1, ("Precision", "ToBeDefined"), ("First", ""));

        var told = (await SentToAsync("heli@putoff.example"))[^1];
        Assert.Equal("Modifié : Put off", told.Subject);
        Assert.Contains("à définir", told.TextBody, StringComparison.Ordinal);
        var entry = CalendarOf(told);
        Assert.Equal(("CANCEL", 1, Day), (entry.Method, entry.Events[0].Sequence, entry.Events[0].Start!.Day));
        // The next date puts it back, above what was taken out.
        await AnnounceAsync(officer, code, "planned", 1, ("First", $"{Day.AddDays(60):yyyy-MM-dd}"));
        var back = CalendarOf((await SentToAsync("heli@putoff.example"))[^1]);
        Assert.Equal(("REQUEST", 2), (back.Method, back.Events[0].Sequence));
    }

    [Fact]
    public async Task Of_a_cancelled_event_those_are_told_who_know_of_it_and_what_waits_is_recalled()
    {
        var (officer, code) = await GivenEventAsync("Called off", Day);
        await GivenContactAsync("ms-lt", "Ida Sample", "ida@off.example", "en");
        await GivenContactAsync("ms-lv", "Juris Sample", "juris@off.example", "en");
        await InviteAsync(officer, code, "ms-lt");
        await SentToAsync("ida@off.example");
        await InviteAsync(officer, code, "ms-lv");

        var page = await AnnounceAsync(officer, code, "cancelled", 1, ("SaidEn", "The host withdrew."));

        Assert.Contains("Cancelled", page.Text, StringComparison.Ordinal);
        var told = (await SentToAsync("ida@off.example"))[^1];
        Assert.Equal("Cancelled: Called off", told.Subject);
        Assert.Contains("The host withdrew.", told.TextBody, StringComparison.Ordinal);
        Assert.Equal(("CANCEL", "CANCELLED"), (CalendarOf(told).Method, CalendarOf(told).Events[0].Status));
        Assert.Empty(await SentToAsync("juris@off.example"));
        var outbox = await officer.GetAsync("/office/outbox?state=Recalled");
        Assert.Contains("juris@off.example", outbox.Text, StringComparison.Ordinal);
        var seen = await App.Anybody().GetAsync($"/en/events/{code}");
        Assert.Contains("The organiser said that it will not take place.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("The host withdrew.", seen.Text, StringComparison.Ordinal);

        // It was a mistake: whoever knew is told so, whoever did not is invited.
        page = await page.FollowAsync($"Take back Cancel the event: {Day:d MMMM yyyy}");
        page = await page.Form("take-back").With("Because", "The wrong event").SubmitAsync();
        Assert.Contains("Who is told: 2", page.Text, StringComparison.Ordinal);
        page = await page.Form("take-back").With("Count", "2").SubmitAsync();
        Assert.Contains("The wrong event", page.Text, StringComparison.Ordinal);
        told = (await SentToAsync("ida@off.example"))[^1];
        Assert.Contains("Before: cancelled", told.TextBody, StringComparison.Ordinal);
        Assert.Equal("REQUEST", CalendarOf(told).Method);
        Assert.Equal("Invitation: Called off", Assert.Single(await SentToAsync("juris@off.example")).Subject);
        Assert.DoesNotContain(
            "The host withdrew.",
            (await App.Anybody().GetAsync($"/en/events/{code}")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_withdrawn_invitation_that_still_waits_never_leaves()
    {
        var (officer, code) = await GivenEventAsync("Withdrawn in time", Day);
        await GivenContactAsync("ms-hu", "Kata Sample", "kata@waits.example", "en");
        await InviteAsync(officer, code, "ms-hu");
        var page = await (await officer.GetAsync($"/office/events/{code}")).FollowAsync("Enter an answer Hungary");

        await page.Form("withdraw").With("Because", "The wrong partner").SubmitAsync();

        Assert.Empty(await SentToAsync("kata@waits.example"));
    }

    [Fact]
    public async Task What_is_confirmed_and_what_was_held_says_so_and_nobody_is_written_to()
    {
        var (officer, code) = await GivenEventAsync("Held today", Today);
        await GivenContactAsync("ms-mt", "Lara Sample", "lara@held.example", "en");
        await InviteAsync(officer, code, "ms-mt");
        await SentToAsync("lara@held.example");

        var page = await AnnounceAsync(officer, code, "confirmed", null);
        Assert.Contains("The organiser has confirmed it.", page.Text, StringComparison.Ordinal);
        var again = await officer.GetAsync($"/office/events/{code}/announce/confirmed");
        Assert.Contains("It is confirmed already.", again.Text, StringComparison.Ordinal);
        page = await AnnounceAsync(officer, code, "held", null, ("First", $"{Today:yyyy-MM-dd}"));

        Assert.Single(await SentToAsync("lara@held.example"));
        var seen = await App.Anybody().GetAsync($"/en/events/{code}");
        Assert.Contains("Held", seen.Text, StringComparison.Ordinal);
        Assert.Contains("A note of the organiser", seen.Text, StringComparison.Ordinal);
        Assert.Contains("to have been held", seen.Text, StringComparison.Ordinal);
        var refused = await officer.GetAsync($"/office/events/{code}/announce/planned");
        Assert.Contains("It was held: what is wrong about that is taken back first.", refused.Text, StringComparison.Ordinal);
        // As of yesterday nothing of it was known.
        var yesterday = await App.Anybody().GetAsync($"/en/events/{code}?asOf={Today.AddDays(-1):yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.NotFound, yesterday.Status);
    }

    [Fact]
    public async Task Taking_back_that_it_was_held_writes_to_nobody()
    {
        var (officer, code) = await GivenEventAsync("Not over yet", Today);
        await AnnounceAsync(
            officer,
            code,
            "planned",
            null,
            ("Precision", "Range"),
            ("First", $"{Today:yyyy-MM-dd}"),
            ("Last", $"{Today.AddDays(2):yyyy-MM-dd}")
        );
        await GivenContactAsync("ms-nl", "Nel Sample", "nel@notover.example", "en");
        await InviteAsync(officer, code, "ms-nl");
        await SentToAsync("nel@notover.example");
        var page = await AnnounceAsync(officer, code, "held", null, ("First", $"{Today:yyyy-MM-dd}"), ("Last", ""));

        page = await page.FollowAsync($"Take back It was held: {Today:d MMMM yyyy}");
        page = await page.Form("take-back").With("Because", "It goes on").SubmitAsync();

        Assert.Contains("The announcement has been taken back.", page.Text, StringComparison.Ordinal);
        Assert.Single(await SentToAsync("nel@notover.example"));
    }

    [Fact]
    public async Task What_an_officer_enters_settles_where_the_sources_disagree()
    {
        var officer = await App.AsAsync(Role.Officer);
        const string code = "unodc-working-group-2024-07";
        Assert.Contains(
            "The sources disagree",
            (await App.Anybody().GetAsync($"/en/events/{code}")).Text,
            StringComparison.Ordinal
        );

        await AnnounceAsync(officer, code, "planned", null, ("First", $"{Day:yyyy-MM-dd}"));

        var page = await App.Anybody().GetAsync($"/en/events/{code}");
        Assert.DoesNotContain("The sources disagree", page.Text, StringComparison.Ordinal);
        Assert.Contains("Announced and still to come", page.Text, StringComparison.Ordinal);
        var before = await App.Anybody().GetAsync($"/en/events/{code}?asOf=2024-07-14");
        Assert.Contains("The sources disagree", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_confirmed_and_is_over_is_not_called_confirmed()
    {
        var page = await App.Anybody().GetAsync("/en/events/coe-conference-2024-09");

        Assert.Contains("No record that it took place", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The organiser has confirmed it.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_names_the_date_that_holds_and_an_earlier_one_what_held_then()
    {
        var officer = await App.AsAsync(Role.Officer);
        var e = await App.ReadAsync(db =>
            db.Events.AsNoTracking()
                .Where(e => !e.IsDisputed && e.Status == EventStatus.Unknown && e.Announcements.Any(a => a.IsNamedInLetter))
                .OrderBy(e => e.Code)
                .FirstAsync(Cancelled)
        );
        await AnnounceAsync(officer, e.Code, "planned", null, ("First", $"{Day:yyyy-MM-dd}"));
        await AnnounceAsync(officer, e.Code, "confirmed", null);

        var (now, then) = await App.ReadAsync(async db =>
            (
                await new TakeTimetable(db).AsOfAsync(Today, Cancelled),
                await new TakeTimetable(db).AsOfAsync(new(2024, 2, 29), Cancelled)
            )
        );

        Assert.Equal($"{Day:d MMMM yyyy}", Assert.Single(Named(now)).Date.In("en"));
        Assert.DoesNotContain("2026", Assert.Single(Named(then)).Date.In("en"), StringComparison.Ordinal);
        Assert.Contains(now.AnnexRows, r => r.Date.In("en") == $"{Day:d MMMM yyyy}");
        Assert.DoesNotContain(then.AnnexRows, r => r.Date.In("en") == $"{Day:d MMMM yyyy}");

        IEnumerable<EventContent> Named(CampaignContent content) =>
            content.Strands.SelectMany(s => s.Events).Where(c => c.Title.Equals(e.Title));
    }

    [Fact]
    public async Task Another_place_is_told_and_no_date_is_taken_back_on_which_more_rests()
    {
        var (officer, code) = await GivenEventAsync("Elsewhere", Day);
        await GivenContactAsync("ms-at", "Otto Sample", "otto@elsewhere.example", "de");
        await InviteAsync(officer, code, "ms-at");
        await SentToAsync("otto@elsewhere.example");

        var page = await officer.GetAsync($"/office/events/{code}/edit");
        page = await page.Form("edit").With("City", "Vienna").With("TimeZone", "Europe/Vienna").SubmitAsync();
        page = await page.Form("edit").With("Count", "1").SubmitAsync();
        Assert.Contains("Messages in the outbox: 1.", page.Text, StringComparison.Ordinal);
        var told = (await SentToAsync("otto@elsewhere.example"))[^1];
        Assert.Equal("Geändert: Elsewhere", told.Subject);
        Assert.Equal("Vienna", CalendarOf(told).Events[0].Location);
        Assert.Contains(
            "Europe/Vienna",
            (await officer.GetAsync($"/office/events/{code}/programme")).Text,
            StringComparison.Ordinal
        );
        // A name alone is nobody's business.
        page = await officer.GetAsync($"/office/events/{code}/edit");
        page = await page.Form("edit").With("TitleEn", "Elsewhere, renamed").With("Strands", "response").SubmitAsync();
        Assert.Contains("The event has changed.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await SentToAsync("otto@elsewhere.example")).Count);

        page = await AnnounceAsync(officer, code, "confirmed", null);
        page = await page.FollowAsync($"Take back Another date: {Day:d MMMM yyyy}");
        page = await page.Form("take-back").With("Because", "A slip").SubmitAsync();
        Assert.Contains("What was announced later rests on this date", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planned", "Enter a day.", "First", "")]
    [InlineData("planned", "Enter the last day as well.", "Precision", "Range")]
    [InlineData("planned", "It cannot end before it begins.", "Precision", "Range", "Last", "2026-01-01")]
    [InlineData("planned", "Leave it empty, or choose “Several days”.", "Last", "2027-12-30")]
    [InlineData("planned", "Leave the days empty where the date is to be defined.", "Precision", "ToBeDefined")]
    [InlineData("planned", "It would have been over on the day of its announcement.", "First", "2024-03-01")]
    [InlineData("planned", "This day is still to come.", "On", "2027-12-31")]
    [InlineData("planned", "Choose a day from", "First", "0204-03-01")]
    [InlineData("planned", "Write it in English too", "SaidFr", "Le pays hôte l’a demandé.")]
    [InlineData("planned", "Source is missing.", "Source", "")]
    [InlineData("cancelled", "The last announcement is of", "On", "2024-03-01")]
    public async Task What_cannot_be_is_refused_at_its_field(string what, string reason, params string[] values)
    {
        var (officer, code) = await GivenEventAsync($"Refused {Guid.CreateVersion7()}", Day);
        var form = (await officer.GetAsync($"/office/events/{code}/announce/{what}")).Form("announce").With("Source", "A note");
        if (what is "planned")
            form = form.With("First", $"{Day.AddDays(9):yyyy-MM-dd}");
        foreach (var pair in values.Chunk(2))
            form = form.With(pair[0], pair[1]);

        var page = await form.SubmitAsync();

        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.Single(await AnnouncementsAsync(code));
    }

    [Fact]
    public async Task The_only_announcement_stays_and_of_two_changes_at_once_one_is_heard()
    {
        var (officer, code) = await GivenEventAsync("Only one", Day);
        var page = await (await officer.GetAsync($"/office/events/{code}")).FollowAsync(
            $"Take back Another date: {Day:d MMMM yyyy}"
        );
        page = await page.Form("take-back").With("Because", "A slip").SubmitAsync();
        Assert.Contains("It is all that is known of the event", page.Text, StringComparison.Ordinal);

        var one = await officer.GetAsync($"/office/events/{code}/announce/cancelled");
        var other = await officer.GetAsync($"/office/events/{code}/announce/planned");
        await one.Form("announce").With("Source", "A note").SubmitAsync();
        var late = await other
            .Form("announce")
            .With("Source", "A note")
            .With("First", $"{Day.AddDays(3):yyyy-MM-dd}")
            .With("SaidEn", "Written in vain?")
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Written in vain?", late.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await AnnouncementsAsync(code)).Count);
    }

    private async Task<(TestBrowser Officer, string Code)> GivenEventAsync(string title, DateOnly day)
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", title).With("First", $"{day:yyyy-MM-dd}").SubmitAsync();
        return (officer, page.Address.Split('/')[^1]);
    }

    private async Task InviteAsync(TestBrowser officer, string code, params string[] partners)
    {
        var group = await GivenGroupAsync(partners);
        var page = await officer.GetAsync($"/office/events/{code}/invite?group={group}");
        page = await page.Form("invite").With("Count", $"{partners.Length}").SubmitAsync();
        Assert.Contains($"Invitations in the outbox: {partners.Length}.", page.Text, StringComparison.Ordinal);
    }

    /// <param name="told">How many messages leave; null where none does.</param>
    private static async Task<TestPage> AnnounceAsync(
        TestBrowser officer,
        string code,
        string what,
        int? told,
        params (string Field, string Value)[] values
    )
    {
        var form = (await officer.GetAsync($"/office/events/{code}/announce/{what}")).Form("announce");
        form = values.Aggregate(form.With("Source", "A note of the organiser"), (f, v) => f.With(v.Field, v.Value));
        var page = await form.SubmitAsync();
        if (told is { } count)
            page = await page.Form("announce").With("Count", $"{count}").SubmitAsync();
        Assert.Contains("The timetable has changed.", page.Text, StringComparison.Ordinal);
        return page;
    }

    private Task<Invitation> InvitationAsync(string code) =>
        App.ReadAsync(db =>
            db.Invitations.AsNoTracking().SingleAsync(i => db.Events.Any(e => e.Id == i.EventId && e.Code == code), Cancelled)
        );

    private Task<List<Announcement>> AnnouncementsAsync(string code) =>
        App.ReadAsync(db =>
            db.Announcements.AsNoTracking()
                .Where(a => db.Events.Any(e => e.Id == a.EventId && e.Code == code))
                .ToListAsync(Cancelled)
        );

    private static CalendarObject CalendarOf(MimeMessage mail) =>
        CalendarReader.Read(mail.Root.Walk().Single(p => p.ContentType is "text/calendar").ReadText());

    private static string Answer(string uid, string from, string answer, int sequence) =>
        $"""
            From: Somebody <{from}>
            Subject: Answer {Guid.CreateVersion7()}
            MIME-Version: 1.0
            Content-Type: text/calendar; method=REPLY; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:REPLY
            BEGIN:VEVENT
            UID:{uid}
            SEQUENCE:{sequence}
            DTSTAMP:{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}
            SUMMARY:Anything
            ATTENDEE;PARTSTAT={answer}:mailto:{from}
            END:VEVENT
            END:VCALENDAR

            """;
}
