using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.BrowserTests;

/// <summary>The open page of a campaign tells how its letters are made and leave.</summary>
public sealed class LiveCampaignTests
{
    private readonly Addressees addressees = new();

    [Fact]
    public async Task An_open_page_follows_its_letters_until_the_last_has_left()
    {
        await using var app = await BrowserApp.StartAsync(postgres: false, _ => []);
        var officer = await SignedOffAsync(app);
        await SaysAsync(officer, "The letters are being made: 0 of 2.");
        await MarkAsync(officer);
        var looks = await LooksAsync(app);
        await officer.WaitForResponseAsync(r => r.Request.ResourceType == "fetch");

        await WorkAsync<FreezeLetters>(app);
        await SaysAsync(officer, "The letters are frozen: their files do not change any more.");
        Assert.True(await IsMarkedAsync(officer));
        // An open page is one look, however often it looks again by itself.
        Assert.Equal(looks, await LooksAsync(app));

        // The form that came in its place is as good as one that was loaded.
        await officer.Locator("#release input[name=Count]").FillAsync("2");
        await officer.Locator("#release button").ClickAsync();
        await SaysAsync(officer, "Sent: 0 of 2.");
        await MarkAsync(officer);

        await LeaveOneAtAsync(app, TimeProvider.System.Now().AddDays(1));
        await WorkAsync<SendMail>(app);
        await SaysAsync(officer, "Sent: 1 of 2.");
        await StandsAtAsync(officer, addressees.Estonia, "Sent");
        await StandsAtAsync(officer, addressees.Finland, "In the outbox");
        await LeaveOneAtAsync(app, TimeProvider.System.Now());
        await WorkAsync<SendMail>(app);
        await SaysAsync(officer, "Sent: 2 of 2.");
        Assert.True(await IsMarkedAsync(officer));
        Assert.Equal(0, await officer.GetByRole(AriaRole.Link, new() { Name = "Look again" }).CountAsync());
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_letter_leaves_meanwhile()
    {
        await using var app = await BrowserApp.StartAsync(postgres: false, _ => []);
        var officer = await SignedOffAsync(app);
        await WorkAsync<FreezeLetters>(app);
        await officer.ReloadAsync();
        await officer.Locator("#release input[name=Count]").FillAsync("2");
        await officer.Locator("#release button").ClickAsync();
        await SaysAsync(officer, "Sent: 0 of 2.");
        await LeaveOneAtAsync(app, TimeProvider.System.Now().AddDays(1));
        var list = officer.Locator("#register textarea");
        await list.FillAsync("GA-2024-0031");
        await list.BlurAsync();

        await WorkAsync<SendMail>(app);
        await SaysAsync(officer, "Sent: 1 of 2.");

        Assert.Equal("GA-2024-0031", await list.InputValueAsync());
    }

    /// <summary>A campaign of two letters that are to be made, on the page of whoever drafted it.</summary>
    private async Task<IPage> SignedOffAsync(BrowserApp app)
    {
        await addressees.GivenToAsync(app);
        var officer = await SignedInAsync(app, "officer@secretariat.example", Role.Officer);
        await officer.GoAsync($"{app.BaseUrl}/office/campaigns/new");
        await officer.TypeAsync(officer.Field("Title"), "Follow-up to the conference");
        await officer.ChooseAsync(officer.Field("Template"), "follow-up");
        await officer.TypeAsync(officer.Page.Locator("input[name=AsOf]"), "2024-02-29");
        await officer.TickAsync(officer.Page.Locator("input[name=Kinds][value=eu-member-state]"));
        await officer.PressAsync(officer.Button("Draft the letters"));
        await officer.PressAsync(officer.Button("Submit for signature"));
        var campaign = officer.Page.Url.Split('?')[0];

        var signatory = await SignedInAsync(app, "signatory@secretariat.example", Role.Signatory);
        await signatory.GoAsync(campaign);
        await signatory.PressAsync(signatory.Button("Sign off"));
        await SaysAsync(signatory.Page, "The letters are being made");
        await officer.GoAsync(campaign);
        return officer.Page;
    }

    private static async Task<Mouse> SignedInAsync(BrowserApp app, string email, Role role)
    {
        var hands = new Mouse(await app.OpenAsync());
        await hands.GoAsync(await app.LinkAsync(email, role));
        await hands.PressAsync(hands.Button("Sign in"));
        return hands;
    }

    private static async Task WorkAsync<TWork>(BrowserApp app)
        where TWork : class, IWork
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<TWork>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task LeaveOneAtAsync(BrowserApp app, DateTimeOffset at)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<SecretariatDb>()
            .Outbox.Where(m => m.ToAddress == addressees.Finland.Mailbox)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, at), TestContext.Current.CancellationToken);
    }

    private static Task SaysAsync(IPage page, string words) => page.Locator("#step").GetByText(words).WaitForAsync();

    /// <summary>How often the log says that somebody saw whose letters they are.</summary>
    private static async Task<int> LooksAsync(BrowserApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<SecretariatDb>().Disclosures;
        return await log.CountAsync(d => d.What.StartsWith("/office/campaigns/"), TestContext.Current.CancellationToken);
    }

    /// <summary>The table below tells the same of each letter.</summary>
    private static Task StandsAtAsync(IPage page, Addressee addressee, string state) =>
        page.Locator("#letters tr").Filter(new() { HasText = addressee.Minister }).GetByText(state).WaitForAsync();

    /// <summary>A mark that is lost when the page is loaded again.</summary>
    private static Task MarkAsync(IPage page) => page.EvaluateAsync("() => { window.isMarked = true; }");

    private static Task<bool> IsMarkedAsync(IPage page) => page.EvaluateAsync<bool>("() => window.isMarked === true");
}
