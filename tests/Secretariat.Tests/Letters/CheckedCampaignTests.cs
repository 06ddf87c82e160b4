using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>From the drafter over a checker to the signatory, with comments; tried out, compared, sent at a time, called back.</summary>
public sealed class CheckedCampaignTests(TestApp app) : AppTest(app)
{
    private TestBrowser drafter = null!;
    private TestBrowser signatory = null!;

    [Fact]
    public async Task Three_people_draft_check_and_sign_off()
    {
        var draft = await DraftAsync("Three people", checkFirst: true);
        await draft.Form("comment").With("Comment", "Is the date of the conference right?").SubmitAsync();
        draft = await (await drafter.GetAsync(draft.Address)).Form("submit").SubmitAsync();
        Assert.False(draft.HasForm("check"));

        var signing = await signatory.GetAsync(draft.Address);
        Assert.Contains("Is the date of the conference right?", signing.Text, Ordinal);
        Assert.Contains("Nobody has checked the letters yet.", signing.Text, Ordinal);
        Assert.False(signing.HasForm("sign-off"));

        var checking = await (await CheckerAsync()).GetAsync(draft.Address);
        checking = await checking.Form("comment").With("Comment", "It is.").SubmitAsync();
        checking = await checking.Form("check").SubmitAsync();
        Assert.Contains("Checked by Test Administrator", checking.Text, Ordinal);
        Assert.False(checking.HasForm("check"));

        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        Assert.Equal(CampaignStatus.SignedOff, await StatusAsync(draft));
    }

    [Fact]
    public async Task Whoever_checked_does_not_sign_off_and_whoever_checks_can_send_back()
    {
        var draft = await DraftAsync("One for two", checkFirst: true);
        await draft.Form("submit").SubmitAsync();
        var signing = await (await signatory.GetAsync(draft.Address)).Form("check").SubmitAsync();
        Assert.Contains("A third person signs off: not the one who checked them.", signing.Text, Ordinal);
        Assert.False(signing.HasForm("sign-off"));

        var checker = await (await CheckerAsync()).GetAsync(draft.Address);
        await checker.Form("send-back").With("Because", "Once more, please").SubmitAsync();
        Assert.Equal(CampaignStatus.Draft, await StatusAsync(draft));
        // What was checked was another text.
        draft = await (await drafter.GetAsync(draft.Address)).Form("submit").SubmitAsync();
        Assert.DoesNotContain("Checked by Test", draft.Text, Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_not_lost_when_somebody_changes_the_campaign_meanwhile()
    {
        var draft = await DraftAsync("Two at once", checkFirst: true);
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];
        var page = await drafter.GetAsync($"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}");
        await page.Form("edit").With("Recipient.Function", "Minister of Justice").SubmitAsync();
        var commented = await draft.Form("comment").With("Comment", "Is the venue right?").SubmitAsync();
        Assert.Contains("Is the venue right?", commented.Text, Ordinal);

        await commented.Form("submit").SubmitAsync();
        var checking = await (await CheckerAsync()).GetAsync(draft.Address);
        await (await signatory.GetAsync(draft.Address)).Form("check").SubmitAsync();
        var late = await checking.Form("send-back").With("Because", "The venue is wrong.").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("The venue is wrong.", late.Form("send-back").Value("Because"));

        await late.Form("send-back").SubmitAsync();
        Assert.Equal(CampaignStatus.Draft, await StatusAsync(draft));
    }

    [Fact]
    public async Task What_was_written_for_a_step_that_is_gone_is_shown()
    {
        var draft = await DraftAsync("Decided elsewhere", checkFirst: false);
        await draft.Form("submit").SubmitAsync();
        var hesitating = await signatory.GetAsync(draft.Address);
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();

        var late = await hesitating.Form("send-back").With("Because", "The venue is wrong.\nThe date is, too.").SubmitAsync();

        Assert.Equal((HttpStatusCode.Conflict, false), (late.Status, late.HasForm("send-back")));
        Assert.Contains("What you typed", late.Text, Ordinal);
        Assert.Contains("The date is, too.", late.Text, Ordinal);
    }

    [Fact]
    public async Task A_test_goes_to_the_officer_alone_and_changes_nothing()
    {
        var draft = await DraftAsync("A test");
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];
        var page = await drafter.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        page = await page.Form("test").SubmitAsync();
        Assert.Contains("and to nobody else", page.Text, Ordinal);

        var test = Assert.Single(await TestsAsync(letter));
        Assert.EndsWith("@secretariat.example", test.ToAddress, Ordinal);
        Assert.StartsWith("[Test] ", test.Subject, Ordinal);
        var mail = await MailAsync(test);
        Assert.Equal(
            ["test.docx", "test-reply.docx"],
            mail.Attachments.Select(a => a.Name).Where(n => n!.EndsWith("docx", Ordinal))
        );
        Assert.Contains("The attached reply sheet can be filled in", test.Body, Ordinal);
        Assert.DoesNotContain(letter.AddresseeEmail!, mail.Headers.Value("To"), Ordinal);
        Assert.Equivalent(letter, (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0], strict: true);
    }

