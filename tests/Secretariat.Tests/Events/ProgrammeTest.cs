using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Events;

/// <summary>An event of one day, whose programme an officer writes and releases.</summary>
public abstract class ProgrammeTest(TestApp app) : MailTest(app)
{
    protected const StringComparison Ordinal = StringComparison.Ordinal;

    protected static DateOnly First => TimeProvider.System.Today().AddDays(30);

    protected async Task<(TestBrowser Officer, string Code)> GivenEventAsync(string title)
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", title).With("First", $"{First:yyyy-MM-dd}").SubmitAsync();
        return (officer, page.Address.Split('/')[^1]);
    }

    protected static async Task AddAsync(
        TestBrowser officer,
        string code,
        string from,
        string? until,
        string title,
        params (string Field, string Value)[] values
    )
    {
        var page = await TryAsync(officer, code, from, until, title, values);
        Assert.Contains("The programme has changed.", page.Text, Ordinal);
    }

    protected static async Task<TestPage> TryAsync(
        TestBrowser officer,
        string code,
        string from,
        string? until,
        string title,
        params (string Field, string Value)[] values
    )
    {
        var form = (await officer.GetAsync($"/office/events/{code}/programme")).Form("item");
        form.With("From", from).With("Until", until ?? "").With("TitleEn", title);
        return await values.Aggregate(form, (f, v) => f.With(v.Field, v.Value)).SubmitAsync();
    }

    protected static async Task ChangeAsync(
        TestBrowser officer,
        string code,
        string title,
        params (string Field, string Value)[] values
    )
    {
        var page = await (await officer.GetAsync($"/office/events/{code}/programme")).FollowAsync($"Change {title}");
        page = await values.Aggregate(page.Form("item"), (f, v) => f.With(v.Field, v.Value)).SubmitAsync();
        Assert.Contains("The programme has changed.", page.Text, Ordinal);
    }

    protected static async Task ReleaseAsync(TestBrowser officer, string code)
    {
        var page = await officer.GetAsync($"/office/events/{code}/programme/release");
        page = await page.Form("release").SubmitAsync();
        Assert.Contains("Everybody can read version", page.Text, Ordinal);
    }
}
