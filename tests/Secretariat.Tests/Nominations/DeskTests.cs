using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Nominations;

public sealed class DeskTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_nomination_by_form_becomes_a_message_whose_words_are_its_evidence()
    {
        var sent = await NominateAsync("ms-lv", "Zane Sample", replaces: false);

        Assert.Contains("We nominate Zane Sample as our contact person.", sent.Text, StringComparison.Ordinal);
        var (message, proposal) = await LastAsync("Zane Sample");
        Assert.Equal(
            (Channel.Desk, Reading.Read, FiledBy.Desk, Trust.Known),
            (message.Channel, message.Reading, message.FiledBy, message.Trust)
        );
        Assert.Equal("Nomination of Zane Sample", message.Subject);
        Assert.Equal((ProposalType.Nomination, ProposalStatus.Proposed), (proposal.Type, proposal.Status));
        Assert.Equal("zane.sample@interior-lv.example", proposal.Person!.Email);
        Assert.Equal(["prevention"], proposal.Strands);
        var bytes = await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(message.RawSha256!, Cancelled));
        var text = MimeReader.Read(bytes).TextBody!;
        Assert.NotEmpty(proposal.Evidence);
        Assert.All(proposal.Evidence, e => Assert.Contains(e.Quote, text, StringComparison.Ordinal));
        Assert.Contains("A remark.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_officer_confirms_appears_at_the_desk_and_in_the_office()
    {
        await NominateAsync("ms-lt", "Jonas Sample", replaces: false);
        var desk = await App.AsAsync(Role.PartnerContact, "ms-lt");
        Assert.Contains(
            "Jonas Sample · received, with the secretariat",
            (await desk.GetAsync("/desk")).Text,
            StringComparison.Ordinal
        );
        await ConfirmAsync("Jonas Sample", new DateOnly(2024, 3, 1));

        var page = await desk.GetAsync("/desk");
        Assert.Contains("Jonas Sample · confirmed", page.Text, StringComparison.Ordinal);
        Assert.Contains("since 1 March 2024", page.Text, StringComparison.Ordinal);
        var office = await App.AsAsync(Role.Officer);
        Assert.Contains(
            "Jonas Sample",
            (await office.GetAsync("/office/contact-points?asOf=2024-03-01")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Jonas Sample",
            (await office.GetAsync("/office/contact-points?asOf=2024-02-29")).Text,
            StringComparison.Ordinal
        );
        var matrix = (await office.GetAsync("/office/interests")).Document;
        Assert.DoesNotContain(
            matrix.QuerySelectorAll("tr").Where(r => r.TextContent.Contains("Lithuania", StringComparison.Ordinal)),
            r => r.TextContent.Contains("interested", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_answer_is_filed_under_the_letter_it_answers_and_wakes_what_waited_for_it()
    {
        var letter = await SendLetterAsync("ms-si", "GA-2031-0001");
        var waiting = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = new DateTimeOffset(2024, 3, 2, 9, 0, 0, TimeSpan.Zero),
            RawSha256 = null,
            Size = 0,
        };
        await App.GivenAsync(async db =>
        {
            waiting.File(await db.Threads.SingleAsync(t => t.Id == letter.ThreadId), FiledBy.Person, Trust.Known);
            waiting.Wait(null);
            db.Messages.Add(waiting);
        });
        var desk = await App.AsAsync(Role.PartnerContact, "ms-si");
        var form = (await desk.GetAsync($"/desk/interest?letter={letter.Id}")).Form("interest");
        Assert.Equal(letter.Id.ToString(), form.Value("Letter"));
        var sent = await form.Tick("Strands", "response").SubmitAsync();

        Assert.Contains("[GA-2031-0001] Expression of interest", sent.Text, StringComparison.Ordinal);
        var message = await App.ReadAsync(db =>
            db.Messages.SingleAsync(m => m.Subject == "[GA-2031-0001] Expression of interest", Cancelled)
        );
        Assert.Equal(letter.ThreadId, message.ThreadId);
        Assert.Equal(
            Triage.ToDo,
            await App.ReadAsync(db => db.Messages.Where(m => m.Id == waiting.Id).Select(m => m.Triage).SingleAsync(Cancelled))
        );
    }

    [Fact]
    public async Task A_form_answers_the_newest_letter_that_nobody_has_answered_unless_told_otherwise()
    {
        var older = await SendLetterAsync("ms-hu", "GA-2031-0011");
        var newer = await SendLetterAsync("ms-hu", "GA-2031-0012");
        var desk = await App.AsAsync(Role.PartnerContact, "ms-hu");
        var form = (await desk.GetAsync("/desk/interest")).Form("interest");
        Assert.Equal(newer.Id.ToString(), form.Value("Letter"));
        await form.Tick("Strands", "response").SubmitAsync();

        form = (await desk.GetAsync("/desk/interest")).Form("interest");
        Assert.Equal(older.Id.ToString(), form.Value("Letter"));
        await form.Tick("Strands", "prevention").SubmitAsync();
        Assert.Equal("", (await desk.GetAsync("/desk/interest")).Form("interest").Value("Letter") ?? "");
    }

    [Fact]
    public async Task Strands_that_may_be_left_out_are_not_marked_as_required()
    {
        var desk = await App.AsAsync(Role.PartnerContact, "ms-hu");
        var nomination = await desk.GetAsync("/desk/nominate");

        var legends = nomination.Document.QuerySelectorAll("fieldset legend").Select(l => TestPage.Squeeze(l.TextContent));

        Assert.Contains("Strands of work", legends);
    }

    [Fact]
    public async Task A_form_without_what_it_needs_is_kept_and_says_what_is_missing()
    {
        var desk = await App.AsAsync(Role.PartnerContact, "ms-hu");
        var page = await (await desk.GetAsync("/desk/nominate")).Form("nominate").With("PersonName", "Only A Name").SubmitAsync();
        Assert.Contains("Function is missing.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Only A Name", page.Form("nominate").Value("PersonName"));
        Assert.Contains(
            "Choose among the strands",
            (await (await desk.GetAsync("/desk/interest")).Form("interest").SubmitAsync()).Text,
            StringComparison.Ordinal
        );
        Assert.False(await App.ReadAsync(db => db.Messages.AnyAsync(m => m.Subject.Contains("Only A Name"), Cancelled)));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_message_and_a_changed_one_is_another()
    {
        var desk = await App.AsAsync(Role.PartnerContact, "ms-cy");
        var form = (await desk.GetAsync("/desk/nominate"))
            .Form("nominate")
            .With("PersonName", "Twice Sample")
            .With("Function", "Head of Unit")
            .With("Email", "twice@interior-cy.example");

        var answers = await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        await form.SubmitAsync();
        Assert.Single(await SubjectsAsync());
        Assert.All(answers, a => Assert.Contains("Your message has been received", a.Text, StringComparison.Ordinal));
        Assert.Equal(answers[0].Address, answers[1].Address);

        await form.With("PersonName", "Twice Sample-Other").SubmitAsync();
        Assert.Equal(2, (await SubjectsAsync()).Count);

        Task<List<string>> SubjectsAsync() =>
            App.ReadAsync(db =>
                db.Messages.Where(m => m.Subject.Contains("Twice Sample")).Select(m => m.Subject).ToListAsync(Cancelled)
            );
    }

    [Fact]
    public async Task A_line_break_in_a_name_adds_no_header()
    {
        var desk = await App.AsAsync(Role.PartnerContact, "ms-mt");
        var token = (await desk.GetAsync("/desk/nominate")).Form("nominate").Value("__RequestVerificationToken")!;
        await desk.PostAsync(
            "/desk/nominate",
            [
                new("__RequestVerificationToken", token),
                new("PersonName", "Maria\r\nBcc: all@evil.example"),
                new("Function", "Head"),
                new("Role", "principal"),
                new("Email", "maria@interior-mt.example"),
            ]
        );
        var (message, _) = await LastAsync("Maria Bcc: all@evil.example");
        Assert.Equal("Nomination of Maria Bcc: all@evil.example", message.Subject);
    }

    [Fact]
    public async Task A_partner_never_sees_or_answers_what_belongs_to_another()
    {
        var theirs = await SendLetterAsync("ms-ie", "GA-2031-0002");
        await NominateAsync("ms-ie", "Aoife Sample", replaces: false);
        var (message, _) = await LastAsync("Aoife Sample");
        await ConfirmAsync("Aoife Sample", new DateOnly(2024, 3, 1));
        var other = await App.AsAsync(Role.PartnerContact, "ms-el");

        foreach (
            var address in new[]
            {
                "/desk",
                "/desk/letters",
                "/desk/nominate",
                $"/desk/nominate?letter={theirs.Id}",
                "/desk/interest",
            }
        )
        {
            var text = (await other.GetAsync(address)).Document.Body!.InnerHtml;
            Assert.DoesNotContain("Aoife", text, StringComparison.Ordinal);
            Assert.DoesNotContain("GA-2031-0002", text, StringComparison.Ordinal);
        }

        foreach (
            var address in new[]
            {
                $"/desk/sent/{message.Id}",
                $"/desk/letters/{theirs.Id}/docx",
                $"/desk/letters/{theirs.Id}/pdf",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);

        var token = (await other.GetAsync("/desk/interest")).Form("interest").Value("__RequestVerificationToken")!;
        var forced = await other.PostAsync(
            "/desk/interest",
            [new("__RequestVerificationToken", token), new("Strands", "response"), new("Letter", theirs.Id.ToString())]
        );
        Assert.Contains("Choose a letter that was sent to you.", forced.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_can_be_taken_once_it_was_sent_and_not_before()
    {
        var sent = await SendLetterAsync("ms-sk", "GA-2031-0003");
        var draft = await SendLetterAsync("ms-bg", "GA-2031-0004", isSent: false);
        var bytes = await (await App.AsAsync(Role.PartnerContact, "ms-sk")).DownloadAsync($"/desk/letters/{sent.Id}/docx");
        Assert.Equal("the letter GA-2031-0003"u8.ToArray(), bytes);
        var early = await App.AsAsync(Role.PartnerContact, "ms-bg");
        Assert.Equal(HttpStatusCode.NotFound, (await early.GetAsync($"/desk/letters/{draft.Id}/docx")).Status);
        Assert.DoesNotContain("GA-2031-0004", (await early.GetAsync("/desk/letters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_letters_to_a_partner_are_reached_page_by_page_and_the_oldest_can_still_be_answered()
    {
        var sent = new List<Letter>();
        await App.GivenAsync(async db =>
        {
            foreach (var number in Enumerable.Range(0, 45))
                sent.Add(await LetterTo.PartnerAsync(db, "ms-lu", $"GA-2033-{number:D4}"));
        });
        List<Letter> newestFirst = [.. sent.OrderByDescending(l => l.Id.ToString(), StringComparer.Ordinal)];
        var (newest, oldest) = (newestFirst[0], newestFirst[^1]);
        var desk = await App.AsAsync(Role.PartnerContact, "ms-lu");

        var page = await desk.GetAsync("/desk");
        var answers = Answers(page);
        Assert.Equal(20, answers.Count);
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await desk.GetAsync(next.GetAttribute("href")!);
            answers.AddRange(Answers(page));
        }

        Assert.Equal(newestFirst.Select(l => $"/desk/interest?letter={l.Id}"), answers);
        page = await desk.GetAsync(answers[^1]);
        var offered = page.Document.QuerySelectorAll("select[name=Letter] option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Equal(21, offered.Count);
        Assert.Equal(["", oldest.Id.ToString(), newest.Id.ToString()], offered.Take(3));
        Assert.Contains(
            $"[{oldest.Reference}] Expression of interest",
            (await page.Form("interest").Tick("Strands", "response").SubmitAsync()).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.GetAsync("/desk/letters?before=x")).Status);

        static List<string> Answers(TestPage page) =>
            [.. page.Document.QuerySelectorAll("a[href^='/desk/interest?letter=']").Select(a => a.GetAttribute("href")!)];
    }

    [Fact]
    public async Task An_account_without_a_partner_is_told_so()
    {
        var page = await (await App.AsAsync(Role.PartnerContact)).GetAsync("/desk");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("not tied to a partner yet", page.Text, StringComparison.Ordinal);
    }

    private async Task<TestPage> NominateAsync(string partner, string name, bool replaces)
    {
        var desk = await App.AsAsync(Role.PartnerContact, partner);
        var form = (await desk.GetAsync("/desk/nominate"))
            .Form("nominate")
            .With("PersonName", name)
            .With("Function", "Head of Unit")
            .With("Email", $"{name.ToLowerInvariant().Replace(' ', '.')}@interior-{partner[3..]}.example")
            .With("Remark", "A remark.")
            .Tick("Strands", "prevention");
        return await (replaces ? form.Tick("Replaces", "true") : form).SubmitAsync();
    }

    private Task<(Message Message, Proposal Proposal)> LastAsync(string name) =>
        App.ReadAsync(async db =>
        {
            var message = await db.Messages.OrderByDescending(m => m.Id).FirstAsync(m => m.Subject.Contains(name), Cancelled);
            return (message, await db.Proposals.SingleAsync(p => p.MessageId == message.Id, Cancelled));
        });

    private async Task ConfirmAsync(string name, DateOnly from)
    {
        var (messageId, proposalId) = await LastAsync(name) is var (m, p) ? (m.Id, p.Id) : default;
        await App.GivenAsync(async db =>
        {
            var message = await db.Messages.SingleAsync(x => x.Id == messageId, Cancelled);
            var proposal = await db.Proposals.SingleAsync(x => x.Id == proposalId, Cancelled);
            proposal.Confirm(
                message,
                new Correction(proposal.Person, proposal.Strands, from),
                new Decision(null, new DateTimeOffset(2024, 3, 1, 9, 0, 0, TimeSpan.Zero), null)
            );
        });
    }

    private async Task<Letter> SendLetterAsync(string partner, string reference, bool isSent = true)
    {
        var docx = await App.UseAsync(s =>
            s.GetRequiredService<IFileStore>().PutAsync(System.Text.Encoding.UTF8.GetBytes($"the letter {reference}"), Cancelled)
        );
        Letter? made = null;
        await App.GivenAsync(async db => made = await LetterTo.PartnerAsync(db, partner, reference, docx, isSent));
        return made!;
    }
}
