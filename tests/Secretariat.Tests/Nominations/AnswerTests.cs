using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Nominations;

/// <summary>A letter is answered through its link without an account; nobody is taken for the partner because of it.</summary>
public sealed class AnswerTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task An_answer_by_link_is_a_message_in_the_thread_of_its_letter_and_proposes_what_it_says()
    {
        var (letter, address) = await SentAsync("ms-lv", "GA-2032-0001");
        var page = await App.Anybody().GetAsync(address);
        Assert.Contains("GA-2032-0001", page.Text, StringComparison.Ordinal);
        var done = await Filled(page)
            .With("PersonName", "Zane Linked")
            .With("Function", "Head of Unit")
            .With("Email", "zane@interior-lv.example")
            .Tick("Interested", "prevention")
            .Tick("Declined", "response")
            .With("Remark", "We look forward to it.")
            .SubmitAsync();

        Assert.Contains("your answer has reached the secretariat", done.Text, StringComparison.Ordinal);
        var (message, proposals) = await TakenAsync(letter);
        Assert.Equal(
            (Channel.Link, FiledBy.Link, Trust.LinkHolder, "[GA-2032-0001] Nomination of Zane Linked"),
            (message.Channel, message.FiledBy, message.Trust, message.Subject)
        );
        Assert.Equal(
            [ProposalType.Nomination, ProposalType.Interest, ProposalType.Decline],
            proposals.Select(p => p.Type).Order()
        );
        Assert.Equal(["prevention"], proposals.Single(p => p.Type is ProposalType.Interest).Strands);
        Assert.Equal(["response"], proposals.Single(p => p.Type is ProposalType.Decline).Strands);
        Assert.Equal("registry@interior-lv.example", message.FromAddress);
    }

    [Fact]
    public async Task What_came_by_link_is_confirmed_with_a_reason_only_though_its_address_is_one_of_the_partner()
    {
        var (letter, address) = await SentAsync("ms-lt", "GA-2032-0002", "interior-lt.example");
        await Filled(await App.Anybody().GetAsync(address))
            .With("YourEmail", "registry@interior-lt.example")
            .Tick("Interested", "prevention")
            .SubmitAsync();
        var (message, proposals) = await TakenAsync(letter);
        var (officer, proposal) = (await App.AsAsync(Role.Officer), Assert.Single(proposals));
        var page = await officer.GetAsync($"/office/inbox/{message.Id}");
        Assert.Contains("nobody has signed in", page.Text, StringComparison.Ordinal);

        page = await page.Form($"proposal-{proposal.Id:N}").SubmitAsync("confirm");
        Assert.Contains("Ask the partner, and say in a reason what you learned.", page.Text, StringComparison.Ordinal);
        Assert.False(await HasInterestAsync(message));
        await page.Form($"proposal-{proposal.Id:N}").With($"p{proposal.Id:N}.Reason", "Asked by phone").SubmitAsync("confirm");
        Assert.True(await HasInterestAsync(message));
    }

    [Fact]
    public async Task A_link_that_was_changed_or_has_run_out_opens_nothing()
    {
        var (_, address) = await SentAsync("ms-ee", "GA-2032-0003");
        var (_, other) = await SentAsync("ms-fi", "GA-2032-0004");
        var forged =
            other[..address.IndexOf('.', StringComparison.Ordinal)] + address[address.IndexOf('.', StringComparison.Ordinal)..];
        Assert.Equal(HttpStatusCode.OK, (await App.Anybody().GetAsync(address)).Status);
        foreach (var wrong in new[] { forged, address[..^1], address + "0", "/t/x", "/t/x.y" })
            Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync(wrong)).Status);

        var (_, old) = await SentAsync("ms-se", "GA-2032-0005", sentAgo: AnswerLink.ValidFor + TimeSpan.FromHours(1));
        var late = await App.Anybody().GetAsync(old);
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("The time in which this letter could be answered here is over.", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_says_nothing_or_contradicts_itself_is_kept_and_says_what_is_missing()
    {
        var (letter, address) = await SentAsync("ms-dk", "GA-2032-0006");
        var page = await Filled(await App.Anybody().GetAsync(address)).SubmitAsync();
        Assert.Contains("Name a person, choose strands of work, or write a remark.", page.Text, StringComparison.Ordinal);
        page = await page.Form("answer").With("PersonName", "Half A Person").SubmitAsync();
        Assert.Contains("Function is missing.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Half A Person", page.Form("answer").Value("PersonName"));
        page = await page.Form("answer")
            .With("PersonName", "")
            .Tick("Interested", "response")
            .Tick("Declined", "response")
            .SubmitAsync();
        Assert.Contains("Choose for each strand whether you take part or not.", page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Messages.AnyAsync(m => m.ThreadId == letter.ThreadId, Cancelled)));
    }

    [Fact]
    public async Task Two_clicks_are_one_answer_and_a_line_break_in_a_name_adds_no_header()
    {
        var (letter, address) = await SentAsync("ms-mt", "GA-2032-0007");
        var form = Filled(await App.Anybody().GetAsync(address))
            .With("YourName", "Maria\r\nBcc: x@evil.example")
            .With("Remark", "Later.");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        var (message, proposals) = await TakenAsync(letter);
        Assert.Empty(proposals);
        Assert.Equal("Maria Bcc: x@evil.example", message.FromName);
    }

    [Theory]
    [InlineData("ä@x.example")]
    [InlineData("a b@x.example")]
    [InlineData("a,b@x.example")]
    [InlineData("a>b@x.example")]
    public async Task An_address_that_no_mail_can_come_from_is_told_and_what_was_typed_is_kept(string address)
    {
        var (_, link) = await SentAsync("ms-cz", $"GA-2032-1{address.Length}{(int)address[1]}");
        var page = await Filled(await App.Anybody().GetAsync(link))
            .With("YourEmail", address)
            .With("Remark", "Kept.")
            .SubmitAsync();
        Assert.EndsWith(
            "name@ministry.example.",
            TestPage.Squeeze(page.Document.QuerySelector("#YourEmail-error")!.TextContent),
            StringComparison.Ordinal
        );
        Assert.Equal("Kept.", page.Form("answer").Value("Remark"));
    }

    [Fact]
    public async Task An_address_that_is_put_right_makes_another_answer()
    {
        var (letter, link) = await SentAsync("ms-pl", "GA-2032-0009");
        var form = Filled(await App.Anybody().GetAsync(link)).With("Remark", "The same.").With("YourEmail", "wrong@x.example");
        await form.SubmitAsync();
        await form.With("YourEmail", "right@x.example").SubmitAsync();
        var senders = await App.ReadAsync(db =>
            db.Messages.Where(m => m.ThreadId == letter.ThreadId)
                .Select(m => m.FromAddress)
                .OrderBy(a => a)
                .ToListAsync(Cancelled)
        );
        Assert.Equal(["right@x.example", "wrong@x.example"], senders);
    }

    private static TestForm Filled(TestPage page) =>
        page.Form("answer")
            .With("YourName", "A Registrar")
            .With("YourFunction", "Registry")
            .With("YourEmail", "registry@interior-lv.example");

    private async Task<(Letter Letter, string Address)> SentAsync(
        string partner,
        string reference,
        string? domain = null,
        TimeSpan sentAgo = default
    )
    {
        Letter? letter = null;
        await App.GivenAsync(async db =>
        {
            letter = await LetterTo.PartnerAsync(db, partner, reference, sentAt: TimeProvider.System.Now() - sentAgo);
            if (domain is not null)
                db.PartnerDomains.Add(new() { PartnerId = letter.PartnerId, Domain = domain });
        });
        var key = await App.UseAsync(s => s.GetRequiredService<Keys>().GetAsync(AnswerLink.KeyName, Cancelled));
        return (letter!, $"/t/{new AnswerLink(key).TokenFor(letter!.Id)}");
    }

    private Task<(Message Message, List<Proposal> Proposals)> TakenAsync(Letter letter) =>
        App.ReadAsync(async db =>
        {
            var message = await db.Messages.SingleAsync(m => m.ThreadId == letter.ThreadId, Cancelled);
            return (message, await db.Proposals.Where(p => p.MessageId == message.Id).ToListAsync(Cancelled));
        });

    private Task<bool> HasInterestAsync(Message message) =>
        App.ReadAsync(db => db.Interests.AnyAsync(i => i.MessageId == message.Id, Cancelled));
}
