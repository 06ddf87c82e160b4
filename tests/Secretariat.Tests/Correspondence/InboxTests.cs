using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

public sealed class InboxTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task A_page_asks_the_database_as_often_for_thirty_messages_as_for_one()
    {
        await ArriveAsync("From: count@b.example\nSubject: Count 0\n\nZero\n");
        var officer = await App.AsAsync(Role.Officer);
        await officer.GetAsync("/office/inbox");
        var one = await QueryCount.OfAsync(App, () => officer.GetAsync("/office/inbox"));

        for (var i = 1; i < 30; i++)
            await ArriveAsync($"From: count@b.example\nSubject: Count {i}\n\nNumber {i}\n");
        var thirty = await QueryCount.OfAsync(App, () => officer.GetAsync("/office/inbox"));

        Assert.True(one > 3);
        Assert.Equal(one, thirty);
    }

    [Fact]
    public async Task Going_on_and_back_shows_each_message_once()
    {
        for (var i = 0; i < 60; i++)
            Drop(System.Text.Encoding.UTF8.GetBytes($"From: paging@b.example\r\nSubject: Paging {i}\r\n\r\nZyx {i}\r\n"));
        await App.WorkAsync<FetchMail>();
        while (await App.WorkAsync<ReadMail>() > 0) { }
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync("/office/inbox?q=paging");
        var onward = new List<string>(Subjects(page));
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await officer.GetAsync(next.GetAttribute("href")!);
            onward.AddRange(Subjects(page));
        }

        var back = Subjects(page).ToList();
        while (page.Document.QuerySelector("a[rel=prev]") is { } previous)
        {
            page = await officer.GetAsync(previous.GetAttribute("href")!);
            back.InsertRange(0, Subjects(page));
        }

        Assert.Equal(60, onward.Distinct().Count());
        Assert.Equal(60, onward.Count);
        Assert.Equal(onward, back);
    }

    [Fact]
    public async Task The_search_knows_neither_case_nor_accents()
    {
        var message = await ArriveAsync(
            "From: =?utf-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@b.example>\nSubject: Un sujet =?utf-8?Q?=C3=A9trange?=\n\nText\n"
        );
        var officer = await App.AsAsync(Role.Officer);

        var page = await (await officer.GetAsync("/office/inbox")).Form("search").With("q", "ZOE muller ETRANGE").GoAsync();

        Assert.Contains("Un sujet étrange", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == Page(message));
        Assert.Contains(
            "No message is here.",
            (await officer.GetAsync("/office/inbox?q=zoe+smith")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_read_lies_in_quarantine_with_its_reason()
    {
        var message = await ArriveAsync("  \n \n"u8.ToArray());
        var officer = await App.AsAsync(Role.Officer);

        var list = await officer.GetAsync("/office/inbox?view=quarantine");
        var page = await officer.GetAsync(Page(message));

        Assert.Contains("Unreadable: The message is empty.", list.Text, StringComparison.Ordinal);
        Assert.Contains("This message could not be read", page.Text, StringComparison.Ordinal);
        var french = await officer.GetAsync("/office/inbox?view=quarantine&lang=fr");
        Assert.Contains("Illisible : Le message est vide.", french.Text, StringComparison.Ordinal);
        Assert.Equal("  \n \n"u8.ToArray(), await officer.DownloadAsync($"{Page(message)}/raw"));
    }

    [Fact]
    public async Task Automatic_replies_and_second_copies_are_told_apart()
    {
        const string Mail =
            "From: auto@b.example\nMessage-ID: <auto@b.example>\nDate: Mon, 4 Mar 2024 10:00:00 +0100\nSubject: Absent until May\nAuto-Submitted: auto-replied\n\nAway\n";
        await ArriveAsync(Mail);
        var copy = await ArriveAsync("Received: by relay.example\n" + Mail);
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync("/office/inbox?q=absent");

        Assert.Equal(Triage.Copy, copy.Triage);
        Assert.Single(Subjects(page));
        Assert.Contains("Automatic reply", page.Text, StringComparison.Ordinal);
        Assert.Contains("Absent until May", (await officer.GetAsync("/office/inbox?view=copies")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_messages_are_finished_and_assigned_at_once_and_what_cannot_be_is_said()
    {
        var easy = await ArriveAsync("From: many@b.example\nSubject: Many easy\n\nThank you.\n");
        var hard = await ArriveAsync("From: many@b.example\nSubject: Many hard\n\nText\n");
        var other = await ArriveAsync("From: many@b.example\nSubject: Many other\n\nText\n");
        await GivenProposalAsync(hard, ProposalType.Question, "Text");
        var officer = await App.AsAsync(Role.Officer);
        var list = await officer.GetAsync("/office/inbox?view=unfiled&q=many");

        var page = await list.Form("many")
            .Tick("chosen", Box(list, easy))
            .Tick("chosen", Box(list, hard))
            .SubmitAsync("Those chosen are done");

        Assert.Contains(
            "Messages done: 1. Left as they were: 1. Decide on each proposal first.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [Triage.Done, Triage.ToDo, Triage.ToDo],
            [(await NowAsync(easy)).Triage, (await NowAsync(hard)).Triage, (await NowAsync(other)).Triage]
        );
        var me = await App.ReadAsync(db => db.Users.Where(a => a.Role == Role.Officer).Select(a => a.Id).FirstAsync(Cancelled));
        page = await page.Form("many").Tick("chosen", Box(page, hard)).SubmitAsync("Assign those chosen");
        Assert.Contains("Left as they were: 1. Choose one of the officers.", page.Text, StringComparison.Ordinal);
        page = await page.Form("many").Tick("chosen", Box(page, hard)).With("to", $"{me}").SubmitAsync("Assign those chosen");
        Assert.Equal(me, (await NowAsync(hard)).AssignedToId);
        Assert.Null((await NowAsync(other)).AssignedToId);

        page = await officer.GetAsync("/office/inbox?view=done&q=many");
        await page.Form("many").Tick("chosen", Box(page, easy)).SubmitAsync("Reopen those chosen");
        var late = await list.Form("many").Tick("chosen", Box(list, easy)).SubmitAsync("Those chosen are done");
        Assert.Contains("Somebody has changed them meanwhile.", late.Text, StringComparison.Ordinal);
        Assert.Equal(Triage.ToDo, (await NowAsync(easy)).Triage);
        Assert.Null(
            (await (await App.AsAsync(Role.Reader)).GetAsync("/office/inbox?q=many")).Document.QuerySelector("input[name=chosen]")
        );
    }

    private static string Box(TestPage page, Message message) =>
        page
            .Document.QuerySelectorAll("input[name=chosen]")
            .Select(box => box.GetAttribute("value")!)
            .Single(value => value.StartsWith($"{message.Id}", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_is_put_away_before_it_has_been_read()
    {
        Drop("From: early@b.example\r\nSubject: Early\r\n\r\nWe nominate Ms Ada Bylen as our contact person.\r\n"u8.ToArray());
        await App.WorkAsync<FetchMail>();
        var list = await (await App.AsAsync(Role.Officer)).GetAsync("/office/inbox?view=unfiled");
        var stored = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.Reading == Reading.Stored, Cancelled));

        var page = await list.Form("many").Tick("chosen", Box(list, stored)).SubmitAsync("Those chosen are done");

        Assert.Contains("The message has not been read yet.", page.Text, StringComparison.Ordinal);
        await App.WorkAsync<ReadMail>();
        Assert.Equal(1, await App.ReadAsync(db => db.Proposals.CountAsync(p => p.MessageId == stored.Id, Cancelled)));
    }

    [Fact]
    public async Task Another_text_under_the_same_Message_ID_is_no_copy()
    {
        const string Header = "From: twin@b.example\nMessage-ID: <twin@b.example>\nDate: Mon, 4 Mar 2024 10:00:00 +0100\n";
        await ArriveAsync(Header + "Subject: Twins\n\nWe nominate nobody.\n");

        var other = await ArriveAsync(Header + "Subject: Twins\n\nWe nominate Ms Ada Bylen as our contact person.\n");

        Assert.Equal(Triage.ToDo, other.Triage);
    }

    [Theory]
    [InlineData("/office/inbox?view=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/office/inbox?before=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/office/inbox/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound)]
    public async Task An_odd_address_gets_a_proper_page(string address, HttpStatusCode status)
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(address);
        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Document.QuerySelector("h1"));
    }

    private static IEnumerable<string> Subjects(TestPage page) =>
        page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim());
}
