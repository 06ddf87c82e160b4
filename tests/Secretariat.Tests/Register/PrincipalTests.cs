using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Nominations;

namespace Secretariat.Tests.Register;

public sealed class PrincipalTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_principal_is_entered_from_the_partners_record_with_the_domain_of_the_mailbox()
    {
        var officer = await App.AsAsync(Role.Officer);
        var record = await officer.GetAsync("/office/partners/ms-be");
        Assert.Contains("Nobody can be addressed here", record.Text, StringComparison.Ordinal);

        var form = Filled(await record.FollowAsync("Enter a principal"), "Annelies Sample", "2024-02-01");
        record = await form.With("Entry.FunctionFr", "Ministre de l’Intérieur")
            .Tick("Entry.RegisterDomain", "true")
            .SubmitAsync();

        Assert.Equal("/office/partners/ms-be", record.Address);
        Assert.Contains("Annelies Sample is recorded as principal.", record.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can be addressed here", record.Text, StringComparison.Ordinal);
        Assert.Contains("interior.example", record.Text, StringComparison.Ordinal);
        var mandate = Assert.Single(await PrincipalsAsync("ms-be"));
        Assert.Equal(
            ("Annelies Sample", "minister@interior.example", AddressForm.Female, "minister", "fr"),
            (mandate.Person.Name, mandate.Person.Email, mandate.Person.Form, mandate.Rank, mandate.Language)
        );
        Assert.Equal(new DateOnly(2024, 2, 1), mandate.From);
        Assert.Null(mandate.To);
        Assert.Equal("Ministre de l’Intérieur", mandate.FunctionIn("fr"));
        var entry = await App.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.SubjectId == mandate.Id, Cancelled));
        Assert.Equal("Enter a principal", entry.Process);
        Assert.Contains("Announced by the government", entry.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_domain_of_a_public_mailbox_is_not_registered_with_a_principal_either()
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = Filled(await officer.GetAsync("/office/partners/ms-lt/principal"), "Jonas Sample", "2024-02-01");
        var page = await form.With("Entry.Email", "minister@gmail.com").Tick("Entry.RegisterDomain", "true").SubmitAsync();

        Assert.Contains("Anybody can have a mailbox at gmail.com", page.Text, StringComparison.Ordinal);
        Assert.Empty(await PrincipalsAsync("ms-lt"));
    }

    [Theory]
    [InlineData("en", "Head of state", "Minister")]
    [InlineData("fr", "Chef d’État", "Ministre")]
    public async Task Ranks_are_chosen_by_their_words_and_kept_by_their_codes(string language, string head, string minister)
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = await officer.GetAsync($"/office/partners/ms-cz/principal?lang={language}");

        var ranks = form
            .Document.QuerySelectorAll("select[name='Entry.Rank'] option")
            .ToDictionary(o => o.GetAttribute("value")!, o => o.TextContent.Trim());

        Assert.Equal((head, minister), (ranks["head-of-state"], ranks["minister"]));
        Assert.DoesNotContain(ranks.Where(r => r.Key.Length > 0), r => r.Key == r.Value);
    }

    [Fact]
    public async Task A_second_principal_replaces_the_first_when_it_is_said_and_not_before()
    {
        var officer = await App.AsAsync(Role.Officer);
        await Filled(await EnterAsync(officer, "ms-bg"), "First Sample", "2024-01-15").SubmitAsync();

        var refused = await Filled(await EnterAsync(officer, "ms-bg"), "Second Sample", "2024-03-01").SubmitAsync();
        Assert.Contains("First Sample has been the principal since 15 January 2024.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Say that the new one replaces them", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Second Sample", refused.Form("principal").Value("Entry.Name"));
        Assert.Single(await PrincipalsAsync("ms-bg"));

        await refused.Form("principal").Tick("Replaces", "true").SubmitAsync();
        var (first, second) = await PrincipalsAsync("ms-bg") is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Equal(new DateOnly(2024, 3, 1), first.To);
        Assert.Equal((new DateOnly(2024, 3, 1), (DateOnly?)null), (second.From, second.To));
        var day = new DateOnly(2024, 3, 1);
        Assert.Equal([false, true], new[] { first, second }.Select(m => m.HoldsOn(day)));
        Assert.Equal([true, false], new[] { first, second }.Select(m => m.HoldsOn(day.AddDays(-1))));
    }

    [Fact]
    public async Task Mistakes_are_said_beside_what_was_typed_and_nothing_is_recorded()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await Filled(await EnterAsync(officer, "ms-cz"), "Jana Sample", "")
            .With("Entry.Email", "not an address")
            .With("Entry.Rank", "")
            .With("Why", "")
            .SubmitAsync();

        var summary = TestPage.Squeeze(page.Document.QuerySelector(".sec-error-summary")!.TextContent);
        Assert.Contains("First day in office is missing.", summary, StringComparison.Ordinal);
        Assert.Contains("E-mail address must look like", summary, StringComparison.Ordinal);
        Assert.Contains("Rank is missing.", summary, StringComparison.Ordinal);
        Assert.Contains("How we know is missing.", summary, StringComparison.Ordinal);
        Assert.Equal("Jana Sample", page.Form("principal").Value("Entry.Name"));
        Assert.Empty(await PrincipalsAsync("ms-cz"));
    }

    [Fact]
    public async Task A_mistake_in_the_record_is_corrected_once()
    {
        var officer = await App.AsAsync(Role.Officer);
        await Filled(await EnterAsync(officer, "ms-dk"), "Mete Smaple", "2024-01-15")
            .With("Entry.FamilyName", "Mete")
            .SubmitAsync();
        Assert.Equal("Mete", Assert.Single(await PrincipalsAsync("ms-dk")).Person.FamilyName);
        var correct = await (await officer.GetAsync("/office/partners/ms-dk")).FollowAsync("Correct the principal");
        var late = await (await App.AsAsync(Role.Administrator)).GetAsync(correct.Address);

        var refused = await correct.Form("principal").With("Entry.Name", "Mette Sample").With("Why", "Misspelt").SubmitAsync();
        Assert.Contains("The family name is not in the changed name", refused.Text, StringComparison.Ordinal);
        await refused.Form("principal").With("Entry.FamilyName", "").SubmitAsync();
        var conflict = await late.Form("principal").With("Entry.Name", "Another").With("Why", "x").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var mended = Assert.Single(await PrincipalsAsync("ms-dk")).Person;
        Assert.Equal(("Mette Sample", null), (mended.Name, mended.FamilyName));
    }

    [Fact]
    public async Task The_mandate_of_a_principal_ends_on_a_day_and_then_nobody_can_be_addressed()
    {
        var officer = await App.AsAsync(Role.Officer);
        await Filled(await EnterAsync(officer, "ms-de"), "Karl Sample", "2024-01-15").SubmitAsync();
        var mandate = Assert.Single(await PrincipalsAsync("ms-de"));

        var record = await officer.GetAsync("/office/partners/ms-de/mandates/end");
        record = await record
            .Form("end-mandate")
            .With("mandate", mandate.Id.ToString())
            .With("LastDay", "2024-06-30")
            .With("Why", "The government resigned")
            .SubmitAsync();

        Assert.Contains("Nobody can be addressed here", record.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 7, 1), Assert.Single(await PrincipalsAsync("ms-de")).To);
    }

    [Fact]
    public async Task Days_that_nobody_can_have_meant_are_refused()
    {
        var officer = await App.AsAsync(Role.Officer);
        foreach (var day in new[] { "0204-02-01", "2204-02-01", "9999-12-31" })
        {
            var refused = await Filled(await EnterAsync(officer, "ms-es"), "Eva Sample", day).SubmitAsync();
            Assert.Contains("Choose a day from 1 January 1990 to", refused.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await PrincipalsAsync("ms-es"));
        var given = await GivenAsync("ms-es", "Eva Sample", "2024-01-15");
        var record = await officer.GetAsync("/office/partners/ms-es/mandates/end");
        record = await EndedOn(record, given, "9999-12-31").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, record.Status);
        Assert.Contains("Choose a day from 1 January 1990 to", record.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await PrincipalsAsync("ms-es")).To);
    }

    [Fact]
    public async Task A_mistyped_first_day_is_corrected_even_when_it_has_not_come_yet()
    {
        await GivenAsync("ms-fi", "Aino Sample", "2204-02-01");
        var officer = await App.AsAsync(Role.Officer);
        var record = await officer.GetAsync("/office/partners/ms-fi");
        Assert.Contains("Nobody can be addressed here", record.Text, StringComparison.Ordinal);

        var form = (await record.FollowAsync("Correct the entry of Aino Sample")).Form("principal");
        Assert.Equal("2204-02-01", form.Value("From"));
        record = await Corrected(form, "2024-02-01", "").SubmitAsync();

        Assert.DoesNotContain("Nobody can be addressed here", record.Text, StringComparison.Ordinal);
        var mandate = Assert.Single(await PrincipalsAsync("ms-fi"));
        Assert.Equal((new DateOnly(2024, 2, 1), null), (mandate.From, mandate.To));
    }

    [Fact]
    public async Task An_end_is_moved_or_taken_back_but_never_into_the_days_of_another()
    {
        var first = await GivenAsync("ms-fr", "First Sample", "2024-01-15", "2024-03-01");
        var officer = await App.AsAsync(Role.Officer);
        var record = await officer.GetAsync("/office/partners/ms-fr/mandates/end");
        record = await EndedOn(record, first, "2024-04-30").SubmitAsync();
        Assert.Contains("The mandate ends on 30 April 2024.", record.Text, StringComparison.Ordinal);

        await GivenAsync("ms-fr", "Second Sample", "2024-05-01");
        record = await officer.GetAsync("/office/partners/ms-fr/mandates/end");
        record = await EndedOn(record, first, "2024-05-01").SubmitAsync();
        Assert.Contains("Second Sample is recorded as principal on some of these days.", record.Text, StringComparison.Ordinal);
        record = await officer.GetAsync("/office/partners/ms-fr");
        var form = (await record.FollowAsync("Correct the entry of First Sample")).Form("principal");
        Assert.Equal("2024-04-30", form.Value("LastDay"));
        var refused = await Corrected(form, "2024-01-15", "").SubmitAsync();
        Assert.Contains("Second Sample is recorded as principal on some of these days.", refused.Text, StringComparison.Ordinal);
        await Corrected(refused.Form("principal"), "2024-02-01", "2024-02-29").SubmitAsync();

        var principals = await PrincipalsAsync("ms-fr");
        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2024, 3, 1)), (principals[0].From, principals[0].To!.Value));
        Assert.Null(principals[1].To);
    }

    [Fact]
    public async Task Whoever_ends_a_mandate_in_a_record_that_has_changed_hears_of_it()
    {
        var mandate = await GivenAsync("ms-hr", "Ana Sample", "2024-01-15");
        var seen = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/ms-hr/mandates/end");
        var late = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/ms-hr/mandates/end");

        await EndedOn(seen, mandate, "2024-04-30").SubmitAsync();
        var conflict = await EndedOn(late, mandate, "2024-06-30").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(new DateOnly(2024, 5, 1), Assert.Single(await PrincipalsAsync("ms-hr")).To);
    }

    [Theory]
    [InlineData("ms-hu", false)]
    [InlineData("ms-ie", true)]
    public async Task Of_two_officers_who_enter_a_principal_the_second_hears_of_the_first(string partner, bool hasFormer)
    {
        if (hasFormer)
            await GivenAsync(partner, "Former Sample", "2024-01-15");
        var (one, two) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var first = Filled(await EnterAsync(one, partner), "First Sample", "2024-03-01");
        var second = Filled(await EnterAsync(two, partner), "Second Sample", "2024-03-02");
        if (hasFormer)
            (first, second) = (first.Tick("Replaces", "true"), second.Tick("Replaces", "true"));
        var before = await VersionAsync(partner);

        await first.SubmitAsync();
        var conflict = await second.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(
            ("First Sample", null),
            (await PrincipalsAsync(partner))[^1] is var last ? (last.Person.Name, last.To) : default
        );
        Assert.Equal(before + 1, await VersionAsync(partner));
    }

    [Fact]
    public async Task Somebody_of_the_record_who_takes_office_stays_one_person()
    {
        var contact = await GivenAsync("ms-it", "Ada Sample", "2023-05-01", role: MandateRole.ContactPoint);
        var officer = await App.AsAsync(Role.Officer);

        var asked = await Filled(await EnterAsync(officer, "ms-it"), "SAMPLE, Ada", "2024-02-01").SubmitAsync();
        Assert.Contains("Say whether it is the same person.", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await PrincipalsAsync("ms-it"));
        await asked.Form("principal").With("Entry.Name", "Ada Sample").With("Which", contact.PersonId.ToString()).SubmitAsync();

        var principal = Assert.Single(await PrincipalsAsync("ms-it"));
        Assert.Equal((contact.PersonId, "minister@interior.example"), (principal.PersonId, principal.Person.Email));
    }

    [Fact]
    public async Task A_namesake_who_takes_office_becomes_a_person_of_their_own()
    {
        var contact = await GivenAsync("ms-nl", "Kim Sample", "2023-05-01", role: MandateRole.ContactPoint);
        var officer = await App.AsAsync(Role.Officer);

        var asked = await Filled(await EnterAsync(officer, "ms-nl"), "Kim Sample", "2024-02-01").SubmitAsync();
        await asked.Form("principal").With("Which", "new").SubmitAsync();

        Assert.NotEqual(contact.PersonId, Assert.Single(await PrincipalsAsync("ms-nl")).PersonId);
    }

    [Fact]
    public async Task An_answer_about_one_name_says_nothing_about_another()
    {
        var contact = await GivenAsync("ms-pt", "Rui Sample", "2023-05-01", role: MandateRole.ContactPoint);
        var officer = await App.AsAsync(Role.Officer);

        var asked = await Filled(await EnterAsync(officer, "ms-pt"), "Rui Sample", "2024-02-01").SubmitAsync();
        await asked.Form("principal").With("Which", contact.PersonId.ToString()).With("Entry.Name", "Ines Other").SubmitAsync();

        Assert.NotEqual(contact.PersonId, Assert.Single(await PrincipalsAsync("ms-pt")).PersonId);
    }

    [Theory]
    [InlineData(Role.Reader, null)]
    [InlineData(Role.PartnerContact, "ms-ee")]
    public async Task Neither_a_reader_nor_a_partner_contact_enters_a_principal(Role role, string? partner)
    {
        var browser = await App.AsAsync(role, partner);
        Assert.DoesNotContain(
            "Enter a principal",
            (await browser.GetAsync("/office/partners/ms-ee")).Text,
            StringComparison.Ordinal
        );
        var token = (await browser.GetAsync("/account")).Form("account").Value("__RequestVerificationToken")!;
        var page = await browser.PostAsync(
            "/office/partners/ms-ee/principal",
            [
                new("__RequestVerificationToken", token),
                new("Entry.Name", "A"),
                new("Entry.Function", "B"),
                new("Entry.Rank", "minister"),
                new("Entry.Email", "a@b.example"),
                new("Entry.Language", "en"),
                new("From", "2024-01-01"),
                new("Why", "x"),
            ]
        );
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Empty(await PrincipalsAsync("ms-ee"));
    }

    private static Task<TestPage> EnterAsync(TestBrowser officer, string partner) =>
        officer.GetAsync($"/office/partners/{partner}/principal");

    private static TestForm Filled(TestPage page, string name, string from) =>
        page.Form("principal")
            .With("Entry.Name", name)
            .With("Entry.Form", "Female")
            .With("Entry.Function", "Minister of the Interior")
            .With("Entry.Rank", "minister")
            .With("Entry.Email", "minister@interior.example")
            .With("Entry.Language", "fr")
            .With("From", from)
            .With("Why", "Announced by the government");

    private static TestForm Corrected(TestForm form, string from, string lastDay) =>
        form.With("Entry.Rank", "minister")
            .With("Entry.Email", "minister@interior.example")
            .With("From", from)
            .With("LastDay", lastDay)
            .With("Why", "Mistyped");

    private static TestForm EndedOn(TestPage page, Mandate mandate, string lastDay) =>
        page.Form("end-mandate")
            .With("mandate", mandate.Id.ToString())
            .With("LastDay", lastDay)
            .With("Why", "Announced by the government");

    private async Task<Mandate> GivenAsync(
        string partner,
        string name,
        string from,
        string? to = null,
        MandateRole role = MandateRole.Principal
    )
    {
        var person = new Person { Name = name };
        var mandate = new Mandate
        {
            PartnerId = await App.ReadAsync(db =>
                db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync(Cancelled)
            ),
            PersonId = person.Id,
            Role = role,
            Function = "Minister",
            From = InterestTimelineTests.Day(from),
        };
        if (to is not null)
            mandate.End(InterestTimelineTests.Day(to));
        await App.GivenAsync(db =>
        {
            db.AddRange(person, mandate);
            return Task.CompletedTask;
        });
        return mandate;
    }

    private Task<int> VersionAsync(string partner) =>
        App.ReadAsync(db => db.Partners.Where(p => p.Code == partner).Select(p => p.Version).SingleAsync(Cancelled));

    private Task<List<Mandate>> PrincipalsAsync(string partner) =>
        App.ReadAsync(db =>
            db.Mandates.AsNoTracking()
                .Include(m => m.Person)
                .Where(m => m.Role == MandateRole.Principal && db.Partners.Any(p => p.Id == m.PartnerId && p.Code == partner))
                .OrderBy(m => m.From)
                .ToListAsync(Cancelled)
        );
}