    [Fact]
    public async Task Letters_leave_at_their_time_and_are_called_back_before()
    {
        var ready = await App.FreezeAsync(await DraftAsync("Later"), signatory);
        var past = await ReleaseAsync(ready, TimeProvider.System.Today().AddDays(-1));
        Assert.Contains("This moment has passed.", past.Text, Ordinal);

        var tomorrow = TimeProvider.System.Today().AddDays(1);
        var page = await ReleaseAsync(ready, tomorrow);
        Assert.Contains("at 08:30, Brussels time.", page.Text, Ordinal);
        await App.WorkAsync<SendMail>();
        var letters = await App.LettersAsync(CampaignOffice.IdOf(ready));
        Assert.All(letters, l => Assert.Equal(LetterStatus.InOutbox, l.Status));
        var leaves = Clock.InstantOf(tomorrow.ToDateTime(new TimeOnly(8, 30)));
        Assert.All(await MessagesAsync(letters), m => Assert.Equal((leaves, null), (m.DueAt, m.SentAt)));

        var refused = await page.Form("call-back").SubmitAsync();
        Assert.Contains("Say why the letters are called back.", refused.Text, Ordinal);
        page = await page.Form("call-back").With("Because", "The minister travels").SubmitAsync();
        Assert.Contains("The letters are called back: none has left.", page.Text, Ordinal);
        Assert.Empty(await MessagesAsync(letters));
        var waiting = await App.LettersAsync(CampaignOffice.IdOf(ready));
        Assert.All(waiting, l => Assert.Equal((LetterStatus.Frozen, null), (l.Status, l.ThreadId)));
        Assert.Equal(letters.Select(l => (l.Reference, l.DocxSha256)), waiting.Select(l => (l.Reference, l.DocxSha256)));

        // And once more, at once: the same letters, each one message.
        page = await ReleaseAsync(await signatory.GetAsync(page.Address), null);
        await App.WorkAsync<SendMail>();
        var sent = await App.LettersAsync(CampaignOffice.IdOf(ready));
        Assert.All(sent, l => Assert.Equal(LetterStatus.Sent, l.Status));
        Assert.Equal(sent.Count, (await MessagesAsync(sent)).Count);
        Assert.False((await signatory.GetAsync(page.Address)).HasForm("call-back"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_who_send_one_is_too_late_and_each_letter_has_one_message(bool atOnce)
    {
        var ready = await App.FreezeAsync(await DraftAsync("Sent by two"), signatory);
        var id = CampaignOffice.IdOf(ready);
        var count = (await App.LettersAsync(id)).Count;
        var (one, two) = (ready.Form("release"), (await drafter.GetAsync(ready.Address)).Form("release"));
        one.With("Count", $"{count}");
        two.With("Count", $"{count}");

        TestPage[] answers = atOnce
            ? await Task.WhenAll(one.SubmitAsync(), two.SubmitAsync())
            : [await one.SubmitAsync(), await two.SubmitAsync()];

        var statuses = answers.Select(a => a.Status);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], atOnce ? statuses.Order() : statuses);
        Assert.Matches(
            "Someone was faster|Somebody else has changed",
            answers.Single(a => a.Status is HttpStatusCode.Conflict).Text
        );
        await App.WorkAsync<SendMail>();
        var letters = await App.LettersAsync(id);
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        var messages = (await MessagesAsync(letters)).Select(m => (Guid?)m.Id).Order();
        Assert.Equal(letters.Select(l => l.OutgoingMessageId).Order(), messages);
        var references = letters.ConvertAll(l => l.Reference);
        Assert.Equal(count, await App.ReadAsync(db => db.Threads.CountAsync(t => references.Contains(t.Reference), Cancelled)));
    }

    [Fact]
    public async Task What_is_leaving_is_not_called_back()
    {
        var ready = await App.FreezeAsync(await DraftAsync("On the way"), signatory);
        var page = await ReleaseAsync(ready, TimeProvider.System.Today().AddDays(1));
        var letters = await App.LettersAsync(CampaignOffice.IdOf(ready));
        var first = letters[0].OutgoingMessageId;
        await App.ReadAsync(db =>
            db.Outbox.Where(m => m.Id == first)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, TimeProvider.System.Now()), Cancelled)
        );
        await App.WorkAsync<SendMail>();

