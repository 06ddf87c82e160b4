using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Which person and which mandate of the record a row means, and what a list never changes unsaid.</summary>
public sealed class ImportMandateTests(TestApp app) : ImportTest(app)
{
    private const string Header = "partner code,name,role,function,strands,e-mail,from,until,mandate,person";

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task A_namesake_with_another_mailbox_is_asked_for_and_the_one_in_that_function_today_is_not()
    {
        var left = await HeldAsync("ms-at", "Namesake Sample", "first@bmi-at.example", until: new DateOnly(2024, 5, 31));
        await HeldAsync("ms-at", "Moved Sample", "old@bmi-at.example", MandateRole.Press);
        await HeldAsync("ms-at", "Promoted Sample", "unit@bmi-at.example", MandateRole.Alternate);
        var page = await GiveAsync(
            "contacts",
            "namesake.csv",
            Lines(
                Header,
                "ms-at,Namesake Sample,HeadOfDelegation,Head of Unit,,second@bmi-at.example,2025-01-01,,,",
                "ms-at,Moved Sample,Press,Head of Unit,,new@bmi-at.example,,,,",
                "ms-at,Promoted Sample,Alternate,Director,,director@bmi-at.example,,,,",
                $"ms-at,Namesake Sample,Expert,Adviser,,third@bmi-at.example,2025-01-01,,,{left.PersonId}"
            )
        );

        Assert.StartsWith(
            "e-mail: Namesake Sample stands in the record with another address. Give the key of the person",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        Assert.Equal("E-mail address: old@bmi-at.example → new@bmi-at.example", DetailsOn(page, 3));
        Assert.StartsWith("e-mail: Promoted Sample stands in the record", DetailsOn(page, 4), StringComparison.Ordinal);
        Assert.Equal("new mandate", EffectsOn(page)[5]);
        Assert.Contains("first@bmi-at.example → third@bmi-at.example", DetailsOn(page, 5), StringComparison.Ordinal);
        await page.Form("import").With("LeaveOut", "true").With("Why", "A list").SubmitAsync("Import");

        Assert.Equal("new@bmi-at.example", Assert.Single(await MandatesAsync("Moved Sample")).Person.Email);
        Assert.Equal("unit@bmi-at.example", Assert.Single(await MandatesAsync("Promoted Sample")).Person.Email);
        Assert.Equal(
            [MandateRole.ContactPoint, MandateRole.Expert],
            (await MandatesAsync("Namesake Sample")).Select(m => m.Role)
        );
    }

    [Fact]
    public async Task Of_two_rows_that_give_one_person_a_role_twice_the_second_names_the_first()
    {
        var known = await GivenAsync("ms-mt", "Known Overlap", role: MandateRole.Press);
        var page = await GiveAsync(
            "contacts",
            "overlap.csv",
            Lines(
                Header,
                "ms-mt,Overlap Sample,Expert,Adviser,,,2024-01-01,2024-12-31,,",
                "ms-mt,Overlap Sample,Expert,Adviser,,,2024-06-01,2025-05-31,,",
                $"ms-mt,Known Overlap,Press,Adviser,,,,2024-12-31,{known.Id},",
                "ms-mt,Known Overlap,Press,Adviser,,,2024-06-01,2025-05-31,,",
                "ms-mt,First Principal,Principal,Minister,,,2019-01-01,2019-12-31,,",
                "ms-mt,Second Principal,Principal,Minister,,,2019-06-01,2020-05-31,,",
                "ms-mt,Third Principal,Principal,Minister,,,2020-06-01,,,",
                "ms-mt,Fourth Principal,Principal,Minister,,,2199-01-01,,,"
            )
        );

        Assert.EndsWith(
            "from 1 January 2024 on already. Give that day, or other days. See row 2.",
            DetailsOn(page, 3),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "from 10 January 2024 on already. Give that day, or other days. See row 4.",
            DetailsOn(page, 5),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "First Principal is recorded as principal on some of these days. Correct that entry first. See row 6.",
            DetailsOn(page, 7),
            StringComparison.Ordinal
        );
        Assert.Contains("Choose a day from", DetailsOn(page, 9), StringComparison.Ordinal);
        Assert.DoesNotContain("See row", DetailsOn(page, 9), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ms-lu")]
    [InlineData("MS-LU")]
    public async Task A_code_may_stand_in_the_column_of_partners(string code)
    {
        var page = await GiveAsync("contacts", "coded.csv", Lines("partner,name,role", $"{code},Coded Sample,Expert"));

        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Contains("Coded Sample, Luxembourg", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_for_another_strand_opens_a_mandate_and_leaves_the_known_one_as_it_is()
    {
        await HeldAsync("ms-be", "Strand Sample", strands: ["prevention"]);
        await HeldAsync("ms-bg", "Whole Sample");
        string[] rows =
        [
            Header,
            "ms-be,Strand Sample,ContactPoint,Head of Unit,prevention,,,,,",
            "ms-be,Strand Sample,ContactPoint,Head of Unit,response,,,,,",
            "ms-bg,Whole Sample,ContactPoint,Head of Unit,response,,,,,",
        ];
        var page = await GiveAsync("contacts", "strands.csv", Lines(rows));

        Assert.Equal(("nothing new", "new mandate"), (EffectsOn(page)[2], EffectsOn(page)[3]));
        Assert.Equal(
            "strands: The mandate since 10 January 2024 is for all strands. Give its key to change that, or leave the strands out.",
            DetailsOn(page, 4)
        );
        await page.Form("import").With("LeaveOut", "true").With("Why", "A list").SubmitAsync("Import");
        Assert.Equal(
            [("prevention", new DateOnly(2024, 1, 10)), ("response", Today)],
            (await MandatesAsync("Strand Sample")).Select(m => (Assert.Single(m.Strands), m.From))
        );
        Assert.Empty(Assert.Single(await MandatesAsync("Whole Sample")).Strands);
        page = await GiveAsync("contacts", "strands.csv", Lines(rows[..3]));
        Assert.Contains("There is nothing to import", page.Text, StringComparison.Ordinal);

        var whole = Assert.Single(await MandatesAsync("Whole Sample"));
        page = await GiveAsync("contacts", "key.csv", Lines(Header, $"ms-bg,,,,response,,,,{whole.Id},"));
        Assert.StartsWith("Strands of work: all strands → Response", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_one_person_for_one_strand_each_are_one_mandate()
    {
        var bytes = Lines(
            Header,
            "ms-cz,Many Sample,Expert,Adviser,prevention,,2024-05-01,,,",
            "ms-cz,Many Sample,Expert,Adviser,response,,2024-05-01,,,",
            "ms-cz,SAMPLE Many,Press,Adviser,response,,2024-05-01,,,"
        );
        var page = await GiveAsync("contacts", "many.csv", bytes);
        Assert.Contains("Strands of work: Prevention, Response", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Equal(("nothing new", "Note: Its strands come with row 2."), (EffectsOn(page)[3], DetailsOn(page, 3)));
        await page.Form("import").With("Why", "A list").SubmitAsync("Import");

        Assert.Equal(
            ["prevention response", "response"],
            (await MandatesAsync("Many Sample")).OrderBy(m => m.Role).Select(m => string.Join(' ', m.Strands))
        );
        page = await GiveAsync("contacts", "many.csv", bytes);
        Assert.Contains("There is nothing to import", page.Text, StringComparison.Ordinal);
        Assert.All(EffectsOn(page), e => Assert.Equal("nothing new", e.Value));
    }

    [Fact]
    public async Task A_row_that_is_one_mandate_with_another_shares_its_error()
    {
        await HeldAsync("ms-cy", "Present Sample", role: MandateRole.Expert);
        var page = await GiveAsync(
            "contacts",
            "shared.csv",
            Lines(
                Header,
                "ms-cy,Beside Sample,Expert,Adviser,prevention,,,,,",
                "ms-cy,Beside Sample,Expert,Adviser,response,,,,,"
            )
        );

        Assert.Contains("Present Sample holds this role since", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Equal("It is one mandate with row 2, which has errors.", DetailsOn(page, 3));
    }

    [Fact]
    public async Task Who_held_the_role_before_comes_again_with_a_first_day_only()
    {
        await HeldAsync("ms-dk", "Former Sample", role: MandateRole.Expert, until: new DateOnly(2024, 5, 31));
        var page = await GiveAsync(
            "contacts",
            "former.csv",
            Lines(
                Header,
                "ms-dk,Former Sample,Expert,Head of Unit,,,,,,",
                "ms-dk,Former Sample,Expert,Head of Unit,,,2025-01-01,,,",
                "ms-dk,Former Sample,Expert,Head of Unit,,,,2024-05-31,,"
            )
        );

        Assert.Equal(
            "from: The person held this role until 31 May 2024. Give the first day of a new mandate, or leave the row out.",
            DetailsOn(page, 2)
        );
        Assert.Equal(("new mandate", "nothing new"), (EffectsOn(page)[3], EffectsOn(page)[4]));
        await page.Form("import").With("LeaveOut", "true").With("Why", "A list").SubmitAsync("Import");
        Assert.Equal(
            [new DateOnly(2024, 1, 10), new DateOnly(2025, 1, 1)],
            (await MandatesAsync("Former Sample")).Select(m => m.From)
        );
    }

    [Fact]
    public async Task Principals_of_former_days_are_entered_beside_the_one_of_today()
    {
        await HeldAsync("ms-fi", "Present Minister", role: MandateRole.Principal);
        var page = await GiveAsync(
            "contacts",
            "ministers.csv",
            Lines(
                Header,
                "ms-fi,Past Minister,Principal,Minister,,,2019-06-06,2023-12-31,,",
                "ms-fi,Odd Minister,Principal,Minister,,,2018-01-01,2019-12-31,,",
                "ms-fi,Late Minister,Principal,Minister,,,2024-01-01,2024-06-30,,",
                "ms-fi,Endless Minister,Principal,Minister,,,2024-01-02,,,"
            )
        );

        const string Overlaps = "is recorded as principal on some of these days. Correct that entry first.";
        Assert.Equal($"from: Odd Minister {Overlaps} See row 3.", DetailsOn(page, 2));
        Assert.Equal($"from: Present Minister {Overlaps}", DetailsOn(page, 4));
        Assert.Contains(
            "Present Minister is recorded as principal from 10 January",
            DetailsOn(page, 5),
            StringComparison.Ordinal
        );

        page = await GiveAsync(
            "contacts",
            "minister.csv",
            Lines(Header, "ms-fi,Past Minister,Principal,Minister,,,2019-06-06,2023-12-31,,")
        );
        await page.Form("import").With("Why", "A list").SubmitAsync("Import");
        var past = Assert.Single(await MandatesAsync("Past Minister"));
        Assert.Equal((new DateOnly(2019, 6, 6), new DateOnly(2024, 1, 1)), (past.From, past.To));
    }

    [Fact]
    public async Task A_country_lies_in_no_other_one_and_an_agency_has_its_seat_in_one()
    {
        var page = await GiveAsync(
            "contacts",
            "countries.csv",
            Lines(
                "partner code,partner,country,name,role,function",
                "ms-fr,,Germany,Vera Sample,Expert,Adviser",
                ",France,Germany,Vera Sample,Expert,Adviser",
                "ms-fr,,Frankreich,Vera Sample,Press,Adviser",
                "ag-europol,,Netherlands,Vera Sample,Expert,Adviser"
            )
        );

        const string Another = "country: The row means France, and this is another country.";
        Assert.Equal((Another, Another), (DetailsOn(page, 2), DetailsOn(page, 3)));
        Assert.Equal(("new person", "new person"), (EffectsOn(page)[4], EffectsOn(page)[5]));
    }

    private async Task<Mandate> HeldAsync(
        string partner,
        string name,
        string? email = null,
        MandateRole role = MandateRole.ContactPoint,
        DateOnly? until = null,
        string[]? strands = null
    )
    {
        var given = await GivenAsync(partner, name, email, role);
        await App.GivenAsync(async db =>
        {
            var mandate = (await db.Mandates.FindAsync([given.Id], Cancelled))!;
            mandate.Strands.AddRange(strands ?? []);
            if (until is { } last)
                mandate.End(last.AddDays(1));
        });
        return given;
    }
}