public sealed class SuccessionTests
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly DateOnly March = new(2024, 3, 1);

    [Fact]
    public void Nobody_begins_before_or_on_the_day_of_one_who_is_recorded() =>
        Assert.NotNull(Succession.WhyNotSucceed([Held(January, null)], January, replaces: true));

    [Fact]
    public void Nobody_begins_while_a_mandate_with_an_end_lasts() =>
        Assert.NotNull(Succession.WhyNotSucceed([Held(January, March)], March.AddDays(-1), replaces: true));

    [Fact]
    public void The_next_one_begins_on_the_day_on_which_the_former_no_longer_holds() =>
        Assert.Null(Succession.WhyNotSucceed([Held(January, March)], March, replaces: false));

    [Fact]
    public void A_mandate_that_held_on_no_day_stands_in_nobodys_way()
    {
        Assert.Null(Succession.WhyNotSucceed([Held(March, March)], January, replaces: false));
        Assert.Null(Succession.WhyNotLast([Held(March, March)], Held(January, null), January, null));
    }

    [Fact]
    public void A_correction_may_use_all_days_that_nobody_else_held()
    {
        var (held, other) = (Held(January, January.AddDays(5)), Held(March, null));

        Assert.Null(Succession.WhyNotLast([held, other], held, January.AddDays(9), March));
        Assert.NotNull(Succession.WhyNotLast([held, other], held, January, March.AddDays(1)));
        Assert.NotNull(Succession.WhyNotLast([held, other], held, January, null));
        Assert.NotNull(Succession.WhyNotLast([held, other], held, March, January));
    }

    private static Mandate Held(DateOnly from, DateOnly? to)
    {
        var mandate = new Mandate
        {
            PartnerId = default,
            PersonId = default,
            Person = new Person { Name = "Former" },
            Role = MandateRole.Principal,
            Function = "",
            From = from,
        };
        if (to is { } end)
            mandate.End(end);
        return mandate;
    }
}
