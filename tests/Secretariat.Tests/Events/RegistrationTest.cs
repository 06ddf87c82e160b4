using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Events;

/// <summary>Tests around an event for which delegations register.</summary>
public abstract class RegistrationTest(TestApp app) : MailTest(app)
{
    /// <summary>Whoever was named last is invited: in each test another one.</summary>
    private static int since = 1000;

    protected static DateOnly Day => TimeProvider.System.Today().AddDays(30);

    /// <summary>An event with one category, to which the partners have accepted to come.</summary>
    protected async Task<(TestBrowser Officer, string Code)> GivenOpenAsync(
        string title,
        int? places,
        int? each,
        bool needsApproval,
        params string[] partners
    )
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", title).With("First", $"{Day:yyyy-MM-dd}").SubmitAsync();
        var code = page.Address.Split('/')[^1];
        page = await (await officer.GetAsync($"/office/events/{code}/registration"))
            .Form("terms")
            .With("Day", $"{Day.AddDays(-1):yyyy-MM-dd}")
            .With("At", "18:00")
            .SubmitAsync();
        Assert.Contains("The terms have been saved.", page.Text, StringComparison.Ordinal);
        await GivenCategoryAsync(officer, code, "Delegates", places, each, needsApproval);
        foreach (var partner in partners)
            await GivenContactAsync(partner, $"Head of {partner}", Head(title, partner), "en", --since);
        var group = await GivenGroupAsync(partners);
        page = await officer.GetAsync($"/office/events/{code}/invite?group={group}");
        await page.Form("invite").With("Count", $"{partners.Length}").SubmitAsync();
        foreach (var partner in partners)
            await AcceptAsync(officer, code, partner);
        await WriteToHeadsAsync(officer, code, partners.Length);
        return (officer, code);
    }

    protected static string Head(string title, string partner) =>
        $"head.{partner}@{title.Replace(' ', '-').ToLowerInvariant()}.example";

    protected static async Task GivenCategoryAsync(
        TestBrowser officer,
        string code,
        string name,
        int? places,
        int? each,
        bool needsApproval
    )
    {
        var form = (await officer.GetAsync($"/office/events/{code}/registration/category")).Form("category");
        form = form.With("NameEn", name).With("Places", $"{places}").With("PlacesEach", $"{each}");
        var page = await (needsApproval ? form.Tick("NeedsApproval", "true") : form).SubmitAsync();
        Assert.Contains("The category has been saved.", page.Text, StringComparison.Ordinal);
    }

    protected async Task AcceptAsync(TestBrowser officer, string code, string partner)
    {
        var partnerId = await PartnerIdAsync(partner);
        var id = await App.ReadAsync(db =>
            db.Invitations.Where(i =>
                    i.PartnerId == partnerId && i.WithdrawnAt == null && db.Events.Any(e => e.Id == i.EventId && e.Code == code)
                )
                .Select(i => i.Id)
                .SingleAsync(Cancelled)
        );
        var page = await officer.GetAsync($"/office/events/{code}/invitations/{id}");
        await page.Form("answer").With("Answer", nameof(Attendance.Accepted)).With("How", "By telephone").SubmitAsync();
    }

    protected static async Task WriteToHeadsAsync(TestBrowser officer, string code, int count)
    {
        var page = await officer.GetAsync($"/office/events/{code}/registration/heads");
        page = await page.Form("write").With("Count", $"{count}").SubmitAsync();
        Assert.Contains($"Messages in the outbox: {count}.", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The link in the last message to an address, without our host.</summary>
    protected async Task<string> LinkToAsync(string address)
    {
        var mail = (await SentToAsync(address))[^1];
        Assert.DoesNotContain("{", mail.TextBody, StringComparison.Ordinal);
        var line = mail.TextBody!.Split('\n').Single(l => l.Contains("/t/", StringComparison.Ordinal));
        return new Uri(line.Trim()).AbsolutePath;
    }

    protected Task<List<Registration>> RegistrationsAsync(string code) =>
        App.ReadAsync(db =>
            db.Registrations.AsNoTracking()
                .Where(r => db.Events.Any(e => e.Id == r.EventId && e.Code == code))
                .OrderBy(r => r.Id)
                .ToListAsync(Cancelled)
        );

    /// <summary>The form by which a person is registered in the first category.</summary>
    protected static async Task<TestPage> OpenFormAsync(TestBrowser browser, string link) =>
        await (await browser.GetAsync(link)).FollowAsync("Register a person: Delegates");

    protected static TestForm Filled(TestPage form, string name, string email, string sender) =>
        form.Form("register")
            .With("GivenNames", name.Split(' ')[0])
            .With("FamilyName", name.Split(' ')[^1])
            .With("Function", "Head of Unit")
            .With("Email", email)
            .With("YourEmail", sender);

    protected static async Task<TestPage> RegisterAsync(
        TestBrowser browser,
        string link,
        string name,
        string email,
        string sender
    ) => await Filled(await OpenFormAsync(browser, link), name, email, sender).SubmitAsync();
}
