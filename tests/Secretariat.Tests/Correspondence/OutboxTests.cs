using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Correspondence;

public sealed class OutboxTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_outbox_leads_through_all_messages_of_a_state_and_back()
    {
        List<OutgoingMessage> due = [.. Enumerable.Range(0, 65).Select(Due)];
        await App.GivenAsync(db => db.AddRangeAsync(due, Cancelled));
        var newestFirst = due.ConvertAll(m => $"/office/outbox/{m.Id}").OrderDescending(StringComparer.Ordinal).ToList();
        var office = await App.AsAsync(Role.Reader);

        var page = await office.GetAsync("/office/outbox?state=Due");
        Assert.Equal(newestFirst[..30], Addresses(page));
        page = await page.FollowAsync("Next");
        Assert.Equal(newestFirst[30..60], Addresses(page));
        page = await page.FollowAsync("Next");
        Assert.Equal(newestFirst[60..], Addresses(page));
        Assert.Null(page.Document.QuerySelector("a[rel=next]"));

        page = await page.FollowAsync("Previous");
        Assert.Equal(newestFirst[30..60], Addresses(page));
        page = await page.FollowAsync("Previous");
        Assert.Equal(newestFirst[..30], Addresses(page));
        Assert.Null(page.Document.QuerySelector("a[rel=prev]"));
        Assert.Contains(
            "No message is here.",
            (await office.GetAsync("/office/outbox?state=Sent")).Text,
            StringComparison.Ordinal
        );
    }

    private static List<string> Addresses(TestPage page) =>
        [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];

    private static OutgoingMessage Due(int number) =>
        new()
        {
            Purpose = $"outbox/{number}",
            ToName = "Registry",
            ToAddress = "registry@interior.example",
            Subject = $"Message {number}",
            Body = "",
            InternetMessageId = $"outbox-{number}@secretariat.example",
            ThreadId = null,
            DueAt = new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero),
        };
}
