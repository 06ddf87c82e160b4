using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

/// <summary>What calendars answer to invitations.</summary>
public sealed class InvitationAnswerTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task An_answer_is_entered_and_nothing_is_left_to_do()
    {
        var message = await ArriveAsync(Answer("u1@secretariat", "jana@mv.example", "ACCEPTED"));

        Assert.Equal((MailKind.CalendarReply, Triage.Done), (message.Kind, message.Triage));
        var entered = Assert.Single(await EnteredAsync("u1@secretariat"));
        Assert.Equal(("jana@mv.example", Attendance.Accepted, ""), (entered.Address, entered.Attendance, entered.Instance));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains("Jana Nová takes part in “Round table”.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_word_counts_whatever_arrives_last()
    {
        await ArriveAsync(Answer("u2@secretariat", "jana@mv.example", "DECLINED", stamp: "20240302T090000Z"));
        await ArriveAsync(Answer("u2@secretariat", "jana@mv.example", "ACCEPTED", stamp: "20240301T090000Z"));
        Assert.Equal(Attendance.Declined, Assert.Single(await EnteredAsync("u2@secretariat")).Attendance);

        await ArriveAsync(Answer("u2@secretariat", "jana@mv.example", "TENTATIVE", stamp: "20240303T090000Z"));
        Assert.Equal(Attendance.Tentative, Assert.Single(await EnteredAsync("u2@secretariat")).Attendance);

        // The answer to an earlier invitation was written later: the later invitation asked anew.
        await ArriveAsync(Answer("u2@secretariat", "jana@mv.example", "ACCEPTED", sequence: 2, stamp: "20240304T090000Z"));
        await ArriveAsync(Answer("u2@secretariat", "jana@mv.example", "DECLINED", sequence: 1, stamp: "20240305T090000Z"));
        Assert.Equal(Attendance.Accepted, Assert.Single(await EnteredAsync("u2@secretariat")).Attendance);
    }

    [Fact]
    public async Task One_instance_of_a_series_is_answered_for_itself()
    {
        await ArriveAsync(Answer("u3@secretariat", "jana@mv.example", "ACCEPTED"));
        await ArriveAsync(Answer("u3@secretariat", "jana@mv.example", "DECLINED", instance: "RECURRENCE-ID:20240410T080000Z\n"));

        var entered = await EnteredAsync("u3@secretariat");
        Assert.Equal(
            [("", Attendance.Accepted), ("2024-04-10T08:00:00Z", Attendance.Declined)],
            entered.Select(a => (a.Instance, a.Attendance)).Order()
        );
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else_and_a_counter_proposal_is_for_people()
    {
        var other = await ArriveAsync(Answer("u4@secretariat", "jana@mv.example", "ACCEPTED", from: "x@elsewhere.example"));
        var counter = await ArriveAsync(Answer("u4@secretariat", "jana@mv.example", "ACCEPTED", method: "COUNTER"));

        Assert.Equal((Triage.ToDo, Triage.ToDo), (other.Triage, counter.Triage));
        Assert.Empty(await EnteredAsync("u4@secretariat"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(other));
        Assert.Contains("This answer to an invitation is not entered", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_the_answer_stay_to_be_read()
    {
        var message = await ArriveAsync(
            Answer("u5@secretariat", "jana@mv.example", "TENTATIVE", text: "I can only come after lunch.\n")
        );

        Assert.Equal(Triage.ToDo, message.Triage);
        Assert.Equal(Attendance.Tentative, Assert.Single(await EnteredAsync("u5@secretariat")).Attendance);
    }

    [Fact]
    public async Task A_comment_in_the_calendar_itself_stays_to_be_read_and_is_shown()
    {
        var message = await ArriveAsync(
            Answer("u7@secretariat", "jana@mv.example", "ACCEPTED", instance: "COMMENT:Please name Ms Berg as well.\n")
        );

        Assert.Equal(Triage.ToDo, message.Triage);
        Assert.Single(await EnteredAsync("u7@secretariat"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains("Written beside the answer: “Please name Ms Berg as well.”", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_header_does_not_name_the_method_is_entered_too()
    {
        var message = await ArriveAsync(
            Answer("u8@secretariat", "jana@mv.example", "ACCEPTED").Replace("; method=REPLY", "", StringComparison.Ordinal)
        );

        Assert.Equal((MailKind.CalendarReply, Triage.Done), (message.Kind, message.Triage));
        Assert.Single(await EnteredAsync("u8@secretariat"));
    }

    [Fact]
    public async Task What_is_attached_to_an_answer_is_read_and_stays_to_be_done()
    {
        var message = await ArriveAsync(
            Answer("u6@secretariat", "jana@mv.example", "ACCEPTED")
                .Replace(
                    "--b--",
                    "--b\nContent-Type: text/plain; name=letter.txt\nContent-Disposition: attachment; filename=letter.txt\n\nThe Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.\n--b--",
                    StringComparison.Ordinal
                )
        );

        Assert.Equal((MailKind.CalendarReply, Triage.ToDo), (message.Kind, message.Triage));
        Assert.True(await App.ReadAsync(db => db.Proposals.AnyAsync(p => p.MessageId == message.Id, Cancelled)));
    }

    private Task<List<InvitationAnswer>> EnteredAsync(string uid) =>
        App.ReadAsync(db => db.InvitationAnswers.AsNoTracking().Where(a => a.Uid == uid).ToListAsync(Cancelled));

    private static string Answer(
        string uid,
        string address,
        string answer,
        string? from = null,
        string method = "REPLY",
        int sequence = 0,
        string stamp = "20240301T090000Z",
        string instance = "",
        string text = ""
    ) =>
        $"""
            From: Jana <{from ?? address}>
            Subject: Answer {Guid.CreateVersion7()}
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            {text}
            --b
            Content-Type: text/calendar; method={method}; charset=utf-8

            BEGIN:VCALENDAR
            METHOD:{method}
            BEGIN:VEVENT
            UID:{uid}
            {instance}SEQUENCE:{sequence}
            DTSTAMP:{stamp}
            DTSTART:20240403T080000Z
            SUMMARY:Round table
            ATTENDEE;CN=Jana Nová;PARTSTAT={answer}:mailto:{address}
            END:VEVENT
            END:VCALENDAR
            --b--

            """;
}
