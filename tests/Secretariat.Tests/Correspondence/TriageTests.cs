using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Correspondence;

public sealed class TriageTests(TestApp app) : MailTest(app)
{
    private const string Quote = "We nominate Ms Adèle Sample, Head of Unit, as contact person for prevention.";

    [Fact]
    public async Task A_reply_becomes_a_mandate_and_an_interest_through_the_hands_of_an_officer()
    {
        await GivenLetterAsync("ms-be", "GA-2024-2001");
        await GivenDomainAsync("ms-be", "interior.belgium.example");
        var message = await ArriveAsync(Reply("minister@interior.belgium.example", "GA-2099-0001", "loop"));
        var proposal = await GivenProposalAsync(message, ProposalType.Nomination, Quote, "Adèle Sample", "prevention");
        var officer = await App.AsAsync(Role.Officer);

        var inbox = await officer.GetAsync("/office/inbox");
        var page = await inbox.FollowAsync("Re: GA-2099-0001 loop");
        page = await page.Form("file").SubmitAsync("File under GA-2024-2001 Belgium");
        Assert.Contains("The sender’s domain is registered for Belgium", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll(".sec-mail mark"), m => m.TextContent == Quote);
        Assert.Empty(await App.ReadAsync(db => db.Mandates.Where(m => m.EvidenceMessageId == message.Id).ToListAsync(Cancelled)));

        page = await page.Form(Card(proposal))
            .With(Field(proposal, "Name"), "Adèle Sample-Corrected")
            .With(Field(proposal, "From"), "2024-03-04")
            .Tick(Field(proposal, "Interests"), "prevention")
            .SubmitAsync("confirm");
        Assert.Contains("You have changed what the message says. Say in a reason why.", page.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(proposal)).IsOpen);
        page = await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "She has married").SubmitAsync("confirm");

        Assert.Contains("Adèle Sample-Corrected speaks for the partner since 4 March 2024", page.Text, StringComparison.Ordinal);
        var mandate = await App.ReadAsync(db =>
            db.Mandates.Include(m => m.Person).SingleAsync(m => m.EvidenceMessageId == message.Id, Cancelled)
        );
        Assert.Equal(("Adèle Sample-Corrected", MandateRole.ContactPoint), (mandate.Person.Name, mandate.Role));
        Assert.Equal(new DateOnly(2024, 3, 4), mandate.From);
        var interest = await App.ReadAsync(db => db.Interests.SingleAsync(i => i.MessageId == message.Id, Cancelled));
        Assert.Equal(("prevention", Stance.Interested), (interest.StrandCode, interest.Stance));
        var decided = await NowAsync(proposal);
        Assert.Equal(ProposalStatus.Confirmed, decided.Status);
        Assert.NotNull(decided.DecidedById);
        Assert.Contains("Confirm a proposal", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_sender_confirms_nothing_without_a_reason()
    {
        var (message, proposal, page) = await OpenAsync("ms-fr", "GA-2024-2002", "someone@elsewhere.example");
        Assert.Contains("The sender’s domain is not registered for France.", page.Text, StringComparison.Ordinal);

        var refused = await page.Form(Card(proposal)).With(Field(proposal, "Function"), "Director").SubmitAsync("confirm");

        Assert.Contains("The sender is not known for this partner.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Director", refused.Form(Card(proposal)).Value(Field(proposal, "Function")));
        Assert.True((await NowAsync(proposal)).IsOpen);

        await refused.Form(Card(proposal)).With(Field(proposal, "Reason"), "Confirmed by telephone").SubmitAsync("confirm");
        var decided = await NowAsync(proposal);
        Assert.Equal((ProposalStatus.Confirmed, "Confirmed by telephone"), (decided.Status, decided.Reason));
        Assert.Equal(
            "Director",
            (await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.EvidenceMessageId == message.Id, Cancelled))).Function
        );
    }

    [Fact]
    public async Task The_second_to_confirm_hears_that_someone_was_faster_and_changes_nothing()
    {
        var (message, proposal, first) = await OpenAsync("ms-es", "GA-2024-2003", "a@b.example");
        var second = await (await App.AsAsync(Role.Signatory)).GetAsync(Page(message));

        await first.Form(Card(proposal)).With(Field(proposal, "Reason"), "First").SubmitAsync("confirm");
        var late = await second.Form(Card(proposal)).With(Field(proposal, "Reason"), "Second").SubmitAsync("confirm");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Someone was faster", late.Text, StringComparison.Ordinal);
        Assert.Contains(late.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == Page(message));
        Assert.Equal("First", (await NowAsync(proposal)).Reason);
        Assert.Single(
            await App.ReadAsync(db => db.Mandates.Where(m => m.EvidenceMessageId == message.Id).ToListAsync(Cancelled))
        );
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_and_leaves_no_mandate()
    {
        var (message, proposal, page) = await OpenAsync("ms-it", "GA-2024-2004", "a@b.example");

        page = await page.Form(Card(proposal)).SubmitAsync("reject");
        Assert.Contains("Say in a reason why it is rejected.", page.Text, StringComparison.Ordinal);
        page = await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "Not an official").SubmitAsync("reject");

        Assert.Contains("Rejected", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not an official", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm(Card(proposal)));
        Assert.Empty(await App.ReadAsync(db => db.Mandates.Where(m => m.EvidenceMessageId == message.Id).ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task Nothing_is_proposed_by_hand_from_a_message_that_a_colleague_has_finished()
    {
        var message = await ArriveAsync("From: a@b.example\nSubject: Finished\n\nThank you for the letter.\n");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        var finished = await (await officer.GetAsync(Page(message))).Form("finish").SubmitAsync();

        var refused = await page.Form("add-proposal").With("add.Quote", "Thank you for the letter.").SubmitAsync();

        Assert.False(finished.HasForm("add-proposal"));
        Assert.Contains("a message that is done or a copy. Reopen it first.", refused.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Proposals.AnyAsync(p => p.MessageId == message.Id, Cancelled)));
    }

    [Fact]
    public async Task A_proposal_by_hand_rests_on_words_of_the_message_and_waits_for_a_decision()
    {
        await GivenLetterAsync("ms-nl", "GA-2024-2005");
        var message = await ArriveAsync("From: a@b.example\nSubject: GA-2024-2005\n\nMr Test\nwill deputise for her.\n");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form("add-proposal").With("add.Quote", "Mr Other will deputise").SubmitAsync();
        Assert.Contains("These words do not stand in the message.", page.Text, StringComparison.Ordinal);
        page = await page.Form("add-proposal")
            .With("add.Quote", "Mr Test will  deputise")
            .With("add.Name", "Test")
            .With("add.IsAlternate", "true")
            .SubmitAsync();

        var proposal = await App.ReadAsync(db =>
            db.Proposals.OrderByDescending(p => p.Id).FirstAsync(p => p.MessageId == message.Id, Cancelled)
        );
        Assert.Equal("Mr Test\nwill deputise", proposal.Evidence.Single().Quote);
        Assert.True(proposal.IsOpen);
        await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "By telephone").SubmitAsync("confirm");
        var mandate = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.EvidenceMessageId == message.Id, Cancelled));
        Assert.Equal(MandateRole.Alternate, mandate.Role);
    }

    [Fact]
    public async Task A_message_is_done_once_each_proposal_is_decided_and_can_be_reopened()
    {
        var (message, proposal, page) = await OpenAsync("ms-ie", "GA-2024-2006", "a@b.example");

        page = await page.Form("finish").SubmitAsync();
        Assert.Contains("Decide on each proposal first.", page.Text, StringComparison.Ordinal);
        while (page.Document.QuerySelector("form[id^=proposal-]") is { Id: { } card })
            page = await page.Form(card).With($"p{card["proposal-".Length..]}.Reason", "No").SubmitAsync("reject");
        Assert.False((await NowAsync(proposal)).IsOpen);
        page = await page.Form("finish").SubmitAsync();
        Assert.Equal(Triage.Done, (await NowAsync(message)).Triage);
        await page.Form("reopen").SubmitAsync();
        Assert.Equal(Triage.ToDo, (await NowAsync(message)).Triage);
    }

    [Fact]
    public async Task A_reader_sees_and_cannot_decide_and_a_partner_contact_sees_nothing()
    {
        var (message, proposal, _) = await OpenAsync("ms-pl", "GA-2024-2007", "a@b.example");
        var reader = await App.AsAsync(Role.Reader);
        var contact = await App.AsAsync(Role.PartnerContact, "ms-pl");

        var page = await reader.GetAsync(Page(message));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Adèle Sample", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
        await reader.PostAsync($"{Page(message)}?handler=Confirm", [new("proposalId", $"{proposal.Id}")]);
        Assert.True((await NowAsync(proposal)).IsOpen);
        foreach (
            var address in new[]
            {
                "/office/inbox",
                Page(message),
                $"{Page(message)}/raw",
                $"{Page(message)}/html",
                "/office/audit",
                "/office/reconciliation",
            }
        )
        {
            Assert.DoesNotContain(
                Quote,
                (await contact.GetAsync(address)).Document.DocumentElement.TextContent,
                StringComparison.Ordinal
            );
            Assert.NotEqual(HttpStatusCode.OK, (await contact.OpenAsync(address)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await App.Anybody().OpenAsync(address)).StatusCode);
        }
    }

    private async Task<(Message Message, Proposal Proposal, TestPage Page)> OpenAsync(
        string partner,
        string reference,
        string from
    )
    {
        await GivenLetterAsync(partner, reference);
        var message = await ArriveAsync(Reply(from, reference, "answer"));
        var proposal = await GivenProposalAsync(message, ProposalType.Nomination, Quote, "Adèle Sample", "prevention");
        return (message, proposal, await (await App.AsAsync(Role.Officer)).GetAsync(Page(message)));
    }

    private static string Reply(string from, string reference, string subject) =>
        $"""
            From: The Ministry <{from}>
            Date: Mon, 4 Mar 2024 10:00:00 +0100
            Subject: Re: {reference} {subject}
            Content-Type: text/plain; charset=utf-8

            Dear colleagues,

            {Quote}

            On 1 March 2024 the secretariat wrote:
            > Please nominate a person of contact.
            """;
}
