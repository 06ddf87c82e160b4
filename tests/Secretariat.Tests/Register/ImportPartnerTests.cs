using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Lists of partners.</summary>
public sealed class ImportPartnerTests(TestApp app) : ImportTest(app)
{
    private const string Header = "code,kind,name en,name fr,iso code,working language,preferred form,listed,domains";

    [Fact]
    public async Task Partners_are_entered_and_changed_from_a_list()
    {
        var page = await GiveAsync(
            "partners",
            "partners.csv",
            Lines(
                Header,
                ",online-platform,Sample Stream,Flux Exemple,,fr,Mail,no,stream.example",
                "ms-ee,,,,,et,NoteVerbale,,interior-ee.example siseministeerium.example",
                ",Partner countries,Kiribati,,ki,en,Letter,yes,"
            )
        );
        Assert.Equal(["new partner", "changes", "new partner"], EffectsOn(page).OrderBy(e => e.Key).Select(e => e.Value));
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("partners.csv is imported.", page.Text, StringComparison.Ordinal);
        var stream = await PartnerAsync("sample-stream");
        Assert.Equal(
            ("online-platform", "Flux Exemple", "fr", CorrespondenceForm.Mail, false, "stream.example"),
            (
                stream.KindCode,
                stream.Name.In("fr"),
                stream.WorkingLanguage,
                stream.PreferredForm,
                stream.IsListed,
                Assert.Single(stream.Domains).Domain
            )
        );
        var estonia = await PartnerAsync("ms-ee");
        Assert.Equal(("et", CorrespondenceForm.NoteVerbale), (estonia.WorkingLanguage, estonia.PreferredForm));
        Assert.Contains(estonia.Domains, d => d.Domain == "siseministeerium.example");
        var kiribati = await PartnerAsync("kiribati");
        Assert.Equal(("KI", true, "partner-country"), (kiribati.IsoAlpha2, kiribati.IsListed, kiribati.KindCode));
        Assert.Contains("de", kiribati.Name.Languages);
    }

