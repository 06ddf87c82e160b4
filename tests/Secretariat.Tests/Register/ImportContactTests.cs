using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Lists of people as others send them.</summary>
public sealed class ImportContactTests(TestApp app) : ImportTest(app)
{
    [Theory]
    [InlineData(
        "Land;Vorname;Nachname;Funktion;E-Mail;Telefon",
        "Österreich;Jürgen;Größer;Referatsleiter;j.groesser@inneres-at.example;+43 1 500"
    )]
    [InlineData(
        "Pays;Prénom;Nom;Fonction;Courriel;Téléphone",
        "France;Zoé;Lefèvre;Cheffe d’unité;z.lefevre@interieur-fr.example;+33 1 500"
    )]
    public async Task Two_header_rows_a_title_and_an_old_charset_are_read_and_a_second_time_doubles_nothing(
        string header,
        string row
    )
    {
        var lines = $"Liste 2024\r\n\r\nWer;;;;Erreichbar;\r\n{header}\r\n{row}\r\n";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(lines);
        var page = await GiveAsync("contacts", "liste.csv", bytes);
        Assert.Contains("The role is missing", DetailsOn(page, 5), StringComparison.Ordinal);

        page = await page.Form("import").With("Default", "Expert").SubmitAsync("Show what it would do");
        Assert.Equal("new person", EffectsOn(page)[5]);
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("liste.csv is imported.", page.Text, StringComparison.Ordinal);
        var cells = row.Split(';');
        var mandate = Assert.Single(await MandatesAsync($"{cells[1]} {cells[2]}"));
        Assert.Equal(
            (MandateRole.Expert, cells[3], cells[4], cells[5], null),
            (mandate.Role, mandate.Function, mandate.Person.Email, mandate.Person.Phone, mandate.To)
        );
        page = await GiveAsync("contacts", "liste.csv", bytes);
        Assert.Equal("nothing new", EffectsOn(page)[5]);
    }

