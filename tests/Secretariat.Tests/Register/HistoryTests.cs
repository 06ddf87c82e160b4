using AngleSharp.Dom;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Register;

/// <summary>The history of a record tells what was done, once for each act.</summary>
public sealed class HistoryTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task One_act_is_one_entry_with_all_that_it_changed_under_it()
    {
        var office = await App.AsAsync(Role.Officer);
        await EnterAsync(office, "First Sample", "ContactPoint");
        var page = await EnterAsync(office, "Second Sample", "Expert");

        var acts = page
            .Document.QuerySelectorAll(".ecl-accordion__item")
            .Where(i => Title(i).Contains("Enter a mandate", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, acts.Count);
        Assert.Contains("Role: Expert", Words(acts[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Role: Contact point", Words(acts[0]), StringComparison.Ordinal);
        Assert.Contains("Partner Reason: Told by telephone", Words(acts[0]), StringComparison.Ordinal);
        Assert.Contains("Mandate Reason: Told by telephone", Words(acts[0]), StringComparison.Ordinal);
        Assert.Contains("Role: Contact point", Words(acts[1]), StringComparison.Ordinal);
    }

    private static async Task<TestPage> EnterAsync(TestBrowser office, string name, string role)
    {
        var page = await (await office.GetAsync("/office/partners/ms-pt/mandates/new"))
            .Form("mandate")
            .With("Entry.Role", role)
            .With("Entry.Name", name)
            .With("Entry.Function", "Head of Unit")
            .With("Entry.From", "2024-01-01")
            .With("Entry.Why", "Told by telephone")
            .SubmitAsync();
        Assert.Contains($"{name} is recorded", page.Text, StringComparison.Ordinal);
        return page;
    }

    private static string Title(IElement act) => Words(act.QuerySelector(".ecl-accordion__toggle")!);

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
