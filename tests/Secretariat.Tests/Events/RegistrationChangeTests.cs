using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>An event for which people are registered moves or is called off: they are told, and nobody of what no longer holds.</summary>
public sealed partial class RegistrationChangeTests(TestApp app) : RegistrationTest(app)
{
    private static string Address(string name, string title) =>
        $"{name}@{title.Replace(' ', '-').ToLowerInvariant()}.people.example";

    [Fact]
    public async Task Whoever_knows_of_a_place_is_told_of_another_date_and_whoever_does_not_reads_that_date_alone()
    {
        const string Title = "Moved with people";
        var (officer, code) = await GivenOpenAsync(Title, 2, null, false, "ms-fr", "ms-be");
        var head = Head(Title, "ms-fr");
        var link = await LinkToAsync(head);
        await RegisterAsync(App.Anybody(), link, "Ana Sample", Address("ana", Title), head);
        await SentToAsync(Address("ana", Title));
        await RegisterAsync(App.Anybody(), link, "Ben Sample", Address("ben", Title), head);
        await RegisterAsync(App.Anybody(), link, "Cem Sample", Address("cem", Title), head);
        var then = Day.AddDays(7);

        var form = (await officer.GetAsync($"/office/events/{code}/announce/planned")).Form("announce");
        var page = await form.With("First", $"{then:yyyy-MM-dd}")
            .With("Source", "A note of the host")
            .With("SaidEn", "The hall was taken.")
            .SubmitAsync();
        // Two heads, one who knows of a place and one who does not yet; whoever waits for a place hears it from the head.
        Assert.Contains("Who is told: 4", page.Text, StringComparison.Ordinal);
        Assert.Contains("{link}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/t/person-", page.Text, StringComparison.Ordinal);
        page = await page.Form("announce").With("Count", "4").SubmitAsync();
        Assert.Contains("Messages in the outbox: 4.", page.Text, StringComparison.Ordinal);

        var ana = await SentToAsync(Address("ana", Title));
        Assert.Equal(["You are registered: " + Title, "Changed: " + Title], ana.Select(m => m.Subject));
        Assert.Contains("The hall was taken.", ana[^1].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("{", ana[^1].TextBody, StringComparison.Ordinal);
        var ben = Assert.Single(await SentToAsync(Address("ben", Title)));
        Assert.Equal("You are registered: " + Title, ben.Subject);
        Assert.Contains($"{then.Day} ", ben.TextBody, StringComparison.Ordinal);
        Assert.Contains("/t/person-", ben.TextBody, StringComparison.Ordinal);
        Assert.Empty(await SentToAsync(Address("cem", Title)));
        Assert.Equal(
            [RegistrationStatus.Registered, RegistrationStatus.Registered, RegistrationStatus.Waiting],
            (await RegistrationsAsync(code)).Select(r => r.Status)
        );
    }

    [Fact]
    public async Task Whoever_registers_in_the_moment_in_which_the_event_moves_reads_the_date_that_holds()
    {
        const string Title = "Moved in that moment";
        var (officer, code) = await GivenOpenAsync(Title, null, null, false, "ms-pl", "ms-cz");
        var then = Day.AddDays(9);
        var forms = new List<TestForm>();
        for (var i = 0; i < 8; i++)
        {
            var head = Head(Title, i % 2 == 0 ? "ms-pl" : "ms-cz");
            var form = await OpenFormAsync(App.Anybody(), await LinkToAsync(head));
            forms.Add(Filled(form, $"Person{i} Sample{i}", Address($"person{i}", Title), head));
        }

        async Task MoveAsync()
        {
            var page = await officer.GetAsync($"/office/events/{code}/announce/planned");
            var form = page.Form("announce").With("First", $"{then:yyyy-MM-dd}").With("Source", "A note of the host");
            for (page = await form.SubmitAsync(); !page.Text.Contains("The timetable has changed.", StringComparison.Ordinal); )
            {
                // Whoever has been registered since the messages were shown is told too.
                var count = Number().Match(page.Text).Groups[1].Value;
                page = await page.Form("announce").With("Count", count).SubmitAsync();
            }
        }

        var sent = forms.Select(f => f.SubmitAsync()).ToList();
        await MoveAsync();
        var pages = await Task.WhenAll(sent);

        Assert.All(pages, p => Assert.Contains(": Registered", p.Text, StringComparison.Ordinal));
        var registered = await RegistrationsAsync(code);
        Assert.Equal(forms.Count, registered.Count);
        foreach (var person in registered)
            Assert.Contains($"{then.Day} ", (await SentToAsync(person.Email))[^1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_had_not_left_when_the_event_moved_is_sent_once_its_head_has_accepted_again()
    {
        const string Title = "Moved before the link";
        var (officer, code) = await GivenOpenAsync(Title, 2, null, false, "ms-nl");
        await AnnounceAsync(officer, code, "planned", 1, ("First", $"{Day.AddDays(3):yyyy-MM-dd}"));

        var sent = await SentToAsync(Head(Title, "ms-nl"));
        Assert.DoesNotContain(sent, m => m.TextBody!.Contains("/t/delegation-", StringComparison.Ordinal));
        await AcceptAsync(officer, code, "ms-nl");
        await WriteToHeadsAsync(officer, code, 1);
        var browser = App.Anybody();
        var page = await RegisterAsync(
            browser,
            await LinkToAsync(Head(Title, "ms-nl")),
            "Ana Sample",
            Address("ana", Title),
            Head(Title, "ms-nl")
        );
        Assert.Contains("Ana Sample: Registered, with a place", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_is_called_off_whoever_knows_of_a_place_is_told_and_nobody_else()
    {
        const string Title = "Called off with people";
        var (officer, code) = await GivenOpenAsync(Title, 3, null, false, "ms-fr");
        var head = Head(Title, "ms-fr");
        var link = await LinkToAsync(head);
        await RegisterAsync(App.Anybody(), link, "Ana Sample", Address("ana", Title), head);
        await SentToAsync(Address("ana", Title));
        await RegisterAsync(App.Anybody(), link, "Ben Sample", Address("ben", Title), head);

        await AnnounceAsync(officer, code, "cancelled", 2, ("SaidEn", "The host withdrew."));

        var told = (await SentToAsync(Address("ana", Title)))[^1];
        Assert.Equal("Cancelled: " + Title, told.Subject);
        Assert.Contains("The host withdrew.", told.TextBody, StringComparison.Ordinal);
        Assert.Empty(await SentToAsync(Address("ben", Title)));
        Assert.Equal(
            Delivery.Recalled,
            await App.ReadAsync(db =>
                db.Outbox.Where(m => m.ToAddress == Address("ben", Title)).Select(m => m.Delivery).SingleAsync(Cancelled)
            )
        );
    }

    [Fact]
    public async Task That_an_event_is_held_tells_nobody_and_lets_nothing_leave_that_speaks_of_it_as_to_come()
    {
        const string Title = "Held with people";
        var (officer, code) = await GivenOpenAsync(Title, 3, null, false, "ms-fr");
        var head = Head(Title, "ms-fr");
        var link = await LinkToAsync(head);
        await RegisterAsync(App.Anybody(), link, "Ana Sample", Address("ana", Title), head);
        await SentToAsync(Address("ana", Title));
        var today = $"{TimeProvider.System.Today():yyyy-MM-dd}";
        await AnnounceAsync(officer, code, "planned", 2, ("First", today));
        await RegisterAsync(App.Anybody(), link, "Ben Sample", Address("ben", Title), head);
        await AnnounceAsync(officer, code, "held", null, ("First", today));
        Assert.Empty(await SentToAsync(Address("ben", Title)));
    }

    [Fact]
    public async Task With_the_invitation_its_people_are_withdrawn_and_their_places_go_to_those_who_wait()
    {
        const string Title = "Withdrawn delegation";
        var (officer, code) = await GivenOpenAsync(Title, 2, null, false, "ms-fr", "ms-be");
        var (first, second) = (Head(Title, "ms-fr"), Head(Title, "ms-be"));
        var (link, other) = (await LinkToAsync(first), await LinkToAsync(second));
        await RegisterAsync(App.Anybody(), link, "Ana Sample", Address("ana", Title), first);
        await SentToAsync(Address("ana", Title));
        await RegisterAsync(App.Anybody(), link, "Ben Sample", Address("ben", Title), first);
        await RegisterAsync(App.Anybody(), other, "Cem Sample", Address("cem", Title), second);

        var france = await PartnerIdAsync("ms-fr");
        var id = await App.ReadAsync(db =>
            db.Invitations.Where(i => i.PartnerId == france && db.Events.Any(e => e.Id == i.EventId && e.Code == code))
                .Select(i => i.Id)
                .SingleAsync(Cancelled)
        );
        var page = await officer.GetAsync($"/office/events/{code}/invitations/{id}");
        Assert.Contains("People registered for this delegation: 2.", page.Text, StringComparison.Ordinal);
        await page.Form("withdraw").With("Because", "Another one speaks for it.").SubmitAsync();

        Assert.Equal(
            [RegistrationStatus.Withdrawn, RegistrationStatus.Withdrawn, RegistrationStatus.Registered],
            (await RegistrationsAsync(code)).OrderBy(r => r.GivenNames, StringComparer.Ordinal).Select(r => r.Status)
        );
        Assert.Equal("No longer registered: " + Title, (await SentToAsync(Address("ana", Title)))[^1].Subject);
        // Whoever had not heard of a place hears nothing of its end.
        Assert.Empty(await SentToAsync(Address("ben", Title)));
        Assert.Single(await SentToAsync(Address("cem", Title)));
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await App.Anybody().GetAsync(link)).Status);
    }

    private static async Task<TestPage> AnnounceAsync(
        TestBrowser officer,
        string code,
        string what,
        int? told,
        params (string Field, string Value)[] values
    )
    {
        var form = (await officer.GetAsync($"/office/events/{code}/announce/{what}")).Form("announce");
        form = values.Aggregate(form.With("Source", "A note of the organiser"), (f, v) => f.With(v.Field, v.Value));
        var page = await form.SubmitAsync();
        if (told is { } count)
            page = await page.Form("announce").With("Count", $"{count}").SubmitAsync();
        Assert.Contains("The timetable has changed.", page.Text, StringComparison.Ordinal);
        return page;
    }

    [GeneratedRegex("Who is told: ([0-9]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