        page = await page.Form("call-back").With("Because", "Too late").SubmitAsync();

        Assert.Contains("The letters are leaving already: none can be called back.", page.Text, Ordinal);
        Assert.Equal(letters.Count, (await MessagesAsync(letters)).Count);
    }

    [Fact]
    public async Task The_difference_to_the_last_letters_names_who_is_new_gone_and_written_to_otherwise()
    {
        var first = await App.FreezeAsync(await DraftAsync("First"), signatory);
        await ReleaseAsync(first, null);
        await App.WorkAsync<SendMail>();
        var draft = await DraftAsync("Second");
        var letters = await App.LettersAsync(CampaignOffice.IdOf(draft));
        var edit = await drafter.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letters[0].Id}");
        await edit.Form("edit").With("Recipient.Name", "Somebody Else").SubmitAsync();
        var dropped = await drafter.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letters[1].Id}");
        await dropped.Form("void").With("Because", "Not this time").SubmitAsync();

        var page = await drafter.GetAsync($"{draft.Address.Split('?')[0]}/difference");

        Assert.Contains("Written to now, and not then: 0", page.Text, Ordinal);
        Assert.Contains("Written to then, and not now: 1", page.Text, Ordinal);
        Assert.Contains($"addressed to Somebody Else, then to {letters[0].AddresseeName}", page.Text, Ordinal);
        Assert.Contains("The template says the same.", page.Text, Ordinal);
        Assert.Contains("The annex says the same.", page.Text, Ordinal);
    }

    [Fact]
    public async Task The_difference_to_the_last_letters_tells_how_the_addressee_is_addressed_otherwise_and_by_which_way()
    {
        var (draft, letters) = await SecondDraftAsync();
        var edit = await drafter.GetAsync($"{draft}/letters/{letters[0].Id}");
        await edit.Form("edit")
            .With("Recipient.Rank", "official")
            .With("Recipient.Form", "Male")
            .With("Recipient.Way", "Paper")
            .With("Recipient.Salutation", "Dear friend,")
            .With("Recipient.AddressLine", "Line one\nLine two")
            .SubmitAsync();

        var page = await drafter.GetAsync($"{draft}/difference");

        Assert.Contains(
            "leaving: On paper, previously: By e-mail; rank: Official, previously: Minister; form of address: Male form, previously: Female form; "
                + "salutation: “Dear friend,”, previously: by the table of forms of address; "
                + "address: “Line one, Line two”, previously: by the table of forms of address",
            page.Text,
            Ordinal
        );
    }

    [Fact]
    public async Task The_difference_to_the_last_letters_tells_what_the_text_takes_from_the_record_otherwise()
    {
        var (draft, _) = await SecondDraftAsync();
        var id = Guid.Parse(draft.Split('/')[^1]);
        var page = await drafter.GetAsync($"{draft}/difference");
        Assert.DoesNotContain("What the text takes from the record", page.Text, Ordinal);
        var file = "";
        await App.GivenAsync(async db =>
        {
            var campaign = await db.Campaigns.SingleAsync(c => c.Id == id, Cancelled);
            var content = campaign.Content;
            file = content.Files[0].Reference;
            var strand = content.Strands[0] with { Events = [Event("A new event"), .. content.Strands[0].Events] };
            db.Entry(campaign).Property(c => c.Content).CurrentValue = content with
            {
                Commitment = content.Commitment! with { Phrase = LocalizedText.InEnglish("100 partners") },
                Strands = [strand, .. content.Strands.Skip(1)],
                Files = [new FileContent("COM(2099) 1", LocalizedText.InEnglish("A new file")), .. content.Files.Skip(1)],
            };
        });

        page = await drafter.GetAsync($"{draft}/difference");

        Assert.Contains("New: Count of commitments · 100 partners", page.Text, Ordinal);
        Assert.Contains("No longer there: Count of commitments · ", page.Text, Ordinal);
        Assert.Contains("New: Legislative file COM(2099) 1 · A new file", page.Text, Ordinal);
        Assert.Contains($"No longer there: Legislative file {file}", page.Text, Ordinal);
        Assert.Contains("· A new event", page.Text, Ordinal);
    }

    private static EventContent Event(string title) =>
        new(LocalizedText.InEnglish("1 May 2024"), LocalizedText.InEnglish(title), null);

    /// <summary>Where it is, and its letters, after those of an earlier one have left.</summary>
    private async Task<(string Address, List<Letter> Letters)> SecondDraftAsync()
    {
        await ReleaseAsync(await App.FreezeAsync(await DraftAsync("First"), signatory), null);
        var draft = await DraftAsync("Second");
        return (draft.Address.Split('?')[0], await App.LettersAsync(CampaignOffice.IdOf(draft)));
    }

    private async Task<TestPage> DraftAsync(string title, bool checkFirst = false)
    {
        await App.HasMinistersAsync();
        drafter = await App.AsAsync(Role.Officer);
        signatory = await App.AsAsync(Role.Signatory);
        await App.HasSenderAsync(drafter);
        var form = (await drafter.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", title).With("Template", "follow-up").With("AsOf", "2024-02-29").Tick("Kinds", PartnerKind.MemberState);
        return await (checkFirst ? form.Tick("CheckFirst", "true") : form).SubmitAsync();
    }

    private Task<TestBrowser> CheckerAsync() => App.AsAsync(Role.Administrator);

    private async Task<TestPage> ReleaseAsync(TestPage ready, DateOnly? on)
    {
        var count = (await App.LettersAsync(CampaignOffice.IdOf(ready))).Count(l => !l.IsVoided);
        var form = ready.Form("release").With("Count", $"{count}");
        return await (on is { } day ? form.With("LeaveOn", $"{day:yyyy-MM-dd}").With("LeaveAt", "08:30") : form).SubmitAsync();
    }

    private async Task<CampaignStatus> StatusAsync(TestPage page) => (await App.CampaignAsync(CampaignOffice.IdOf(page))).Status;

    private Task<List<OutgoingMessage>> TestsAsync(Letter letter) =>
        App.ReadAsync(db => db.Outbox.Where(m => m.Purpose.StartsWith($"test/{letter.Id}/")).ToListAsync(Cancelled));

    private Task<List<OutgoingMessage>> MessagesAsync(List<Letter> letters)
    {
        var purposes = letters.ConvertAll(l => $"letter/{l.Id}/{l.AddresseeEmail}");
        return App.ReadAsync(db => db.Outbox.Where(m => purposes.Contains(m.Purpose)).ToListAsync(Cancelled));
    }

    private async Task<MimeMessage> MailAsync(OutgoingMessage message)
    {
        await App.WorkAsync<SendMail>();
        return Directory
            .GetFiles(Path.Combine(App.Settings.Mail.Folder!, "out"))
            .Select(file => MimeReader.Read(File.ReadAllBytes(file)))
            .Single(m => m.MessageId == message.InternetMessageId);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;
}
