using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Nominations;

/// <summary>Whoever was asked stands on the board, and only those whose answer is missing are written to again.</summary>
public sealed class CampaignBoardTests(TestApp app) : MailTest(app)
{
    private TestBrowser officer = null!;

    [Fact]
    public async Task A_campaign_is_followed_from_its_letters_to_the_reminder_of_those_who_are_missing()
    {
        var (board, letters) = await ReleasedAsync();
        Assert.Equal(("3", "3", "0", "0", "3"), Counts(await officer.GetAsync(board)));

        await AnswerByLinkAsync(letters[0]);
        await AnswerByMachineAsync(letters[1]);
        await ReturnAsync(letters[2]);
        var page = await officer.GetAsync(board);
        Assert.Equal(("3", "2", "1", "0", "1"), Counts(page));
        Assert.Contains("answered on", RowOf(page, letters[0]), StringComparison.Ordinal);
        Assert.Contains("answer missing", RowOf(page, letters[1]), StringComparison.Ordinal);
        Assert.Contains("not delivered", RowOf(page, letters[2]), StringComparison.Ordinal);

        var remind = await officer.GetAsync(board.Replace("answers", "remind", StringComparison.Ordinal));
        Assert.Contains("Nobody can be reminded now.", remind.Text, StringComparison.Ordinal);
        Assert.Contains("wait until", remind.Text, StringComparison.Ordinal);
        await AgeAsync(letters, TimeSpan.FromDays(8));
        remind = await officer.GetAsync(remind.Address);
        Assert.Contains("Would be reminded: 1", remind.Text, StringComparison.Ordinal);

        remind = await remind.Form("remind").With("Count", "3").SubmitAsync("Send the reminders");
        Assert.Contains("Reminders that would leave: 1.", remind.Text, StringComparison.Ordinal);
        remind = await remind
            .Form("remind")
            .With("Texts[en]", "{salutation} Other words {reference} {link}")
            .With("Count", "1")
            .SubmitAsync("Send the reminders");
        Assert.Contains(
            "The words or those who are reminded have changed: look at the messages below",
            remind.Text,
            StringComparison.Ordinal
        );
        Assert.Contains($"Other words {letters[1].Reference}", remind.Text, StringComparison.Ordinal);
        Assert.Empty(await RemindersAsync(letters));
        page = await remind.Form("remind").With("Count", "1").SubmitAsync("Send the reminders");
        Assert.Equal(("3", "2", "1", "1", "1"), Counts(page));
        SaysWhatItRemindsOf(letters[1], Assert.Single(await RemindersAsync(letters)));
        await LeavesAsync(Assert.Single(await RemindersAsync(letters)));
        remind = await officer.GetAsync(remind.Address);
        Assert.Contains("Nobody can be reminded now.", remind.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_the_office_is_not_reminded_and_a_mail_of_before_the_letter_is_no_answer()
    {
        var (board, letters) = await ReleasedAsync("A third follow-up");
        await AgeAsync(letters, TimeSpan.FromDays(20));
        await App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.SingleAsync(m =>
                m.PartnerId == letters[0].PartnerId && m.Role == MandateRole.Principal
            );
            mandate.End(TimeProvider.System.Today().AddDays(-1));
        });
        await AnswerByLinkAsync(letters[1]);
        await App.GivenAsync(async db =>
        {
            var answer = await db.Messages.SingleAsync(m => m.ThreadId == letters[1].ThreadId);
            db.Entry(answer).Property(m => m.ReceivedAt).CurrentValue = TimeProvider.System.Now().AddDays(-21);
        });
        var remind = await officer.GetAsync(board.Replace("answers", "remind", StringComparison.Ordinal));
        Assert.Contains("no longer holds the office, and nobody is recorded who follows.", remind.Text, StringComparison.Ordinal);
        Assert.Contains("answer missing", RowOf(await officer.GetAsync(board), letters[1]), StringComparison.Ordinal);
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.PartnerId == letters[0].PartnerId && m.Role == MandateRole.Principal)).Correct(
                new DateOnly(2023, 1, 1),
                null
            )
        );
    }

    [Fact]
    public async Task Whoever_follows_in_the_office_is_reminded_of_the_letter_to_the_one_who_left_also_in_the_same_mailbox()
    {
        var (board, letters) = await ReleasedAsync("A fifth follow-up");
        await AgeAsync(letters, TimeSpan.FromDays(20));
        var today = TimeProvider.System.Today();
        var successor = new Person { Name = "Successor Sample", Email = letters[2].AddresseeEmail };
        Mandate? former = null;
        await App.GivenAsync(async db =>
        {
            former = await db.Mandates.SingleAsync(m =>
                m.PartnerId == letters[2].PartnerId && m.Role == MandateRole.Principal && m.To == null
            );
            former.End(today);
            db.Persons.Add(successor);
            db.Mandates.Add(
                new Mandate
                {
                    PartnerId = letters[2].PartnerId,
                    PersonId = successor.Id,
                    Role = MandateRole.Principal,
                    Function = "Minister",
                    Rank = "minister",
                    From = today,
                }
            );
        });

        var remind = await officer.GetAsync(board.Replace("answers", "remind", StringComparison.Ordinal));

        var who = $"Now addressed to Successor Sample, who follows {letters[2].AddresseeName}.";
        Assert.Contains(who, remind.Text, StringComparison.Ordinal);
        var count = Regex.Match(remind.Text, "Would be reminded: ([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        await remind.Form("remind").With("Count", count.Groups[1].Value).SubmitAsync("Send the reminders");
        var reminder = Assert.Single(await RemindersAsync([letters[2]]));
        Assert.Equal(("Successor Sample", letters[2].AddresseeEmail), (reminder.ToName, reminder.ToAddress));
        Assert.StartsWith("Dear Minister", reminder.Body, StringComparison.Ordinal);
        Assert.Contains(
            $"Our letter {letters[2].Reference} was addressed to {letters[2].AddresseeName}, whom you follow in office.",
            reminder.Body,
            StringComparison.Ordinal
        );
        Assert.Contains(reminder.Files, f => f.Sha256 == letters[2].DocxSha256);
        await App.GivenAsync(async db =>
        {
            (await db.Mandates.SingleAsync(m => m.PersonId == successor.Id)).End(today);
            (await db.Mandates.SingleAsync(m => m.Id == former!.Id)).Correct(former!.From, null);
        });
    }

    [Fact]
    public async Task Where_others_are_due_than_those_who_were_shown_nothing_leaves_before_they_are_seen()
    {
        var (board, letters) = await ReleasedAsync("A fourth follow-up");
        await AgeAsync(letters[..2], TimeSpan.FromDays(8));
        var remind = await officer.GetAsync(board.Replace("answers", "remind", StringComparison.Ordinal));
        Assert.Contains("Would be reminded: 2", remind.Text, StringComparison.Ordinal);
        await AnswerByLinkAsync(letters[0]);
        await AgeAsync(letters[2..], TimeSpan.FromDays(8));

        var page = await remind.Form("remind").With("Count", "2").SubmitAsync("Send the reminders");

        Assert.Contains("those who are reminded have changed", page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Reminders.AnyAsync(r => r.LetterId == letters[2].Id, Cancelled)));
    }

    [Fact]
    public async Task The_board_of_an_earlier_day_knows_nothing_of_later_ones()
    {
        var (board, letters) = await ReleasedAsync("Another follow-up");
        await AnswerByLinkAsync(letters[0]);
        var yesterday = TimeProvider
            .System.Today()
            .AddDays(-1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var page = await officer.GetAsync($"{board}?asOf={yesterday}");
        Assert.Equal(("0", "0", "0", "0", "0"), Counts(page));
        Assert.Contains("not yet sent", RowOf(page, letters[0]), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href$='/remind']"));
    }

    private async Task<(string Board, List<Letter> Letters)> ReleasedAsync(string title = "Follow-up to the conference")
    {
        await App.HasMinistersAsync();
        officer = await App.AsAsync(Role.Officer);
        var signatory = await App.AsAsync(Role.Signatory);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync(title);
        var frozen = await App.FreezeAsync(draft, signatory);
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        await App.WorkAsync<SendMail>();
        var id = CampaignOffice.IdOf(draft);
        return ($"/office/campaigns/{id}/answers", await App.LettersAsync(id));
    }

    /// <summary>Through the link that stands in the mail as it left.</summary>
    private async Task AnswerByLinkAsync(Letter letter)
    {
        var body = await App.ReadAsync(db =>
            db.Outbox.Where(m => m.Id == letter.OutgoingMessageId).Select(m => m.Body).SingleAsync(Cancelled)
        );
        var link = Regex.Match(body, "https?://[^/\\s]+(/t/\\S+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        await (await App.Anybody().GetAsync(link))
            .Form("answer")
            .With("YourName", "A Registrar")
            .With("YourFunction", "Registry")
            .With("YourEmail", "registry@interior.example")
            .Tick("Interested", "prevention")
            .SubmitAsync();
    }

    private async Task AnswerByMachineAsync(Letter letter)
    {
        var message = await ArriveAsync(
            $"""
            From: minister@interior.example
            To: mailbox@alliance.example
            Subject: Out of office [{letter.Reference}]
            Auto-Submitted: auto-replied
            Message-ID: <absent-{letter.Reference}@interior.example>
            Date: Fri, 1 Mar 2024 10:00:00 +0100

            I am out of office ({letter.Reference}).
            """
        );
        Assert.Equal((MailKind.AutoReply, letter.ThreadId), (message.Kind, message.ThreadId));
    }

    private Task ReturnAsync(Letter letter) =>
        App.GivenAsync(async db =>
            (await db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled)).MarkReturned(
                "550 5.1.1 no such user",
                TimeProvider.System.Now()
            )
        );

    /// <summary>As if everything had been sent that much earlier.</summary>
    private Task AgeAsync(List<Letter> letters, TimeSpan by) =>
        App.GivenAsync(async db =>
        {
            var ids = letters.ConvertAll(l => l.Id);
            foreach (
                var letter in await db
                    .Letters.Where(l => ids.Contains(l.Id) && l.Status == LetterStatus.Sent)
                    .ToListAsync(Cancelled)
            )
                letter.MarkSent(letter.SentAt!.Value - by);
        });

    /// <summary>Those of these letters alone: other tests of the class remind as well.</summary>
    private Task<List<OutgoingMessage>> RemindersAsync(List<Letter> letters)
    {
        List<Guid?> threads = [.. letters.Select(l => l.ThreadId)];
        return App.ReadAsync(db =>
            db.Outbox.Where(m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose) && threads.Contains(m.ThreadId))
                .ToListAsync(Cancelled)
        );
    }

    /// <summary>In the thread of the letter, with its reference and a link to answer by.</summary>
    private static void SaysWhatItRemindsOf(Letter letter, OutgoingMessage reminder)
    {
        Assert.Equal((letter.ThreadId, letter.AddresseeEmail), (reminder.ThreadId, reminder.ToAddress));
        Assert.Contains(letter.Reference!, reminder.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", reminder.Body, StringComparison.Ordinal);
        Assert.Contains("/t/", reminder.Body, StringComparison.Ordinal);
    }

    /// <summary>As an answer to the letter, with a way to say no.</summary>
    private async Task LeavesAsync(OutgoingMessage reminder)
    {
        await App.WorkAsync<SendMail>();
        var folder = Path.Combine(App.Settings.Mail.Folder!, "out");
        var mail = Directory
            .GetFiles(folder)
            .Select(file => MimeReader.Read(File.ReadAllBytes(file)))
            .Single(m => m.MessageId == reminder.InternetMessageId);
        Assert.StartsWith("<mailto:", mail.Headers.Value("List-Unsubscribe")!.Trim(), StringComparison.Ordinal);
        Assert.Single(mail.InReplyTo);
    }

    private static (string Asked, string Delivered, string Answered, string Reminded, string Missing) Counts(TestPage page)
    {
        string Of(string term) =>
            page
                .Document.QuerySelectorAll("dt")
                .Single(d => TestPage.Squeeze(d.TextContent) == term)
                .NextElementSibling!.TextContent.Trim();
        return (Of("Asked"), Of("Delivered"), Of("Answered"), Of("Reminded"), Of("Missing"));
    }

    private static string RowOf(TestPage page, Letter letter) =>
        page
            .Document.QuerySelectorAll("tr")
            .Single(r => r.InnerHtml.Contains(letter.Id.ToString(), StringComparison.Ordinal))
            .TextContent;
}
