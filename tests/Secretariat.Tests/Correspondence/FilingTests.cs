using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

public sealed class FilingTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task An_answer_is_filed_by_the_signed_token_in_its_header()
    {
        var letter = await GivenLetterAsync("ms-ee", "GA-2024-1001");
        var key = await App.UseAsync(s => s.GetRequiredService<Keys>().GetAsync(ReplyToken.KeyName, Cancelled));
        var ours = new ReplyToken(key).MessageIdFor(letter.Id, Guid.CreateVersion7(), "secretariat.example");

        var message = await ArriveAsync(
            $"From: a@siseministeerium.example\nMessage-ID: <t1@a>\nReferences: <x@y> <{ours}>\nSubject: Re:\n\nYes\n"
        );

        Assert.Equal((letter.Id, FiledBy.Token), (message.ThreadId, message.FiledBy));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains("By the signed token in its header", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_changed_files_nothing()
    {
        var letter = await GivenLetterAsync("ms-ee", "GA-2024-1002");
        var forged = new ReplyToken(new byte[32]).MessageIdFor(letter.Id, Guid.CreateVersion7(), "secretariat.example");

        var message = await ArriveAsync($"From: a@b.example\nMessage-ID: <t2@a>\nIn-Reply-To: <{forged}>\nSubject: Re:\n\nYes\n");

        Assert.Null(message.ThreadId);
    }

    [Fact]
    public async Task An_answer_to_a_filed_message_follows_it()
    {
        var letter = await GivenLetterAsync("ms-lv", "GA-2024-1003");
        await ArriveAsync("From: a@b.example\nMessage-ID: <first@b.example>\nSubject: GA-2024-1003\n\nOne\n");

        var second = await ArriveAsync(
            "From: c@b.example\nMessage-ID: <second@b.example>\nIn-Reply-To: <first@b.example>\nSubject: More\n\nTwo\n"
        );

        Assert.Equal((letter.Id, FiledBy.Thread), (second.ThreadId, second.FiledBy));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(second));
        Assert.Contains("In the same thread", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.TextContent.Trim() == "GA-2024-1003");
    }

    [Theory]
    [InlineData("Subject: Re: [GA-2024-1004] Follow-up\n\nYes", "in the subject")]
    [InlineData("Subject: Our answer GA-2024-1004\n\nYes", "in the subject")]
    [InlineData("Subject: Note verbale\n\nYour letter GA-2024-1004 refers.", "in the text")]
    [InlineData("Subject: Note verbale\n\nYour letter [GA-2024-1004] refers, and again [GA-2024-1004].", "in the text")]
    public async Task A_reference_files_with_and_without_brackets(string mail, string where)
    {
        var letter =
            await App.ReadAsync(db => db.Threads.FirstOrDefaultAsync(t => t.Reference == "GA-2024-1004", Cancelled))
            ?? await GivenLetterAsync("ms-lt", "GA-2024-1004");

        var message = await ArriveAsync($"From: registry@b.example\n{mail}\n");

        Assert.Equal((letter.Id, FiledBy.Reference), (message.ThreadId, message.FiledBy));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains($"By the reference GA-2024-1004 {where}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_references_prove_nothing_and_both_letters_are_offered()
    {
        await GivenLetterAsync("ms-fi", "GA-2024-1005");
        var second = await GivenLetterAsync("ms-se", "GA-2024-1006");

        var message = await ArriveAsync("From: x@nowhere.example\nSubject: GA-2024-1005 and GA-2024-1006\n\nBoth.\n");

        Assert.Null(message.ThreadId);
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        Assert.Contains("File under GA-2024-1005 Finland", page.Text, StringComparison.Ordinal);
        Assert.Contains("its reference is mentioned", page.Text, StringComparison.Ordinal);
        await page.Form("file").SubmitAsync("File under GA-2024-1006 Sweden");
        var filed = await NowAsync(message);
        Assert.Equal((second.Id, second.PartnerId, FiledBy.Person), (filed.ThreadId, filed.PartnerId, filed.FiledBy));
    }

    [Fact]
    public async Task An_unknown_letter_waits_unfiled_with_the_likeliest_on_top_and_why()
    {
        await GivenLetterAsync("ms-at", "GA-2024-1007", "Invitation to the round table");
        await GivenLetterAsync("ms-hu", "GA-2024-1008", "Invitation to the round table");
        await GivenDomainAsync("ms-hu", "bm.gov.example");

        var message = await ArriveAsync("From: iktato@post.bm.gov.example\nSubject: Re: GA-2099-9999\n\nHungary answers.\n");

        Assert.False(message.IsFiled);
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        var offered = page.Document.QuerySelectorAll("#file li").Select(li => TestPage.Squeeze(li.TextContent)).ToList();
        Assert.StartsWith("File under GA-2024-1008 Hungary", offered[0], StringComparison.Ordinal);
        Assert.Contains(
            "the sender’s domain is registered for the partner, the partner’s name is mentioned",
            offered[0],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(offered, o => o.Contains("GA-2024-1007", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_found_by_partner_and_by_reference_and_a_matter_without_letter_can_begin()
    {
        await GivenLetterAsync("ms-pt", "GA-2024-1009");
        var message = await ArriveAsync("From: a@b.example\nSubject: Hello\n\nNothing to go by.\n");
        var officer = await App.AsAsync(Role.Officer);

        var byName = await officer.GetAsync($"{Page(message)}?find=portugal");
        var byReference = await officer.GetAsync($"{Page(message)}?find=GA-2024-1009");

        Assert.Contains("File under GA-2024-1009 Portugal", byReference.Text, StringComparison.Ordinal);
        await byName.Form("file-found").SubmitAsync("File under Portugal, as a matter without a letter");
        var filed = await NowAsync(message);
        Assert.Equal(await PartnerIdAsync("ms-pt"), filed.PartnerId);
        Assert.Null(
            await App.ReadAsync(db =>
                db.Threads.Where(t => t.Id == filed.ThreadId).Select(t => t.Reference).SingleAsync(Cancelled)
            )
        );
    }

    [Fact]
    public async Task A_message_moves_to_another_letter_until_a_proposal_is_confirmed()
    {
        await GivenLetterAsync("ms-ro", "GA-2024-1010");
        await GivenLetterAsync("ms-bg", "GA-2024-1011");
        var message = await ArriveAsync("From: a@b.example\nSubject: GA-2024-1010\n\nWe take interest in prevention.\n");
        var proposal = await GivenProposalAsync(
            message,
            ProposalType.Interest,
            "We take interest in prevention.",
            null,
            "prevention"
        );
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync($"{Page(message)}?find=GA-2024-1011");
        page = await page.Form("file-found").SubmitAsync("File under GA-2024-1011 Bulgaria");
        Assert.Equal(await PartnerIdAsync("ms-bg"), (await NowAsync(message)).PartnerId);

        await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "Known by telephone").SubmitAsync("confirm");
        page = await officer.GetAsync($"{Page(message)}?find=GA-2024-1010");
        page = await page.Form("file-found").SubmitAsync("File under GA-2024-1010 Romania");
        Assert.Contains("has been confirmed, so it stays with its partner", page.Text, StringComparison.Ordinal);
        Assert.Equal(await PartnerIdAsync("ms-bg"), (await NowAsync(message)).PartnerId);
    }

    [Fact]
    public async Task An_officer_who_saw_an_older_state_cannot_file_over_it()
    {
        await GivenLetterAsync("ms-mt", "GA-2024-1012");
        await GivenLetterAsync("ms-cy", "GA-2024-1013");
        var message = await ArriveAsync("From: a@b.example\nSubject: GA-2024-1012 GA-2024-1013\n\nBoth\n");
        var (one, two) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var (first, second) = (await one.GetAsync(Page(message)), await two.GetAsync(Page(message)));

        await first.Form("file").SubmitAsync("File under GA-2024-1012 Malta");
        var refused = await second.Form("file").SubmitAsync("File under GA-2024-1013 Cyprus");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(await PartnerIdAsync("ms-mt"), (await NowAsync(message)).PartnerId);
    }
}