    [Fact]
    public async Task A_kind_changes_from_today_on_and_what_it_was_before_stays()
    {
        await ImportAsync("partners", "kind.csv", Lines("code,kind,name en,name fr", ",other-private,Sample Ferry,Bac Exemple"));
        var page = await GiveAsync(
            "partners",
            "kind.csv",
            Lines("code,kind,name en,name fr", "sample-ferry,transport-operator,Sample Ferries,")
        );
        Assert.Contains("Name, in English: Sample Ferry → Sample Ferries", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains(
            "Kind of partner: Other private partner → Transport operator",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        var ferry = await PartnerAsync("sample-ferry");
        Assert.Equal(
            ("transport-operator", "Sample Ferries", "Bac Exemple"),
            (ferry.KindCode, ferry.Name.In("en"), ferry.Name.In("fr"))
        );
        Assert.Equal("other-private", Assert.Single(ferry.KindsBefore).KindCode);
    }

    [Fact]
    public async Task Kind_and_listing_change_from_the_day_that_the_row_says_and_from_today_without_one()
    {
        var page = await GiveAsync(
            "partners",
            "since.csv",
            Lines("code,kind,kind since,listed,listed since", "ms-nl,partner-country,2026-03-01,no,2026-04-01", "ms-lu,,,no,")
        );
        Assert.Equal(
            "Kind of partner: EU Member State → Partner country Kind since: 1 March 2026 May be shown in public, once it takes part: yes → no Listed since: 1 April 2026",
            DetailsOn(page, 2)
        );
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        var netherlands = await PartnerAsync("ms-nl");
        Assert.Equal(new DateOnly(2026, 3, 1), Assert.Single(netherlands.KindsBefore).Until);
        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(netherlands.ListingsBefore).Until);
        Assert.False(netherlands.IsListed);
        Assert.Equal(TimeProvider.System.Today(), Assert.Single((await PartnerAsync("ms-lu")).ListingsBefore).Until);
        page = await GiveAsync(
            "partners",
            "again.csv",
            Lines("code,kind since,listed,listed since", "ms-nl,2026-03-01,no,01.04.2026")
        );
        Assert.Equal("nothing new", EffectsOn(page)[2]);
    }

    [Fact]
    public async Task A_day_that_the_rules_do_not_allow_is_told_with_its_row_and_a_new_partner_has_no_history()
    {
        await ImportAsync("partners", "first.csv", Lines("code,listed,listed since", "ms-el,no,2026-03-01"));
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "partners",
            "days.csv",
            Lines(
                "code,kind,name en,kind since,listed,listed since",
                "ms-el,,,,yes,2026-03-01",
                "ms-ie,partner-country,,2090-01-01,no,2090-01-01",
                "ms-it,,,2026-03-01,,2026-03-01",
                ",online-platform,Sample Newcomer,2026-03-01,yes,2026-03-01"
            )
        );
        Assert.Equal(
            "listed: Its listing changed on 1 March 2026: choose a later day, or take that change back first.",
            DetailsOn(page, 2)
        );
        const string ToCome = "This day is still to come.";
        Assert.Equal($"kind: {ToCome} listed: {ToCome}", DetailsOn(page, 3));
        const string Unchanged = "The record knows of no change. Say what changes from that day on, or leave the day out.";
        Assert.Equal($"kind since: {Unchanged} listed since: {Unchanged}", DetailsOn(page, 4));
        Assert.Equal("new partner", EffectsOn(page)[5]);
        const string New = "The partner is new here and has no history; the day is not taken.";
        Assert.Contains($"Note: kind since: {New} Note: listed since: {New}", DetailsOn(page, 5), StringComparison.Ordinal);
        page = await GiveAsync("partners", "other.csv", Lines("code,listed,listed since", "ms-el,no,2026-03-02"));
        Assert.Equal(
            "listed since: It has been so since 1 March 2026. Take that change back first, or leave the day out.",
            DetailsOn(page, 2)
        );
        Assert.Equal(before, await RecordAsync(App));
        await ImportAsync(
            "partners",
            "new.csv",
            Lines("kind,name en,kind since,listed,listed since", "online-platform,Sample Newcomer,2026-03-01,yes,2026-03-01")
        );
        var newcomer = await PartnerAsync("sample-newcomer");
        Assert.True(newcomer.IsListed);
        Assert.Equal((0, 0), (newcomer.KindsBefore.Count, newcomer.ListingsBefore.Count));
    }

    [Fact]
    public async Task What_is_double_ambiguous_or_wrong_is_told_with_its_row()
    {
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "partners",
            "wrong.csv",
            Lines(
                Header,
                ",online-platform,Twice Sample,,,,,,",
                ",online-platform,TWICE sample,,,,,,",
                ",,Kindless Sample,,,,,,",
                "New Sample,online-platform,Coded Sample,,,,,,",
                ",partner-country,Lettered Sample,,1x,,,,",
                "ms-ee,,Latvia,,,,,,",
                ",eu-member-state,Estonia,,LV,,,,",
                ",online-platform,Domain Sample,,,,,,nodomain"
            )
        );

