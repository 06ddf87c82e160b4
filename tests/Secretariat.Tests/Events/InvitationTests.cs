using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.ICalendar;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Events;

/// <summary>A group is invited to an event; calendars answer; whoever follows in a role is invited in turn.</summary>
public sealed class InvitationTests(TestApp app) : MailTest(app)
{
    private static DateOnly Day => TimeProvider.System.Today().AddDays(30);

    [Fact]
    public async Task A_group_is_invited_as_its_officer_saw_it_and_whoever_cannot_be_is_named()
    {
        var (officer, e) = await GivenEventAsync("Round table");
        await GivenContactAsync("ms-fr", "Aline Sample", "aline@fr.example", "fr");
        await GivenContactAsync("ms-be", "Bert Sample", "bert@be.example", "en");
        await GivenContactAsync("ms-it", "Carla Sample", null, "en");
        var group = await GivenGroupAsync("ms-fr", "ms-be", "ms-it", "ms-es");

        var page = await officer.GetAsync($"/office/events/{e.Code}/invite?group={group}");
        Assert.Contains("Would be invited: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Italy: No e-mail address is recorded.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Spain: Nobody holds the role today.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Madame, Monsieur,", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page.Document.QuerySelector("main blockquote")!.TextContent, StringComparison.Ordinal);

        var wrong = await page.Form("invite").With("Count", "4").SubmitAsync();
        Assert.Contains("Invitations that would leave: 2.", wrong.Text, StringComparison.Ordinal);
        Assert.Empty(await InvitationsAsync(e));

        page = await page.Form("invite").With("Count", "2").SubmitAsync();
        Assert.Contains("Invitations in the outbox: 2.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["aline@fr.example", "bert@be.example"], (await InvitationsAsync(e)).Select(i => i.Address).Order());
        // Nobody is invited twice, by whatever group.
        var again = await officer.GetAsync($"/office/events/{e.Code}/invite?group={group}");
        Assert.Contains("France: The partner is invited already.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody can be invited now.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leaves_that_the_officer_has_not_seen()
    {
        var (officer, e) = await GivenEventAsync("Hearing");
        await GivenContactAsync("ms-nl", "Dirk Sample", "dirk@nl.example", "en");
        var group = await GivenGroupAsync("ms-nl", "ms-dk");
        var page = await officer.GetAsync($"/office/events/{e.Code}/invite?group={group}");
        await GivenContactAsync("ms-dk", "Else Sample", "else@dk.example", "en");

        page = await page.Form("invite").With("Count", "2").SubmitAsync();

        Assert.Contains("Those who are invited or their messages have changed", page.Text, StringComparison.Ordinal);
        Assert.Empty(await InvitationsAsync(e));
        page = await page.Form("invite").With("Count", "2").SubmitAsync();
        Assert.Contains("Invitations in the outbox: 2.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_carries_a_request_for_the_calendar_of_its_reader_alone()
    {
        var (officer, e) = await GivenEventAsync("Workshop; first, part");
        await GivenContactAsync("ms-at", "Franz Sample", "franz@at.example", "de");
        await InviteAsync(officer, e, "Workshop", "ms-at");

        var mail = (await SentToAsync("franz@at.example")).Single();

        var part = mail.Root.Walk().Single(p => p.ContentType is "text/calendar");
        Assert.Equal("REQUEST", part.Parameters["method"]);
        var calendar = CalendarReader.Read(part.ReadText());
        var asked = Assert.Single(calendar.Events);
        Assert.Equal(("REQUEST", e.CalendarUid, 0), (calendar.Method, asked.Uid, asked.Sequence));
        Assert.Equal((Day, Day.AddDays(1)), (asked.Start!.Day, asked.End!.Day));
        Assert.Equal("Workshop; first, part", asked.Summary);
        Assert.Equal(new Attendee("franz@at.example", "Franz Sample", "NEEDS-ACTION"), Assert.Single(asked.Attendees));
        Assert.Equal(App.Settings.Mail.Mailbox, asked.Organizer!.Address);
        Assert.Contains("Sehr geehrte", mail.TextBody, StringComparison.Ordinal);
        Assert.StartsWith("<mailto:", mail.Headers.Value("List-Unsubscribe")!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_a_calendar_fills_the_answer_of_the_invitation()
    {
        var (officer, e) = await GivenEventAsync("Plenary");
        await GivenContactAsync("ms-ee", "Gita Sample", "gita@ee.example", "en");
        await GivenContactAsync("ms-lv", "Hugo Sample", "hugo@lv.example", "en");
        await InviteAsync(officer, e, "Plenary", "ms-ee", "ms-lv");

        var message = await ArriveAsync(Answer(e.CalendarUid, "gita@ee.example", "ACCEPTED"));

        var invitations = await InvitationsAsync(e);
        var answered = invitations.Single(i => i.Address == "gita@ee.example");
        Assert.Equal((Attendance.Accepted, message.Id), (answered.Answer, answered.AnswerMessageId));
        Assert.Null(invitations.Single(i => i.Address == "hugo@lv.example").Answer);
        var page = await officer.GetAsync($"/office/events/{e.Code}");
        Assert.Contains("Takes part: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("No answer yet: 1", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/office/inbox/{message.Id}']"));
        // Told in the timelines of the partner and of the person.
        foreach (var of in new[] { "/office/partners/ms-ee", $"/office/people/{answered.PersonId}" })
        {
            var timeline = await officer.GetAsync($"{of}/timeline?sort=Invitation");
            Assert.Contains("Invited to “Plenary”", timeline.Text, StringComparison.Ordinal);
            Assert.Contains("Gita Sample takes part in “Plenary”.", timeline.Text, StringComparison.Ordinal);
        }

        var briefing = await officer.GetAsync("/office/partners/ms-ee/briefing");
        Assert.Contains("Plenary · Takes part", briefing.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another event", "00000000-0000-4000-8000-000000000000", "ida@lt.example", 0)]
    [InlineData("another person", null, "somebody@lt.example", 0)]
    [InlineData("one day of a series", null, "ida@lt.example", 0, "RECURRENCE-ID:20310410T080000Z\n")]
    public async Task An_answer_to_something_else_fills_nothing(
        string title,
        string? uid,
        string from,
        int sequence,
        string instance = ""
    )
    {
        var (officer, e) = await GivenEventAsync($"Not {title}");
        await GivenContactAsync("ms-lt", "Ida Sample", "ida@lt.example", "en");
        await InviteAsync(officer, e, $"Not {title}", "ms-lt");

        await ArriveAsync(Answer(uid ?? e.CalendarUid, from, "ACCEPTED", sequence, instance));

        Assert.Null(Assert.Single(await InvitationsAsync(e)).Answer);
    }

    [Fact]
    public async Task Succession_moves_an_open_invitation_and_the_former_answer_is_not_the_successors()
    {
        var (officer, e) = await GivenEventAsync("Council of contact points");
        await GivenContactAsync("ms-pl", "Jan Sample", "jan@pl.example", "en");
        await InviteAsync(officer, e, "Council", "ms-pl");
        await SentToAsync("jan@pl.example");
        await ArriveAsync(Answer(e.CalendarUid, "jan@pl.example", "ACCEPTED"));
        await GivenSuccessorAsync("ms-pl", "Kasia Sample", "kasia@pl.example");

        Assert.Equal(1, await App.WorkAsync<FollowInvitees>());
        Assert.Equal(0, await App.WorkAsync<FollowInvitees>());

        var moved = Assert.Single(await InvitationsAsync(e));
        Assert.Equal(("Kasia Sample", "kasia@pl.example", 1, null), (moved.Name, moved.Address, moved.Sequence, moved.Answer));
        var mail = (await SentToAsync("kasia@pl.example")).Single();
        Assert.Contains("was addressed to Jan Sample before", mail.TextBody, StringComparison.Ordinal);
        // The one who left is told, in the calendar too.
        var told = (await SentToAsync("jan@pl.example")).Last();
        var cancelled = CalendarReader.Read(told.Root.Walk().Single(p => p.ContentType is "text/calendar").ReadText());
        Assert.Equal(("CANCEL", "CANCELLED"), (cancelled.Method, cancelled.Events[0].Status));

        // An answer to the former sending comes late, and from the one who left.
        await ArriveAsync(Answer(e.CalendarUid, "jan@pl.example", "DECLINED"));
        await ArriveAsync(Answer(e.CalendarUid, "kasia@pl.example", "DECLINED", sequence: 0));
        Assert.Null(Assert.Single(await InvitationsAsync(e)).Answer);
        await ArriveAsync(Answer(e.CalendarUid, "kasia@pl.example", "TENTATIVE", sequence: 1));
        Assert.Equal(Attendance.Tentative, Assert.Single(await InvitationsAsync(e)).Answer);
    }

    [Fact]
    public async Task A_successor_with_the_same_mailbox_is_invited_and_nothing_is_withdrawn_there()
    {
        var (officer, e) = await GivenEventAsync("Shared mailbox");
        await GivenContactAsync("ms-sk", "Lena Sample", "unit@sk.example", "en");
        await InviteAsync(officer, e, "Shared mailbox", "ms-sk");
        await SentToAsync("unit@sk.example");
        await GivenSuccessorAsync("ms-sk", "Milan Sample", "unit@sk.example");

        await App.WorkAsync<FollowInvitees>();

        Assert.Equal("Milan Sample", Assert.Single(await InvitationsAsync(e)).Name);
        var mails = await SentToAsync("unit@sk.example");
        Assert.Equal(2, mails.Count);
        Assert.All(mails, m => Assert.DoesNotContain("withdrawn", m.Subject, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_over_and_what_nobody_follows_in_stays_as_it_is()
    {
        var (officer, e) = await GivenEventAsync("Nobody follows");
        await GivenContactAsync("ms-si", "Nada Sample", "nada@si.example", "en");
        await InviteAsync(officer, e, "Nobody follows", "ms-si");
        await EndMandatesAsync("ms-si");

        Assert.Equal(0, await App.WorkAsync<FollowInvitees>());
        Assert.Equal("Nada Sample", Assert.Single(await InvitationsAsync(e)).Name);
    }

    [Fact]
    public async Task An_answer_by_telephone_is_entered_with_its_way_and_an_invitation_is_withdrawn_with_its_reason()
    {
        var (officer, e) = await GivenEventAsync("By telephone");
        await GivenContactAsync("ms-pt", "Olga Sample", "olga@pt.example", "en");
        await InviteAsync(officer, e, "By telephone", "ms-pt");
        await SentToAsync("olga@pt.example");
        var page = await (await officer.GetAsync($"/office/events/{e.Code}")).FollowAsync("Enter an answer Portugal");

        var refused = await page.Form("answer").With("Answer", "Declined").SubmitAsync();
        Assert.Contains("Say who answered, and by which way.", refused.Text, StringComparison.Ordinal);
        page = await refused.Form("answer").With("Answer", "Declined").With("How", "By telephone, her office").SubmitAsync();
        Assert.Contains("Does not take part: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("By telephone, her office", page.Text, StringComparison.Ordinal);

        page = await page.FollowAsync("Enter an answer Portugal");
        refused = await page.Form("withdraw").SubmitAsync();
        Assert.Contains("Say why the invitation is withdrawn.", refused.Text, StringComparison.Ordinal);
        var withdrawn = await page.Form("withdraw").With("Because", "The seat went to another partner").SubmitAsync();
        Assert.Contains("The seat went to another partner", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains(await SentToAsync("olga@pt.example"), m => m.Subject == "Invitation withdrawn: By telephone");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page.Address)).Status);
        // It can be invited again.
        await InviteAsync(officer, e, "By telephone again", "ms-pt");
        Assert.Equal(2, (await InvitationsAsync(e)).Count);
    }

    [Fact]
    public async Task Of_two_who_invite_at_the_same_moment_one_hears_it()
    {
        var (officer, e) = await GivenEventAsync("Twice");
        await GivenContactAsync("ms-hr", "Petra Sample", "petra@hr.example", "en");
        var group = await GivenGroupAsync("Twice", "ms-hr");
        var one = await officer.GetAsync($"/office/events/{e.Code}/invite?group={group}");
        var other = await (await App.AsAsync(Role.Officer)).GetAsync(one.Address);

        await Task.WhenAll(
            one.Form("invite").With("Count", "1").SubmitAsync(),
            other.Form("invite").With("Count", "1").SubmitAsync()
        );

        Assert.Single(await InvitationsAsync(e));
        Assert.Single(await SentToAsync("petra@hr.example"));
    }

    [Fact]
    public async Task A_reader_sees_invitations_and_invites_nobody()
    {
        var (_, e) = await GivenEventAsync("Read only");
        var reader = await App.AsAsync(Role.Reader);

        var page = await reader.GetAsync($"/office/events/{e.Code}");
        Assert.Contains("Nobody has been invited yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invite a group", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/office/events/{e.Code}/invite")).Status);
        Assert.Contains("Read only", (await reader.GetAsync("/office/events")).Text, StringComparison.Ordinal);
        Assert.Contains("Read only", (await App.Anybody().GetAsync("/en/timetable")).Text, StringComparison.Ordinal);
    }

    private async Task<(TestBrowser Officer, Event Event)> GivenEventAsync(string title)
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", title).With("First", $"{Day:yyyy-MM-dd}").SubmitAsync();
        var code = page.Address.Split('/')[^1];
        return (officer, await App.ReadAsync(db => db.Events.AsNoTracking().SingleAsync(e => e.Code == code, Cancelled)));
    }

    private async Task InviteAsync(TestBrowser officer, Event e, string name, params string[] partners)
    {
        var group = await GivenGroupAsync(partners);
        var page = await officer.GetAsync($"/office/events/{e.Code}/invite?group={group}");
        page = await page.Form("invite").With("Count", $"{partners.Length}").SubmitAsync();
        Assert.Contains($"Invitations in the outbox: {partners.Length}.", page.Text, StringComparison.Ordinal);
    }

    private async Task GivenSuccessorAsync(string partner, string name, string email)
    {
        await EndMandatesAsync(partner);
        await GivenContactAsync(partner, name, email, "en", since: 0);
    }

    private Task EndMandatesAsync(string partner) =>
        App.GivenAsync(async db =>
        {
            var id = await PartnerIdAsync(partner);
            var held = await db
                .Mandates.Where(m => m.PartnerId == id && m.Role == MandateRole.ContactPoint && m.To == null)
                .ToListAsync(Cancelled);
            held.ForEach(m => m.End(TimeProvider.System.Today()));
        });

    private Task<List<Invitation>> InvitationsAsync(Event e) =>
        App.ReadAsync(db => db.Invitations.AsNoTracking().Where(i => i.EventId == e.Id).ToListAsync(Cancelled));

    private static string Answer(string uid, string from, string answer, int sequence = 0, string instance = "") =>
        $"""
            From: Somebody <{from}>
            Subject: Answer {Guid.CreateVersion7()}
            MIME-Version: 1.0
            Content-Type: text/calendar; method=REPLY; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:REPLY
            BEGIN:VEVENT
            UID:{uid}
            {instance}SEQUENCE:{sequence}
            DTSTAMP:{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}
            SUMMARY:Anything
            ATTENDEE;PARTSTAT={answer}:mailto:{from}
            END:VEVENT
            END:VCALENDAR

            """;
}
