using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Groups.Mailings;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Groups;

/// <summary>A group is told something: one message to each partner, seen before it leaves, never twice.</summary>
public sealed class MailingTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task Each_partner_reads_its_own_message_in_its_language_and_whoever_cannot_be_reached_is_named()
    {
        await GivenContactAsync("ms-fr", "Aline Sample", "aline@fr.example", "fr");
        await GivenContactAsync("ms-be", "Bert Sample", "bert@be.example", "nl");
        await GivenContactAsync("ms-it", "Carla Sample", null, "en");
        var officer = await App.AsAsync(Role.Officer);

        var page = await WriteAsync(officer, await GivenGroupAsync("ms-fr", "ms-be", "ms-it", "ms-es"));

        Assert.Contains("Would be written to: 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Italy: No e-mail address is recorded.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Spain: Nobody holds the role today.", page.Text, StringComparison.Ordinal);
        var wrong = await page.Form("send").With("Count", "4").SubmitAsync();
        Assert.Contains("Messages that would leave: 2.", wrong.Text, StringComparison.Ordinal);
        Assert.Empty(await SentToAsync("aline@fr.example"));

        page = await page.Form("send").With("Count", "2").SubmitAsync();
        Assert.Contains("Messages in the outbox: 2.", page.Text, StringComparison.Ordinal);
        var french = Assert.Single(await SentToAsync("aline@fr.example"));
        Assert.Equal("Nouvelles pour France", french.Subject);
        Assert.Equal(
            $"Madame, Monsieur,\n\nVoici des nouvelles.\n\n{App.Settings.Mail.Mailbox}",
            french.TextBody!.ReplaceLineEndings("\n").Trim()
        );
        Assert.StartsWith("<mailto:", french.Headers.Value("List-Unsubscribe")!.Trim(), StringComparison.Ordinal);
        Assert.Equal("News for Belgium", Assert.Single(await SentToAsync("bert@be.example")).Subject);
        page = await officer.GetAsync(page.Address);
        Assert.Contains("Sent: 2", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_written_to_twice_and_whoever_joins_the_group_later_can_be_told_the_same()
    {
        await GivenContactAsync("ms-nl", "Dirk Sample", "dirk@nl.example", "en");
        await GivenContactAsync("ms-dk", "Else Sample", "else@dk.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var group = await GivenGroupAsync("ms-nl");
        var page = await WriteAsync(officer, group);
        var shown = page;
        page = await page.Form("send").With("Count", "1").SubmitAsync();

        var again = await shown.Form("send").With("Count", "1").SubmitAsync();
        Assert.Contains("Nobody can be written to now.", again.Text, StringComparison.Ordinal);
        await App.GivenAsync(async db =>
        {
            var known = await db.Groups.Include(g => g.Members).SingleAsync(g => g.Id == group, Cancelled);
            known.Add(await PartnerIdAsync("ms-dk"), new DateOnly(2024, 1, 1));
        });
        page = await officer.GetAsync(page.Address);
        Assert.Contains("Not written to yet: 1", page.Text, StringComparison.Ordinal);
        await page.Form("send").With("Count", "1").SubmitAsync();

        Assert.Single(await SentToAsync("dirk@nl.example"));
        Assert.Single(await SentToAsync("else@dk.example"));
        var edit = await officer.GetAsync($"/office/mailings/edit/{page.Address.Split('/')[^1]}");
        Assert.Equal(page.Address, edit.Address);
    }

    [Fact]
    public async Task Whose_message_came_back_can_be_written_to_at_the_right_address_wherever_its_thread_was_filed()
    {
        await GivenContactAsync("ms-fi", "Heli Sample", "heli@fi.exampel", "en");
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(officer, await GivenGroupAsync("ms-fi"));
        page = await page.Form("send").With("Count", "1").SubmitAsync();
        await SentToAsync("heli@fi.exampel");
        var other = await PartnerIdAsync("ms-se");
        await App.GivenAsync(async db =>
        {
            var message = await db.Outbox.SingleAsync(m => m.ToAddress == "heli@fi.exampel", Cancelled);
            message.MarkReturned("550 no such user", TimeProvider.System.Now());
            await db
                .Threads.Where(t => t.Id == message.ThreadId)
                .ExecuteUpdateAsync(t => t.SetProperty(thread => thread.PartnerId, other), Cancelled);
            (await db.Persons.SingleAsync(p => p.Name == "Heli Sample", Cancelled)).Email = "heli@fi.example";
        });

        page = await officer.GetAsync(page.Address);
        Assert.Contains("Finland", page.Document.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not written to yet: 1", page.Text, StringComparison.Ordinal);
        page = await page.Form("send").With("Count", "1").SubmitAsync();

        Assert.Single(await SentToAsync("heli@fi.example"));
        Assert.False((await officer.GetAsync(page.Address)).HasForm("send"));
    }

    [Fact]
    public async Task What_waits_for_office_hours_is_taken_back_for_a_reason_and_corrected_before_it_is_sent()
    {
        await GivenContactAsync("ms-hu", "Ilka Sample", "ilka@hu.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(officer, await GivenGroupAsync("ms-hu"));
        page = await page.Form("send").With("Count", "1").SubmitAsync();
        await GivenWaitsAsync("ilka@hu.example");

        page = await (await officer.GetAsync(page.Address)).Form("take-back").SubmitAsync();
        Assert.Contains("Say why they are taken back.", page.Text, StringComparison.Ordinal);
        Assert.True(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.ToAddress == "ilka@hu.example", Cancelled)));
        page = await page.Form("take-back").With("because", "The date was mistyped").SubmitAsync();

        Assert.Contains(
            "Messages taken back: 1. None had left: the mailing is a draft again and can be changed.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.False(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.ToAddress == "ilka@hu.example", Cancelled)));
        Assert.True(
            await App.ReadAsync(db => db.AuditEntries.AnyAsync(a => a.Payload!.Contains("The date was mistyped"), Cancelled))
        );
        var id = page.Address.Split('/')[^1];
        var edit = await officer.GetAsync($"/office/mailings/edit/{id}");
        page = await edit.Form("mailing").With("WordsEn", "{salutation}\n\nThe right date.").SubmitAsync();
        await page.Form("send").With("Count", "1").SubmitAsync();
        var sent = Assert.Single(await SentToAsync("ilka@hu.example"));
        Assert.EndsWith("The right date.", sent.TextBody!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailing_of_which_one_message_has_left_stays_as_it_is_when_the_others_are_taken_back()
    {
        await GivenContactAsync("ms-ee", "Juta Sample", "juta@ee.example", "en");
        await GivenContactAsync("ms-lv", "Karlis Sample", "karlis@lv.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(officer, await GivenGroupAsync("ms-ee", "ms-lv"));
        page = await page.Form("send").With("Count", "2").SubmitAsync();
        await GivenWaitsAsync("karlis@lv.example");
        Assert.Single(await SentToAsync("juta@ee.example"));

        page = await (await officer.GetAsync(page.Address)).Form("take-back").With("because", "The date is wrong").SubmitAsync();

        Assert.Contains("Messages taken back: 1.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is a draft again", page.Text, StringComparison.Ordinal);
        var edit = await officer.GetAsync($"/office/mailings/edit/{page.Address.Split('/')[^1]}");
        Assert.Equal(page.Address, edit.Address);
        await page.Form("send").With("Count", "1").SubmitAsync();
        Assert.Single(await SentToAsync("juta@ee.example"));
        Assert.Single(await SentToAsync("karlis@lv.example"));
    }

    [Fact]
    public async Task A_mailing_whose_only_message_is_taken_back_at_its_own_page_is_a_draft_again()
    {
        await GivenContactAsync("ms-lt", "Lina Sample", "lina@lt.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var mailing = await WriteAsync(officer, await GivenGroupAsync("ms-lt"));
        await mailing.Form("send").With("Count", "1").SubmitAsync();
        var message = await App.ReadAsync(db => db.Outbox.SingleAsync(m => m.ToAddress == "lina@lt.example", Cancelled));

        await (await officer.GetAsync($"/office/outbox/{message.Id}"))
            .Form("take-back")
            .With("because", "The date is wrong")
            .SubmitAsync();

        var edit = await officer.GetAsync($"/office/mailings/edit/{mailing.Address.Split('/')[^1]}");
        Assert.True(edit.HasForm("mailing"));
        var late = await mailing.Form("send").With("Count", "1").SubmitAsync();
        Assert.Contains("Messages in the outbox: 1.", late.Text, StringComparison.Ordinal);
        Assert.Single(await SentToAsync("lina@lt.example"));
    }

    [Fact]
    public async Task One_message_is_taken_back_at_its_page_and_a_thread_that_was_used_meanwhile_stays()
    {
        await GivenContactAsync("ms-si", "Gaja Sample", "gaja@si.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(officer, await GivenGroupAsync("ms-si"));
        await page.Form("send").With("Count", "1").SubmitAsync();
        var message = await App.ReadAsync(db => db.Outbox.SingleAsync(m => m.ToAddress == "gaja@si.example", Cancelled));
        // An officer has filed something there, and somewhere else again.
        await App.GivenAsync(db =>
        {
            db.Moves.Add(
                new Move
                {
                    Kind = MoveKind.Filed,
                    FromId = null,
                    ToId = message.ThreadId!.Value,
                    Messages = [],
                    AccountId = Guid.CreateVersion7(),
                    At = TimeProvider.System.Now(),
                }
            );
            return Task.CompletedTask;
        });
        var outgoing = await officer.GetAsync($"/office/outbox/{message.Id}");

        var refused = await outgoing.Form("take-back").SubmitAsync();
        Assert.Contains("Say why it is taken back.", refused.Text, StringComparison.Ordinal);
        await refused.Form("take-back").With("because", "The news is old").SubmitAsync();

        Assert.False(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.Id == message.Id, Cancelled)));
        Assert.True(await App.ReadAsync(db => db.Moves.AnyAsync(m => m.ToId == message.ThreadId, Cancelled)));
        var late = await outgoing.Form("take-back").With("because", "Once more").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("it has been taken back meanwhile", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leaves_that_the_officer_has_not_seen()
    {
        await GivenContactAsync("ms-pl", "Filip Sample", "filip@pl.example", "en");
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(officer, await GivenGroupAsync("ms-pl"));
        await App.GivenAsync(async db =>
            (await db.Persons.SingleAsync(p => p.Email == "filip@pl.example", Cancelled)).Email = "f@pl.example"
        );

        page = await page.Form("send").With("Count", "1").SubmitAsync();

        Assert.Contains("Those who are written to or their messages have changed", page.Text, StringComparison.Ordinal);
        Assert.Empty(await SentToAsync("f@pl.example"));
    }

    [Fact]
    public async Task A_digest_tells_what_is_new_on_the_public_list_and_what_is_announced()
    {
        await GivenContactAsync("ms-at", "Gerda Sample", "gerda@at.example", "en", since: 5);
        var officer = await App.AsAsync(Role.Officer);
        var page = await WriteAsync(
            officer,
            await GivenGroupAsync("ms-at"),
            form => form.With("WordsEn", "{news}").With("NewsSince", $"{TimeProvider.System.Today().AddDays(-6):yyyy-MM-dd}")
        );

        var told = page.Document.QuerySelector("main blockquote")!.TextContent;
        Assert.Contains("– Austria: contact point confirmed: Head of Unit, since ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Gerda", told, StringComparison.Ordinal);
        Assert.DoesNotContain("conference of", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WordsEn", "Dear {nmae}", "“{nmae}” is no placeholder of a mailing: correct or delete it.")]
    [InlineData("WordsEn", "Dear { salutation}", "“{ salutation}” is no placeholder of a mailing: correct or delete it.")]
    [InlineData("WordsEn", "Dear {salutation", "“{salutation” is no placeholder of a mailing: correct or delete it.")]
    [InlineData("SubjectFr", "{news}", "A subject is one line, and tells no news.")]
    [InlineData("WordsEn", "{news}", "The text tells news: choose from which day on.")]
    [InlineData("SubjectFr", "", "Write subject and text in French, or neither.")]
    [InlineData("WordsEn", " ", "Text, in English is missing.")]
    public async Task Words_that_cannot_be_sent_are_refused_and_kept(string field, string words, string told)
    {
        var officer = await App.AsAsync(Role.Officer);
        var group = await GivenGroupAsync("ms-fr");

        var page = await WriteAsync(officer, group, form => form.With(field, words));

        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal("News for {partner}", page.Form("mailing").Value("SubjectEn"));
        Assert.Equal(words, page.Form("mailing").Value(field));
        Assert.False(await App.ReadAsync(db => db.Mailings.AnyAsync(m => m.GroupId == group, Cancelled)));
    }

    /// <summary>Until tomorrow, as for the office hours of its reader.</summary>
    private async Task GivenWaitsAsync(string address)
    {
        var tomorrow = TimeProvider.System.Now().AddDays(1);
        await App.ReadAsync(db =>
            db.Outbox.Where(m => m.ToAddress == address).ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, tomorrow), Cancelled)
        );
    }

    private static async Task<TestPage> WriteAsync(TestBrowser officer, Guid group, Func<TestForm, TestForm>? change = null)
    {
        var page = await officer.GetAsync($"/office/mailings/edit?group={group}");
        var form = page.Form("mailing")
            .With("SubjectEn", "News for {partner}")
            .With("WordsEn", "{salutation}\n\nHere is news.\n\n{mailbox}")
            .With("SubjectFr", "Nouvelles pour {partner}")
            .With("WordsFr", "{salutation}\n\nVoici des nouvelles.\n\n{mailbox}");
        return await (change?.Invoke(form) ?? form).SubmitAsync();
    }
}