    [Fact]
    public async Task Each_error_is_told_with_its_row_and_column_and_nothing_is_done()
    {
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "contacts",
            "errors.csv",
            Lines(
                "partner code,name,role,e-mail,from,strands,language",
                "ms-ee,Fine Sample,Expert,fine@x.example,2024-05-01,prevention,en",
                "ms-xx,Lost Sample,Expert,,2024-05-01,,",
                "ms-ee,Vague Sample,Expert,,03/04/2024,,",
                "ms-ee,Wrong Sample,Emperor,,2024-13-01,fishing,xx",
                "ms-ee,,Expert,nobody@x.example,2024-05-01,,",
                "ms-ee,Mail Sample,Expert,no address,2024-05-01,,",
                "ms-ee,Late Sample,Expert,,2194-05-01,,",
                "ms-ee,#N/A,Expert,,2024-05-01,,"
            )
        );

        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Contains("“ms-xx” is no partner of the register.", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.Contains("from: “03/04/2024” can be two days.", DetailsOn(page, 4), StringComparison.Ordinal);
        Assert.Contains("role: “Emperor” is not known here.", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.Contains("from: “2024-13-01” is no day", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.Contains("strands: “fishing” is not known here.", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.Contains("language: “xx” is not known here.", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.Contains("name: The name is missing.", DetailsOn(page, 6), StringComparison.Ordinal);
        Assert.Contains("e-mail: “no address” is not one e-mail address.", DetailsOn(page, 7), StringComparison.Ordinal);
        Assert.Contains("from: Choose a day from 1 January 1990", DetailsOn(page, 8), StringComparison.Ordinal);
        Assert.Contains("name: “#N/A” is left by a formula that fails.", DetailsOn(page, 9), StringComparison.Ordinal);
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Contains(
            "Rows with errors: 7. Correct the file, or choose to leave them out.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await RecordAsync(App));

        page = await page.Form("import").With("LeaveOut", "true").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Contains("errors.csv is imported.", page.Text, StringComparison.Ordinal);
        Assert.Single(await MandatesAsync("Fine Sample"));
        Assert.Empty(await MandatesAsync("Late Sample"));
        var said = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectType == "Mandate" && e.Process == "Import contacts")
                .Select(e => e.Payload)
                .ToListAsync(Cancelled)
        );
        Assert.Contains(said, p => p!.Contains("\"Why\":\"List of the presidency (errors.csv)\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_names_a_mandate_alone_means_the_entry_into_which_its_partner_was_merged()
    {
        var two = await TwoEntries.GivenAsync(App, "key");
        await two.MergeAsync();
        var mandate = Assert.Single(await MandatesAsync("Theirs key"));
        var page = await GiveAsync("contacts", "key.csv", Lines("mandate,from", $"{mandate.Id},2024-02-01"));
        Assert.Contains(two.Kept.Name.In("en"), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(two.Gone.Name.In("en"), page.Text, StringComparison.Ordinal);
        Assert.Contains("Ours key is recorded as principal on some of these days.", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlapping_mandates_are_told_and_a_row_for_the_former_makes_room()
    {
        var minister = await GivenAsync("ms-lv", "Former Minister", role: MandateRole.Principal);
        await GivenAsync("ms-lv", "Known Contact");
        string[] rows =
        [
            "partner code,name,role,from,until,mandate",
            "ms-lv,Next Minister,Principal,2025-02-01,,",
            "ms-lv,Known Contact,ContactPoint,2024-06-01,,",
            "ms-lv,Other Contact,ContactPoint,2024-06-01,,",
        ];
        var page = await GiveAsync("contacts", "overlap.csv", Lines(rows));
        Assert.Contains(
            "Former Minister has been the principal since 10 January 2024.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The same person holds this role from 10 January 2024 on already.",
            DetailsOn(page, 3),
            StringComparison.Ordinal
        );
        Assert.Contains("Known Contact holds this role since 10 January 2024.", DetailsOn(page, 4), StringComparison.Ordinal);

        page = await page.Form("import").With("StandBeside", "true").SubmitAsync("Show what it would do");
        Assert.Equal("new person", EffectsOn(page)[4]);

        page = await GiveAsync(
            "contacts",
            "overlap.csv",
            Lines([rows[0], rows[1], $"ms-lv,Former Minister,Principal,2024-01-10,2025-01-31,{minister.Id}"])
        );
        Assert.Equal("until: 31 January 2025", DetailsOn(page, 3).Replace("Until", "until", StringComparison.Ordinal));
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Contains("overlap.csv is imported.", page.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 2, 1), Assert.Single(await MandatesAsync("Former Minister")).To);
        Assert.Equal(new DateOnly(2025, 2, 1), Assert.Single(await MandatesAsync("Next Minister")).From);
    }

    [Fact]
    public async Task Rows_about_the_same_or_at_odds_are_errors_that_name_each_other()
    {
        var page = await GiveAsync(
            "contacts",
            "twice.csv",
            Lines(
                "partner code,name,role,e-mail,from",
                "ms-lt,Double Sample,Expert,double@x.example,2024-05-01",
                "ms-lt,SAMPLE Double,Expert,double@x.example,2024-05-01",
                "ms-lt,Odd Sample,Expert,odd@x.example,2024-05-01",
                "ms-lt,Odd Sample,Press,even@x.example,2024-05-01"
            )
        );

        Assert.Contains("Rows 2, 3 are about the same mandate", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains("Rows 2, 3 are about the same mandate", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.Contains(
            "e-mail: Rows 4, 5 say different things of the same person.",
            DetailsOn(page, 4),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "e-mail: Rows 4, 5 say different things of the same person.",
            DetailsOn(page, 5),
            StringComparison.Ordinal
        );
        Assert.False(page.Text.Contains("Import it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_rows_about_the_same_ten_are_named_and_the_others_counted()
    {
        var rows = Enumerable.Repeat("ms-lt,Often Sample,Expert,2024-05-01", 12);
        var page = await GiveAsync("contacts", "often.csv", Lines(["partner code,name,role,from", .. rows]));

        Assert.Equal(
            "Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more are about the same mandate: leave one of them.",
            DetailsOn(page, 13)
        );
        page = await GiveAsync(
            "partners",
            "often.csv",
            Lines(["name en,kind", .. Enumerable.Repeat("Often Sample,online-platform", 12)])
        );
        Assert.StartsWith("Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more are", DetailsOn(page, 13), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_mailbox_is_nobody_and_a_name_that_two_have_is_asked_for()
    {
        await GivenAsync("ms-pl", "Anna Sample", "office@interior-pl.example", MandateRole.Expert);
        await GivenAsync("ms-pl", "Twin Sample", role: MandateRole.Expert);
        await GivenAsync("ms-pl", "Twin Sample", role: MandateRole.Press);
        var page = await GiveAsync(
            "contacts",
            "shared.csv",
            Lines(
                "partner,name,role,e-mail,from",
                "Polska,Berta Sample,HeadOfDelegation,office@interior-pl.example,2024-05-01",
                "Polska,Twin Sample,Alternate,,2024-05-01"
            )
        );

        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Contains("Several entries of the register have this name.", DetailsOn(page, 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_is_found_by_the_domain_of_the_mailbox_and_a_changed_mailbox_takes_its_account_along()
    {
        var known = await GivenAsync("ms-hr", "Moving Sample", "old@mup-hr.example", MandateRole.Expert);
        Account account = null!;
        await App.UseAsync(async s =>
        {
            var db = s.GetRequiredService<Secretariat.Platform.Data.SecretariatDb>();
            account = new Account
            {
                UserName = "old@mup-hr.example",
                NormalizedUserName = "OLD@MUP-HR.EXAMPLE",
                Email = "old@mup-hr.example",
                NormalizedEmail = "OLD@MUP-HR.EXAMPLE",
                SecurityStamp = "x",
                Name = "Moving Sample",
                Role = Role.PartnerContact,
                PartnerId = known.PartnerId,
            };
            db.Users.Add(account);
            db.Add(new PartnerDomain { PartnerId = known.PartnerId, Domain = "mup-hr.example" });
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            return true;
        });
        var page = await ImportAsync(
            "contacts",
            "moved.csv",
            Lines("name,role,function,e-mail", "Moving Sample,Expert,Head of Unit,new@sub.mup-hr.example")
        );

        Assert.Contains("moved.csv is imported.", page.Text, StringComparison.Ordinal);
        Assert.Equal("new@sub.mup-hr.example", Assert.Single(await MandatesAsync("Moving Sample")).Person.Email);
        Assert.Equal(
            known.PersonId,
            await App.ReadAsync(db => db.Users.Where(a => a.Id == account.Id).Select(a => a.PersonId).SingleAsync(Cancelled))
        );
    }

    [Fact]
    public async Task What_is_given_and_not_known_is_an_error_whatever_else_the_row_says()
    {
        await App.GivenAsync(async db =>
            db.Add(
                new PartnerDomain
                {
                    PartnerId = await db.Partners.Where(p => p.Code == "ms-be").Select(p => p.Id).SingleAsync(Cancelled),
                    Domain = "given-be.example",
                }
            )
        );
        var known = await GivenAsync("ms-be", "Zoe Known");
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "contacts",
            "unknown.csv",
            Lines(
                "partner code,partner,country,name,role,e-mail,mandate,person",
                "ms-xx,,,Zoe Sample,Expert,zoe@given-be.example,,",
                ",Republic of Wakanda,,Yves Sample,Expert,yves@given-be.example,,",
                ",,Wakanda,Xavi Sample,Expert,xavi@given-be.example,,",
                "ms-frr,Germany,,Will Sample,Expert,,,",
                "ms-fr,Germany,,Vera Sample,Expert,,,",
                $"ms-be,,,,,,{Guid.CreateVersion7()},",
                "ms-be,,,,Expert,,,no-key",
                $"ms-xx,,,,,,{known.Id},",
                "ms-de,Republic of Germany,,Tom Sample,Expert,,,",
                ",,,Uli Sample,Expert,uli@given-be.example,,"
            )
        );

        const string Unknown = "is no partner of the register. Enter it first, or give its code.";
        const string NoKey =
            "is no key of this register. Correct it, or leave it empty; for a list of another register, leave the column out.";
        Assert.Equal($"partner code: “ms-xx” {Unknown}", DetailsOn(page, 2));
        Assert.Equal($"partner: “Republic of Wakanda” {Unknown}", DetailsOn(page, 3));
        Assert.Equal($"country: “Wakanda” {Unknown}", DetailsOn(page, 4));
        Assert.Equal($"partner code: “ms-frr” {Unknown}", DetailsOn(page, 5));
        Assert.Equal("partner: The row means France by its keys, and another partner by this name.", DetailsOn(page, 6));
        Assert.StartsWith("mandate: “", DetailsOn(page, 7), StringComparison.Ordinal);
        Assert.EndsWith(NoKey, DetailsOn(page, 7), StringComparison.Ordinal);
        Assert.Equal($"person: “no-key” {NoKey}", DetailsOn(page, 8));
        Assert.Equal($"partner code: “ms-xx” {Unknown}", DetailsOn(page, 9));
        Assert.Equal("new person", EffectsOn(page)[10]);
        Assert.Equal("new person", EffectsOn(page)[11]);
        Assert.Contains("Uli Sample, Belgium", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await RecordAsync(App));
    }

    [Fact]
    public async Task Sixty_rows_cost_no_more_queries_than_three()
    {
        for (var i = 0; i < 60; i++)
            await GivenAsync("ms-pt", $"Counted Sample {i}", $"counted{i}@old.example", MandateRole.Expert);
        var officer = await App.AsAsync(Role.Officer);
        var rows = Enumerable
            .Range(0, 60)
            .Select(i => $"ms-pt,Counted Sample {i},Expert,Head of Unit,counted{i}@new.example,+351 {i}")
            .ToList();
        var addresses = new List<string>();
        foreach (var count in new[] { 3, 60 })
            addresses.Add(
                (
                    await GiveAsync(
                        "contacts",
                        "count.csv",
                        Lines(["partner code,name,role,function,e-mail,phone", .. rows.Take(count)]),
                        officer
                    )
                ).Address
            );
        await officer.GetAsync(addresses[0]);

        var few = await QueryCount.OfAsync(App, () => officer.GetAsync(addresses[0]));
        Assert.Equal(few, await QueryCount.OfAsync(App, () => officer.GetAsync(addresses[1])));
        Assert.Equal(60, EffectsOn(await officer.GetAsync(addresses[1])).Count(e => e.Value == "changes"));
    }
}
