using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>Heads of delegation register their people by a link, without an account.</summary>
public sealed class RegistrationTests(TestApp app) : RegistrationTest(app)
{
    [Fact]
    public async Task A_head_registers_people_until_the_places_of_the_delegation_are_taken_and_the_next_one_waits()
    {
        var (_, code) = await GivenOpenAsync("Full house", null, 2, false, "ms-fr", "ms-be");
        var head = Head("Full house", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();

        await RegisterAsync(browser, link, "Ana Sample", "ana@full.example", head);
        var page = await RegisterAsync(browser, link, "Ben Sample", "ben@full.example", head.ToUpperInvariant());
        Assert.Contains("Ben Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Places of your delegation: 2 of 2 taken. Whoever is registered now",
            page.Text,
            StringComparison.Ordinal
        );
        page = await RegisterAsync(browser, link, "Cem Sample", "cem@full.example", head);
        Assert.Contains("On the waiting list (before them: 0)", page.Text, StringComparison.Ordinal);

        Assert.Equal(
            [RegistrationStatus.Registered, RegistrationStatus.Registered, RegistrationStatus.Waiting],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
        // Another delegation has its own places, and sees nobody of this one.
        var other = await App.Anybody().GetAsync(await LinkToAsync(Head("Full house", "ms-be")));
        Assert.Contains("Places of your delegation: 0 of 2 taken.", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample", other.Text, StringComparison.Ordinal);
        Assert.Single(await SentToAsync("ana@full.example"));
        Assert.Empty(await SentToAsync("cem@full.example"));
    }

    [Fact]
    public async Task A_place_that_becomes_free_goes_to_whoever_has_waited_longest_and_their_head_is_told()
    {
        var (_, code) = await GivenOpenAsync("One chair", 1, 1, false, "ms-fr", "ms-be", "ms-nl");
        var (first, second, third) = (Head("One chair", "ms-fr"), Head("One chair", "ms-be"), Head("One chair", "ms-nl"));
        var browser = App.Anybody();
        await RegisterAsync(browser, await LinkToAsync(first), "Ana Sample", "ana@chair.example", first);
        await RegisterAsync(App.Anybody(), await LinkToAsync(second), "Ben Sample", "ben@chair.example", second);
        var page = await RegisterAsync(App.Anybody(), await LinkToAsync(third), "Cem Sample", "cem@chair.example", third);
        Assert.Contains("before them: 1", page.Text, StringComparison.Ordinal);

        page = await (await browser.GetAsync(await LinkToAsync(first))).FollowAsync("Change or withdraw Ana Sample");
        page = await page.Form("withdraw").SubmitAsync();
        Assert.Contains("Ana Sample: No longer registered", page.Text, StringComparison.Ordinal);

        Assert.Equal(
            [RegistrationStatus.Withdrawn, RegistrationStatus.Registered, RegistrationStatus.Waiting],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
        Assert.Equal("A place has become free: One chair", (await SentToAsync(second))[^1].Subject);
        Assert.Equal("You are registered: One chair", Assert.Single(await SentToAsync("ben@chair.example")).Subject);
        Assert.Equal("Your delegation: One chair", (await SentToAsync(third))[^1].Subject);
    }

    [Fact]
    public async Task More_places_go_to_those_who_wait_in_their_order()
    {
        var (officer, code) = await GivenOpenAsync("More chairs", 1, null, false, "ms-fr");
        var head = Head("More chairs", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        foreach (var name in new[] { "Ana", "Ben", "Cem", "Dan" })
            await RegisterAsync(browser, link, $"{name} Sample", $"{name}@more.example", head);

        var page = await (await officer.GetAsync($"/office/events/{code}/registration")).FollowAsync("Delegates");
        await page.Form("category").With("Places", "3").SubmitAsync();

        Assert.Equal(
            [
                RegistrationStatus.Registered,
                RegistrationStatus.Registered,
                RegistrationStatus.Registered,
                RegistrationStatus.Waiting,
            ],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
    }

    [Fact]
    public async Task What_a_forwarded_link_registers_takes_no_place_before_the_head_confirms_it()
    {
        var (officer, code) = await GivenOpenAsync("Passed on", null, 1, false, "ms-fr");
        var head = Head("Passed on", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        var page = await RegisterAsync(browser, link, "Eve Sample", "eve@passed.example", "assistant@passed.example");
        Assert.Contains("Eve Sample: The head of delegation has still to confirm", page.Text, StringComparison.Ordinal);
        await RegisterAsync(browser, link, "Flo Sample", "flo@passed.example", "assistant@passed.example");
        Assert.DoesNotContain("Confirm", page.Document.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        Assert.Empty(await SentToAsync("eve@passed.example"));

        // The office sees that a message went out, not the link that lets its reader act.
        var sent = await App.ReadAsync(db => db.Outbox.Where(m => m.ToAddress == head).Select(m => m.Id).ToListAsync(Cancelled));
        foreach (var id in sent)
            Assert.DoesNotMatch("/t/[dh]", (await officer.GetAsync($"/office/outbox/{id}")).Document.DocumentElement.OuterHtml);
        Assert.Equal(
            0,
            await App.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Payload!.Contains("/t/delegation"), Cancelled))
        );
        // What came before the cut-off is confirmed after it, too.
        await App.GivenAsync(async db =>
            (
                await db.RegistrationTerms.SingleAsync(t => db.Events.Any(e => e.Id == t.EventId && e.Code == code), Cancelled)
            ).ClosesAt = TimeProvider.System.GetUtcNow().AddMinutes(-1)
        );
        // One message for one other address, however many it registers.
        Assert.Equal(
            ["Your delegation: Passed on", "Please confirm: Passed on"],
            (await SentToAsync(head))
                .Where(m => !m.Subject!.StartsWith("Invitation", StringComparison.Ordinal))
                .Select(m => m.Subject)
        );
        page = await App.Anybody().GetAsync(await LinkToAsync(head));
        page = await page.Form(page.Document.QuerySelector("form[id^=confirm]")!.Id!).SubmitAsync();
        Assert.Contains("Eve Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        page = await page.Form(page.Document.QuerySelector("form[id^=confirm]")!.Id!).SubmitAsync();
        Assert.Contains("Flo Sample: On the waiting list", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [RegistrationStatus.Registered, RegistrationStatus.Waiting],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
    }

    [Fact]
    public async Task Whoever_was_passed_the_link_changes_and_withdraws_nobody()
    {
        var (_, code) = await GivenOpenAsync("Not yours", null, null, false, "ms-fr");
        var head = Head("Not yours", "ms-fr");
        var link = await LinkToAsync(head);
        await RegisterAsync(App.Anybody(), link, "Ana Sample", "ana@notyours.example", head);
        await SentToAsync("ana@notyours.example");
        var other = App.Anybody();
        await RegisterAsync(other, link, "Eve Sample", "eve@notyours.example", "eve@notyours.example");

        var page = await (await other.GetAsync(link)).FollowAsync("Change or withdraw Ana Sample");
        Assert.False(page.HasForm("change") || page.HasForm("withdraw"));
        page = await page.Form("who").With("YourEmail", "eve@notyours.example").SubmitAsync();
        Assert.Contains("Only the head of delegation changes or withdraws people", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("withdraw"));
        await other.PostAsync(
            $"{page.Address.Split('?')[0]}?handler=Withdraw",
            [new("__RequestVerificationToken", page.Form("who").Value("__RequestVerificationToken")!)]
        );
        Assert.Equal(RegistrationStatus.Registered, (await RegistrationsAsync(code))[0].Status);

        page = await (await App.Anybody().GetAsync(link)).FollowAsync("Change or withdraw Ana Sample");
        page = await page.Form("who").With("YourEmail", head).SubmitAsync();
        await page.Form("withdraw").SubmitAsync();
        Assert.Equal(RegistrationStatus.Withdrawn, (await RegistrationsAsync(code))[0].Status);
        Assert.Equal("No longer registered: Not yours", (await SentToAsync("ana@notyours.example"))[^1].Subject);
    }

    [Fact]
    public async Task The_same_person_is_registered_once()
    {
        var (_, code) = await GivenOpenAsync("Only once", null, null, false, "ms-fr", "ms-be");
        var (one, two) = (Head("Only once", "ms-fr"), Head("Only once", "ms-be"));
        var link = await LinkToAsync(one);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sample", "ana@once.example", one);

        var page = await RegisterAsync(browser, link, "Ana Other", "ANA@once.example", one);
        Assert.Contains("A person with this address is registered for the event already.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Other", page.Form("register").Value("FamilyName"));
        page = await RegisterAsync(App.Anybody(), await LinkToAsync(two), "Ana Sample", "ana@once.example", two);
        Assert.Contains("A person with this address is registered for the event already.", page.Text, StringComparison.Ordinal);

        page = await RegisterAsync(browser, link, "Aná Sample", "ana.sample@once.example", one);
        Assert.Contains("is registered already. If it is another person of the same name", page.Text, StringComparison.Ordinal);
        page = await page.Form("register").Tick("IsAnother", "true").SubmitAsync();
        Assert.Contains("Aná Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await RegistrationsAsync(code)).Count);
    }

    [Fact]
    public async Task Whoever_is_replaced_gives_the_place_to_the_successor_and_to_nobody_who_waits()
    {
        var (_, code) = await GivenOpenAsync("In your place", 1, null, false, "ms-fr");
        var head = Head("In your place", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sample", "ana@place.example", head);
        await RegisterAsync(browser, link, "Ben Sample", "ben@place.example", head);

        var page = await (await browser.GetAsync(link)).FollowAsync("Replace Ana Sample");
        Assert.Contains("Instead of Ana Sample", page.Text, StringComparison.Ordinal);
        page = await Filled(page, "Cem Sample", "cem@place.example", head).SubmitAsync();

        Assert.Contains("Cem Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        var all = await RegistrationsAsync(code);
        Assert.Equal(
            [RegistrationStatus.Replaced, RegistrationStatus.Waiting, RegistrationStatus.Registered],
            all.Select(r => r.Status)
        );
        Assert.Equal(all[0].Id, all[2].InsteadOfId);
    }

    [Fact]
    public async Task A_wrong_name_is_corrected_by_registering_the_person_instead_of_themselves()
    {
        var (_, code) = await GivenOpenAsync("Corrected", 1, null, false, "ms-fr");
        var head = Head("Corrected", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sampel", "ana@corrected.example", head);
        await RegisterAsync(browser, link, "Ben Sample", "ben@corrected.example", head);

        var page = await (await browser.GetAsync(link)).FollowAsync("Replace Ana Sampel");
        page = await Filled(page, "Ana Sample", "ana@corrected.example", head).SubmitAsync();

        Assert.Contains("Ana Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [RegistrationStatus.Replaced, RegistrationStatus.Waiting, RegistrationStatus.Registered],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
    }

    [Fact]
    public async Task A_form_that_is_open_at_the_cut_off_says_so_and_keeps_what_was_typed()
    {
        var (_, code) = await GivenOpenAsync("Too late", null, null, false, "ms-fr");
        var head = Head("Too late", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sample", "ana@late.example", head);
        var form = await OpenFormAsync(browser, link);
        await App.GivenAsync(async db =>
            (
                await db.RegistrationTerms.SingleAsync(t => db.Events.Any(e => e.Id == t.EventId && e.Code == code), Cancelled)
            ).ClosesAt = DateTimeOffset.Parse("2026-01-31T17:00Z", System.Globalization.CultureInfo.InvariantCulture)
        );

        var page = await Filled(form, "Ben Sample", "ben@late.example", head).SubmitAsync();

        Assert.Contains("Registration ended on 31 January 2026, 18:00 (Europe/Brussels).", page.Text, StringComparison.Ordinal);
        Assert.Contains("Write to", page.Text, StringComparison.Ordinal);
        Assert.Equal("ben@late.example", page.Form("register").Value("Email"));
        Assert.Single(await RegistrationsAsync(code));
        page = await browser.GetAsync(link);
        Assert.Contains("Nothing can be changed here any more", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Sample", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_link_is_good_for_whoever_leads_the_delegation_now()
    {
        var (officer, code) = await GivenOpenAsync("New head", null, null, false, "ms-fr");
        var link = await LinkToAsync(Head("New head", "ms-fr"));
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync(link[..^1] + "x")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await App.Anybody().GetAsync(link.Replace("delegation-", "head-", StringComparison.Ordinal))).Status
        );
        await App.GivenAsync(async db =>
        {
            var delegation = await db.Delegations.SingleAsync(
                d => db.Events.Any(e => e.Id == d.EventId && e.Code == code),
                Cancelled
            );
            var invitation = await db.Invitations.SingleAsync(i => i.Id == delegation.InvitationId, Cancelled);
            invitation.Tell("successor@newhead.example", invitation.OutgoingMessageId, asksAnew: false);
        });

        var page = await officer.GetAsync($"/office/events/{code}/registration/heads");
        Assert.Contains("The link of Head of ms-fr opens nothing any more.", page.Text, StringComparison.Ordinal);
        await WriteToHeadsAsync(officer, code, 1);

        page = await App.Anybody().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("a newer one was sent", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await App.Anybody().GetAsync(await LinkToAsync("successor@newhead.example"))).Status);
    }

    [Fact]
    public async Task The_office_decides_where_a_category_asks_for_it()
    {
        var (officer, code) = await GivenOpenAsync("Press room", 1, null, true, "ms-fr");
        var head = Head("Press room", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        var page = await RegisterAsync(browser, link, "Ana Sample", "ana@press.example", head);
        Assert.Contains("Ana Sample: The secretariat has still to decide", page.Text, StringComparison.Ordinal);
        page = await RegisterAsync(browser, link, "Ben Sample", "ben@press.example", head);
        Assert.Contains("Ben Sample: On the waiting list", page.Text, StringComparison.Ordinal);

        page = await (await officer.GetAsync($"/office/events/{code}/registrations")).FollowAsync("Ana Sample");
        var wrong = await page.Form("leave").SubmitAsync();
        Assert.Contains("Say why.", wrong.Text, StringComparison.Ordinal);
        page = await page.Form("leave").With("Because", "The card has expired.").SubmitAsync();
        Assert.Contains("Not accepted", page.Text, StringComparison.Ordinal);
        page = await (await officer.GetAsync($"/office/events/{code}/registrations?text=ben")).FollowAsync("Ben Sample");
        page = await page.Form("approve").SubmitAsync();

        Assert.Equal(
            [RegistrationStatus.Rejected, RegistrationStatus.Registered],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
        Assert.Contains(
            "The card has expired.",
            (await SentToAsync(head)).Single(m => m.Subject!.StartsWith("Not accepted", StringComparison.Ordinal)).TextBody,
            StringComparison.Ordinal
        );
        Assert.Single(await SentToAsync("ben@press.example"));
        Assert.Contains("Accept a registration", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_registers_and_confirms_for_a_delegation_also_after_the_cut_off()
    {
        const string Title = "By telephone";
        var (officer, code) = await GivenOpenAsync(Title, 2, null, false, "ms-fr");
        var link = await LinkToAsync(Head(Title, "ms-fr"));
        await RegisterAsync(App.Anybody(), link, "Ana Sample", "ana@telephone.example", "assistant@telephone.example");
        var page = await officer.GetAsync($"/office/events/{code}/registration");
        await page.Form("terms").With("Day", $"{TimeProvider.System.Today().AddDays(-1):yyyy-MM-dd}").SubmitAsync();

        var ana = Assert.Single(await RegistrationsAsync(code));
        page = await officer.GetAsync($"/office/events/{code}/registrations/{ana.Id}");
        page = await page.Form("confirm").SubmitAsync();
        Assert.Contains("Registered, with a place", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("confirm"));

        page = await (await officer.GetAsync($"/office/events/{code}/registrations")).FollowAsync("Register a person");
        var form = page.Form("register").With("FamilyName", "Sample").With("Function", "Adviser");
        form = form.With("Delegation", $"{ana.DelegationId}").With("Category", $"{ana.CategoryId}");
        var twice = await form.With("Email", "ANA@telephone.example").SubmitAsync();
        Assert.Contains("A person with this address is registered", twice.Text, StringComparison.Ordinal);
        page = await form.With("Email", "ben@telephone.example").SubmitAsync();
        Assert.Contains("Sample", page.Text, StringComparison.Ordinal);
        Assert.Equal("You are registered: " + Title, Assert.Single(await SentToAsync("ben@telephone.example")).Subject);
        page = await form.With("Email", "cem@telephone.example").SubmitAsync();
        Assert.Contains("On the waiting list", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_registered_nobody_is_reminded_once()
    {
        const string Title = "One reminder";
        var (officer, code) = await GivenOpenAsync(Title, null, null, false, "ms-fr", "ms-be");
        var link = await LinkToAsync(Head(Title, "ms-fr"));
        await RegisterAsync(App.Anybody(), link, "Ana Sample", "ana@reminder.example", Head(Title, "ms-fr"));

        var page = await officer.GetAsync($"/office/events/{code}/registration/reminder");
        Assert.Contains("Would be written to: 1", page.Text, StringComparison.Ordinal);
        page = await page.Form("write").With("Count", "1").SubmitAsync();
        Assert.Contains("Messages in the outbox: 1.", page.Text, StringComparison.Ordinal);

        var sent = await SentToAsync(Head(Title, "ms-be"));
        Assert.Equal("Reminder: your delegation to " + Title, sent[^1].Subject);
        var reminded = await App.Anybody().GetAsync(await LinkToAsync(Head(Title, "ms-be")));
        Assert.Contains("Delegation of Belgium", reminded.Document.Body!.TextContent, StringComparison.Ordinal);
        page = await officer.GetAsync($"/office/events/{code}/registration/reminder");
        Assert.Contains("Would be written to: 0", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("write"));
    }

    [Fact]
    public async Task Thirty_people_who_have_a_place_or_wait_cost_no_more_queries_than_two()
    {
        var (officer, code) = await GivenOpenAsync("Counted", 1, 3, false, "ms-fr");
        var head = Head("Counted", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        await RegisterAsync(browser, link, "Ana Sample", "ana@counted.example", head);
        await RegisterAsync(browser, link, "Ben Sample", "ben@counted.example", head);
        var few = await CountAsync();

        var like = (await RegistrationsAsync(code))[0];
        await App.GivenAsync(async db =>
        {
            for (var i = 0; i < 30; i++)
            {
                var registration = new Registration
                {
                    EventId = like.EventId,
                    DelegationId = like.DelegationId,
                    CategoryId = like.CategoryId,
                    FamilyName = $"Sample {i}",
                    Function = "Adviser",
                    Email = $"person{i}@counted.example",
                    SentBy = head,
                };
                registration.Settle(
                    i % 2 == 0 ? RegistrationStatus.Registered : RegistrationStatus.Waiting,
                    like.StatusAt.AddMinutes(i)
                );
                await db.AddAsync(registration, Cancelled);
            }
        });

        Assert.Equal(few, await CountAsync());
        Assert.Contains("Sample 29", (await browser.GetAsync(link)).Text, StringComparison.Ordinal);

        async Task<List<string>> CountAsync()
        {
            var counts = new List<string>();
            (TestBrowser Who, string Address)[] pages =
            [
                (browser, link),
                (officer, $"/office/events/{code}/registration"),
                (officer, $"/office/events/{code}/registrations"),
                (officer, $"/office/events/{code}/registrations?text=sample&status=Waiting"),
            ];
            foreach (var (who, address) in pages)
            {
                await who.GetAsync(address);
                counts.Add($"{address}: {await QueryCount.OfAsync(App, () => who.GetAsync(address))}");
            }

            return counts;
        }
    }
}