        Assert.Contains("Rows 2, 3 are about the same partner", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains("Rows 2, 3 are about the same partner", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.Contains("kind: The kind is missing", DetailsOn(page, 4), StringComparison.Ordinal);
        Assert.Contains("code: A code is of small letters", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.Contains("iso code: Such a code has 2 letters.", DetailsOn(page, 6), StringComparison.Ordinal);
        Assert.Contains("name en: Latvia stands in the register already.", DetailsOn(page, 7), StringComparison.Ordinal);
        Assert.Contains(
            "iso code: It is the code of Latvia, and the name is quite another.",
            DetailsOn(page, 8),
            StringComparison.Ordinal
        );
        Assert.Contains("domains: A domain looks like interior.example.", DetailsOn(page, 9), StringComparison.Ordinal);
        Assert.Equal(before, await RecordAsync(App));
    }

    [Fact]
    public async Task A_company_with_the_code_of_its_country_is_not_the_country_and_a_code_alone_still_means_it()
    {
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "partners",
            "companies.csv",
            Lines(
                "code,name en,kind,eu code,iso code,iso code of three letters,listed",
                ",Nordic Lines A/S,transport-operator,,DK,,",
                ",Nordic Ferries A/S,transport-operator,dk,,,",
                ",Nordic Rail A/S,transport-operator,,,DNK,",
                "ms-eee,Estonia,,,,,",
                ",DK,,,,,",
                ",,,,FI,,no"
            )
        );

        foreach (var (row, column) in new[] { (2, "iso code"), (3, "eu code"), (4, "iso code of three letters") })
            Assert.Equal(
                $"{column}: It is the code of Denmark, and the name is quite another. Give the partner code of whoever is meant, or leave this column out.",
                DetailsOn(page, row)
            );
        Assert.Equal(
            "code: “ms-eee” is not the code of Estonia, which is ms-ee. Correct it, or leave it empty.",
            DetailsOn(page, 5)
        );
        Assert.Contains("name en: Denmark stands in the register already.", DetailsOn(page, 6), StringComparison.Ordinal);
        Assert.Equal("changes", EffectsOn(page)[7]);
        Assert.Equal(before, await RecordAsync(App));

        page = await page.Form("import").With("Columns[iso code]", "").SubmitAsync("Show what it would do");
        Assert.Equal("new partner", EffectsOn(page)[2]);
    }

    [Fact]
    public async Task A_partner_whose_code_is_given_is_not_given_the_letters_of_another()
    {
        var page = await GiveAsync("partners", "letters.csv", Lines("code,iso code", "ms-ee,LV", "ms-lv,LV"));

        Assert.Contains("iso code: It is the code of Latvia", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Equal("nothing new", EffectsOn(page)[3]);
    }

    [Fact]
    public async Task Only_a_country_has_the_letters_and_the_names_of_one()
    {
        var page = await GiveAsync(
            "partners",
            "seats.csv",
            Lines(
                "name en,kind,eu code,iso code,iso code of three letters",
                "Sample Lines,transport-operator,,TV,",
                "Sample Rail,transport-operator,TO,,",
                "Sample Air,transport-operator,,,NRU",
                "Nowhere Sample,partner-country,,QQ,",
                "Elsewhere Sample,partner-country,ZZ,,",
                "Palau,partner-country,PW,pw,PLW"
            )
        );

        const string No = "Only a country has such a code. Leave it out, or correct the kind of partner.";
        Assert.Equal($"iso code: {No}", DetailsOn(page, 2));
        Assert.Equal($"eu code: {No}", DetailsOn(page, 3));
        Assert.Equal($"iso code of three letters: {No}", DetailsOn(page, 4));
        const string None = "is not the code of a country. Correct it, or leave it out.";
        Assert.Equal($"iso code: “QQ” {None}", DetailsOn(page, 5));
        Assert.Equal($"eu code: “ZZ” {None}", DetailsOn(page, 6));
        Assert.Equal("new partner", EffectsOn(page)[7]);
    }

    [Fact]
    public async Task What_the_EU_calls_Greece_and_the_United_Kingdom_is_taken_for_the_letters_of_ISO()
    {
        var page = await GiveAsync("partners", "eu.csv", Lines("code,eu code,iso code", "ms-el,EL,EL", "pc-uk,uk,uk"));

        Assert.Equal(("nothing new", "nothing new"), (EffectsOn(page)[2], EffectsOn(page)[3]));
        Assert.Equal("Note: EL is the EU’s code of GR, and taken as such.", DetailsOn(page, 2));
        Assert.Equal("Note: UK is the EU’s code of GB, and taken as such.", DetailsOn(page, 3));
    }

    [Fact]
    public async Task A_domain_of_another_or_of_anybody_is_an_error_and_an_own_one_is_not()
    {
        await App.GivenAsync(async db =>
        {
            foreach (var code in new[] { "ms-nl", "ms-lu" })
                db.Add(
                    new PartnerDomain
                    {
                        PartnerId = await db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(Cancelled),
                        Domain = code == "ms-nl" ? "interior-nl.example" : "shared.example",
                    }
                );
        });
        var before = await RecordAsync(App);
        var page = await GiveAsync(
            "partners",
            "domains.csv",
            Lines(
                "code,domains",
                "ms-at,interior-nl.example",
                "ms-cz,mail.interior-nl.example",
                "ms-dk,@GMAIL.com",
                "ms-si,outlook.com",
                "ms-sk,twice.example",
                "ms-hu,twice.example once.example",
                "ms-lu,shared.example mail.shared.example",
                "ms-nl,interior-nl.example"
            )
        );

        Assert.Equal(
            "domains: interior-nl.example is a domain of Netherlands. Leave it out, or take it from that partner first.",
            DetailsOn(page, 2)
        );
        Assert.Equal(
            "domains: mail.interior-nl.example and interior-nl.example, a domain of Netherlands, lie one below the other. Leave it out, or take that one away first.",
            DetailsOn(page, 3)
        );
        Assert.StartsWith("domains: Anybody can have a mailbox at gmail.com", DetailsOn(page, 4), StringComparison.Ordinal);
        Assert.StartsWith("domains: Anybody can have a mailbox at outlook.com", DetailsOn(page, 5), StringComparison.Ordinal);
        foreach (var row in new[] { 6, 7 })
            Assert.Equal(
                "domains: Rows 6, 7 register twice.example or domains below it: leave them in one row.",
                DetailsOn(page, row)
            );
        Assert.Equal("Domains: mail.shared.example", DetailsOn(page, 8));
        Assert.Equal("nothing new", EffectsOn(page)[9]);
        Assert.Equal(before, await RecordAsync(App));
    }

    [Fact]
    public async Task A_domain_below_which_others_have_theirs_is_registered_by_nobody()
    {
        await App.GivenAsync(async db =>
            db.Add(
                new PartnerDomain
                {
                    PartnerId = await db.Partners.Where(p => p.Code == "ms-ie").Select(p => p.Id).SingleAsync(Cancelled),
                    Domain = "deep.above.example",
                }
            )
        );
        var page = await GiveAsync(
            "partners",
            "common.csv",
            Lines(
                "code,domains",
                "ms-fi,gov.uk",
                "ms-se,europa.eu",
                "ms-bg,co.uk",
                "ms-it,somebody.free.fr",
                "ms-pt,above.example",
                "ms-pl,family.example",
                "ms-ro,child.family.example",
                "ms-hr,interior.gov.hr agency.europa.eu"
            )
        );

        foreach (var (row, domain) in new[] { (2, "gov.uk"), (3, "europa.eu"), (4, "co.uk") })
            Assert.Equal(
                $"domains: Many organisations have their domains below {domain}. Register the one that is the partner’s own.",
                DetailsOn(page, row)
            );
        Assert.StartsWith("domains: Anybody can have a mailbox at", DetailsOn(page, 5), StringComparison.Ordinal);
        Assert.StartsWith(
            "domains: above.example and deep.above.example, a domain of Ireland, lie one below the other.",
            DetailsOn(page, 6),
            StringComparison.Ordinal
        );
        foreach (var row in new[] { 7, 8 })
            Assert.StartsWith("domains: Rows 7, 8 register family.example", DetailsOn(page, row), StringComparison.Ordinal);
        Assert.Equal("changes", EffectsOn(page)[9]);
    }

    private Task<Partner> PartnerAsync(string code) =>
        App.ReadAsync(db =>
            db.Partners.AsNoTracking()
                .Include(p => p.Domains)
                .Include(p => p.KindsBefore)
                .Include(p => p.ListingsBefore)
                .SingleAsync(p => p.Code == code, Cancelled)
        );
}
