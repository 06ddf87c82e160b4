using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

/// <summary>A person's mail that was taken for an automatic reply.</summary>
public sealed class ByPersonTests(TestApp app) : MailTest(app)
{
    private const string Away = "I am on annual leave until 3 March; in urgent cases please contact Ms Berg.";

    [Fact]
    public async Task An_officer_puts_it_right_and_it_counts_like_any_message()
    {
        await GivenLetterAsync("ms-at", "GA-2024-7401");
        var waiting = await ArriveAsync(Mail("first", "We shall answer."));
        var message = await ArriveAsync(Mail("second", Away));
        Assert.Equal((MailKind.AutoReply, waiting.ThreadId), (message.Kind, message.ThreadId));
        await App.GivenAsync(async db =>
        {
            (await db.Messages.SingleAsync(m => m.Id == waiting.Id, Cancelled)).Wait(null);
            (await db.Messages.SingleAsync(m => m.Id == message.Id, Cancelled)).Finish();
        });
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        Assert.Null(ReplyIn(page, message));

        page = await page.Form("by-person").SubmitAsync();

        Assert.Equal((MailKind.Ordinary, Triage.ToDo), ((await NowAsync(message)).Kind, (await NowAsync(message)).Triage));
        Assert.Equal(Triage.ToDo, (await NowAsync(waiting)).Triage);
        Assert.NotNull(ReplyIn(page, message));
        Assert.False(page.HasForm("by-person"));
        Assert.Contains("Say that a person wrote a message · Test Officer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kind: Auto reply → Ordinary", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            message.Subject,
            (await officer.GetAsync("/office/inbox?view=to-register")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_header_calls_automatic_is_put_right_too_and_nothing_else_is()
    {
        var byHeader = await ArriveAsync("From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Header\n\nOur answer.\n");
        var ordinary = await ArriveAsync("From: a@b.example\nSubject: Ordinary\n\nOur answer.\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(byHeader));
        var old = await officer.GetAsync(Page(byHeader));

        await page.Form("by-person").SubmitAsync();
        var refused = await old.Form("by-person").SubmitAsync();

        Assert.Equal(MailKind.Ordinary, (await NowAsync(byHeader)).Kind);
        Assert.Contains("Only a message that was taken for an automatic reply", refused.Text, StringComparison.Ordinal);
        Assert.False((await officer.GetAsync(Page(ordinary))).HasForm("by-person"));
    }

    [Fact]
    public async Task What_it_asks_for_is_proposed_then_and_not_twice()
    {
        var message = await ArriveAsync(
            "From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Contact\n\n"
                + "The Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.\n"
        );
        var again = await ArriveAsync(
            "From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Contact by hand\n\n"
                + "The Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.\n"
        );
        Assert.Empty(await ProposedAsync(message));
        var byHand = await GivenProposalAsync(again, ProposalType.Nomination, "nominates Ms Ada Bylen", "Ada Bylen");
        var officer = await App.AsAsync(Role.Officer);

        await (await officer.GetAsync(Page(message))).Form("by-person").SubmitAsync();
        await (await officer.GetAsync(Page(again))).Form("by-person").SubmitAsync();

        var proposed = Assert.Single(await ProposedAsync(message));
        Assert.Equal((ProposalType.Nomination, "Ada Bylen"), (proposed.Type, proposed.Person?.Name));
        Assert.Equal(byHand.Id, Assert.Single(await ProposedAsync(again)).Id);
    }

    [Fact]
    public async Task What_was_proposed_by_hand_of_somebody_or_something_else_stays_beside_it()
    {
        var message = await ArriveAsync(
            "From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Contact and more\n\n"
                + "The Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.\n\n"
                + "Estonia is interested in the strand on prevention.\n"
        );
        await GivenProposalAsync(message, ProposalType.Nomination, "Ms Ada Bylen", "Jonas Bylen");
        await GivenProposalAsync(message, ProposalType.Replacement, "Ms Ada Bylen", "Ada Bylen");
        await GivenProposalAsync(message, ProposalType.Interest, "interested", null, "response");

        await (await (await App.AsAsync(Role.Officer)).GetAsync(Page(message))).Form("by-person").SubmitAsync();

        var proposed = await ProposedAsync(message);
        Assert.Equal(
            [
                "Interest: prevention",
                "Interest: response",
                "Nomination: Ada Bylen",
                "Nomination: Jonas Bylen",
                "Replacement: Ada Bylen",
            ],
            proposed.Select(p => $"{p.Type}: {p.Person?.Name ?? string.Join(' ', p.Strands)}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Of_a_message_whose_file_is_gone_nobody_can_say_so()
    {
        var message = await ArriveAsync("From: a@b.example\nAuto-Submitted: auto-replied\nSubject: Gone\n\nOur answer.\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        File.Delete(Path.Combine(App.Folder, "files", message.RawSha256![..2], message.RawSha256[2..]));

        page = await page.Form("by-person").SubmitAsync();

        Assert.Contains("is missing. Put it back from a backup.", page.Text, StringComparison.Ordinal);
        Assert.Equal(MailKind.AutoReply, (await NowAsync(message)).Kind);
    }

    private Task<List<Proposal>> ProposedAsync(Message message) =>
        App.ReadAsync(db => db.Proposals.AsNoTracking().Where(p => p.MessageId == message.Id).ToListAsync(Cancelled));

    private static AngleSharp.Dom.IElement? ReplyIn(TestPage page, Message message) =>
        page.Document.QuerySelector($"a[href='{Page(message)}/reply']");

    private static string Mail(string subject, string body) =>
        $"From: Ada Bylen <ada@interior7401.example>\nSubject: Re: GA-2024-7401 {subject}\n\n{body}\n";
}
