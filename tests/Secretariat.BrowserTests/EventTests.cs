using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.BrowserTests;

/// <summary>What officers and heads of delegation do around an event.</summary>
public sealed class EventTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static DateOnly Day => TimeProvider.System.Today().AddDays(40);

    [Fact]
    public async Task A_programme_is_built_and_released_by_keyboard_alone()
    {
        var code = await GivenEventAsync("Keyboard meeting");
        var page = await app.OpenAsync(new() { Locale = "en-GB" });
        await page.GotoAsync(await app.LinkAsync("keys.only@secretariat.example", Role.Officer));
        var keys = new Keyboard(page);
        await keys.PressAsync(page.Locator("#sign-in button"));
        var programme = $"{app.BaseUrl}/office/events/{code}/programme?lang=en";

        await AddAsync("Opening", "0900AM", "1000AM", "Room A");
        await AddAsync("Prevention at work", "0930AM", "1030AM", "Room A");
        // The room is taken: nothing stands there before it is said why it may.
        Assert.Contains("Please correct this first", await keys.TextAsync(), StringComparison.Ordinal);
        await keys.TypeAsync(keys.Field("Why it may stand all the same"), "The first half hour is in the lobby.");
        await keys.PressAsync(keys.Button("Save"));
        Assert.Contains("The first half hour is in the lobby.", await keys.TextAsync(), StringComparison.Ordinal);

        await keys.PressAsync(keys.Link("Change Opening"));
        await keys.TypeAsync(keys.Field("Co-chairs, in English"), "A. Sample, Director");
        await keys.TypeAsync(keys.Field("Speakers, in English"), "B. Sample, Minister, France; C. Sample, Minister, Belgium");
        await keys.TypeAsync(keys.Field("Why it may stand all the same"), "It moves on to the lobby.");
        await keys.PressAsync(keys.Button("Put the speakers in protocol order"));
        await keys.PressAsync(keys.Button("Save"));
        Assert.Contains(
            "C. Sample, Minister, Belgium; B. Sample, Minister, France",
            await keys.TextAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains("A. Sample, Director", await keys.TextAsync(), StringComparison.Ordinal);
        await keys.PressAsync(keys.Link("Look at the difference and release it"));
        await keys.PressAsync(page.Locator("#release button"));

        await page.GotoAsync($"{app.BaseUrl}/en/events/{code}/programme");
        var read = await keys.TextAsync();
        Assert.Contains("Opening", read, StringComparison.Ordinal);
        Assert.Contains("Prevention at work", read, StringComparison.Ordinal);
        Assert.DoesNotContain("lobby", read, StringComparison.Ordinal);

        async Task AddAsync(string title, string from, string until, string room)
        {
            await page.GotoAsync(programme);
            await keys.TypeAsync(keys.Field("Begins at"), from);
            await keys.TypeAsync(keys.Field("Ends at"), until);
            await keys.TypeAsync(keys.Field("Title, in English"), title);
            await keys.TypeAsync(page.Locator("#Room"), room);
            await keys.PressAsync(keys.Button("Save"));
        }
    }

    [Fact]
    public async Task A_head_of_delegation_registers_six_people_on_a_narrow_screen()
    {
        var link = await GivenLinkAsync(await GivenEventAsync("Narrow meeting"), placesEach: 6);
        var page = await app.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
                Locale = "en-GB",
            }
        );
        var hand = new Mouse(page);
        await page.GotoAsync(link);
        string[] people = ["Ana", "Ben", "Cem", "Dan", "Eva", "Flo", "Gil"];
        foreach (var person in people)
        {
            await AssertNarrowAsync(page);
            await hand.PressAsync(hand.Link("Register a person: Delegates"));
            await AssertNarrowAsync(page);
            await hand.TypeAsync(hand.Field("Given names"), person);
            await hand.TypeAsync(hand.Field("Family name"), "Sample-Montgomery");
            await hand.TypeAsync(hand.Field("Function"), "Deputy Head of the Unit for International Cooperation");
            await hand.TypeAsync(hand.Field("E-mail address of the person"), $"{person}@narrow.example");
            await hand.TickAsync(page.GetByLabel("Yes", new() { Exact = true }));
            // It is typed once; the next form knows it.
            if (person == people[0])
                await hand.TypeAsync(hand.Field("Your own e-mail address"), "head@narrow.example");
            await hand.PressAsync(hand.Button("Register"));
        }

        var text = await hand.TextAsync();
        Assert.Contains("Places of your delegation: 6 of 6 taken.", text, StringComparison.Ordinal);
        Assert.Contains("Gil Sample-Montgomery: On the waiting list", text, StringComparison.Ordinal);
        await AssertNarrowAsync(page);
    }

    [Fact]
    public async Task A_thousand_check_ins_on_three_devices_without_a_network_merge_exactly()
    {
        const int People = 1_000;
        var code = await GivenEventAsync("Offline meeting");
        await GivenLinkAsync(code, placesEach: People);
        var (links, badges) = await GivenEntrancesAsync(code, People);
        // Two neighbours note a hundred people both.
        (int From, int Until)[] shares = [(0, 400), (300, 700), (600, People)];
        var devices = new List<IPage>();
        foreach (var link in links)
        {
            var device = await app.OpenAsync(
                new()
                {
                    ViewportSize = new() { Width = 320, Height = 640 },
                    Locale = "en-GB",
                }
            );
            await device.GotoAsync(link);
            await device.Locator($"#entrance[data-prepared=yes][data-people='{People}']").WaitForAsync();
            await AssertNarrowAsync(device);
            await device.Context.SetOfflineAsync(true);
            devices.Add(device);
        }

        await Task.WhenAll(devices.Select((device, i) => NoteAsync(device, badges[shares[i].From..shares[i].Until])));
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<SecretariatDb>().CheckIns.CountAsync(Ct));
        foreach (var device in devices)
            await device.Context.SetOfflineAsync(false);
        foreach (var device in devices)
        {
            await device.Locator($"#entrance[data-queue='0'][data-present='{People}']").WaitForAsync(new() { Timeout = 120_000 });
            Assert.Contains(
                "Everything has been sent.",
                await device.Locator("#state").TextContentAsync(),
                StringComparison.Ordinal
            );
        }

        // One noted once, and one noted on two devices: taken back at any of them, they are gone from all.
        foreach (var (number, left) in new[] { ("0000", People - 1), ("0350", People - 2) })
        {
            await devices[2].Locator("#name").FillAsync($"number {number}");
            await devices[2].Locator("#people button").ClickAsync();
            foreach (var device in devices)
                await device.Locator($"#entrance[data-queue='0'][data-present='{left}']").WaitForAsync();
        }

        await using var after = app.Services.CreateAsyncScope();
        var db = after.ServiceProvider.GetRequiredService<SecretariatDb>();
        Assert.Equal(1_200, await db.CheckIns.CountAsync(Ct));
        Assert.Equal(People, await db.CheckIns.Select(c => c.RegistrationId).Distinct().CountAsync(Ct));
    }

    /// <summary>Reads badge after badge, as a reader of codes types them; the page is opened again in between, still without a network.</summary>
    private static async Task NoteAsync(IPage device, IReadOnlyList<string> badges)
    {
        foreach (var (badge, i) in badges.Select((b, i) => (b, i)))
        {
            if (i == badges.Count / 2)
            {
                // Whoever reads badges waits until the page says that the last one is kept.
                await device.Locator($"#entrance[data-queue='{i}']").WaitForAsync(new() { Timeout = 120_000 });
                await device.ReloadAsync();
                await device.Locator($"#entrance[data-queue='{i}']").WaitForAsync(new() { Timeout = 120_000 });
            }

            await device.Locator("#name").FocusAsync();
            await device.Keyboard.InsertTextAsync(badge);
            await device.Keyboard.PressAsync("Enter");
        }

        await device
            .Locator($"#entrance[data-queue='{badges.Count}'][data-present='{badges.Count}']")
            .WaitForAsync(new() { Timeout = 120_000 });
        Assert.Contains(
            $"Still to be sent: {badges.Count}.",
            await device.Locator("#state").TextContentAsync(),
            StringComparison.Ordinal
        );
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Three entrances, and so many people of the one delegation.</summary>
    private async Task<(List<string> Links, List<string> Badges)> GivenEntrancesAsync(string code, int count)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var links = scope.ServiceProvider.GetRequiredService<RegistrationLinks>();
        var e = await db.Events.SingleAsync(e => e.Code == code, Ct);
        var delegation = await db.Delegations.SingleAsync(d => d.EventId == e.Id, Ct);
        var category = await db.RegistrationCategories.SingleAsync(c => c.EventId == e.Id, Ct);
        var (addresses, badges) = (new List<string>(), new List<string>());
        foreach (var name in new[] { "North", "South", "Press" })
        {
            var entrance = new Entrance { EventId = e.Id, Name = name };
            db.Entrances.Add(entrance);
            addresses.Add($"{await links.AddressAsync(LinkTo.Entrance, entrance.LinkId, Ct)}?lang=en");
        }

        for (var i = 0; i < count; i++)
        {
            var registration = new Registration
            {
                EventId = e.Id,
                DelegationId = delegation.Id,
                CategoryId = category.Id,
                GivenNames = "Sample",
                FamilyName = $"Number {i:0000}",
                Function = "Adviser",
                Email = $"number{i}@offline.example",
                SentBy = "head@narrow.example",
            };
            registration.Settle(RegistrationStatus.Registered, TimeProvider.System.Now());
            db.Registrations.Add(registration);
            badges.Add(await links.TokenAsync(LinkTo.Badge, registration.Id, Ct));
        }

        await db.SaveAsync("Prepare a test");
        return (addresses, badges);
    }

    private static async Task AssertNarrowAsync(IPage page) =>
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 320);

    private async Task<string> GivenEventAsync(string title)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var announced = await scope
            .ServiceProvider.GetRequiredService<AnnounceEvent>()
            .RunAsync(
                new EventPlan(LocalizedText.InEnglish(title), Day, Day) { City = LocalizedText.InEnglish("Brussels") },
                CancellationToken.None
            );
        return announced.Code;
    }

    /// <summary>Of the head of the delegation of Estonia, who has accepted.</summary>
    private async Task<string> GivenLinkAsync(string code, int placesEach)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (services, cancelled) = (scope.ServiceProvider, TestContext.Current.CancellationToken);
        var db = services.GetRequiredService<SecretariatDb>();
        var entry = (await db.EntryAsync(code, AsOf.Today(TimeProvider.System), cancelled))!;
        var partner = await db.Partners.SingleAsync(p => p.Code == "ms-ee", cancelled);
        var person = new Person { Name = "Head Sample", Email = "head@narrow.example" };
        var mandate = new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Role = MandateRole.ContactPoint,
            Function = "Head of Unit",
            From = TimeProvider.System.Today().AddDays(-1),
        };
        var terms = new RegistrationTerms
        {
            EventId = entry.Event.Id,
            ClosesAt = TimeProvider.System.Now().AddDays(20),
            IsOfficialDuty = true,
        };
        var category = new RegistrationCategory
        {
            EventId = entry.Event.Id,
            Name = LocalizedText.InEnglish("Delegates"),
            PlacesEach = placesEach,
        };
        category.Ask(
            new("speaks", QuestionKind.YesOrNo, LocalizedText.InEnglish("Do you speak?"), LocalizedText.InEnglish("The list"))
        );
        db.AddRange(person, mandate, terms, category);
        await db.SaveAsync("Prepare a test");
        var known = await db.Mandates.Include(m => m.Person).SingleAsync(m => m.Id == mandate.Id, cancelled);
        await services.GetRequiredService<SendInvitations>().InviteAsync(entry, [new Recipient(partner, known)], cancelled);
        await db.SaveAsync("Prepare a test");
        var invitation = await db.Invitations.SingleAsync(i => i.EventId == entry.Event.Id, cancelled);
        invitation.Enter(Attendance.Accepted, "By telephone", TimeProvider.System.Now());
        await db.SaveAsync("Prepare a test");
        var heads = services.GetRequiredService<WriteToHeads>();
        await heads.SendAsync(entry, await heads.FindAsync(entry, terms, cancelled), cancelled);
        await db.SaveAsync("Prepare a test");
        var delegation = await db.Delegations.SingleAsync(d => d.EventId == entry.Event.Id, cancelled);
        var links = services.GetRequiredService<RegistrationLinks>();
        return $"{await links.AddressAsync(LinkTo.Delegation, delegation.LinkId, cancelled)}?lang=en";
    }
}
