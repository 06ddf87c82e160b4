using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Which person and which mandate of the record a row means, and what a list never changes unsaid.</summary>
public sealed class ImportMandateTests(TestApp app) : ImportTest(app)
{
    private const string Header = "partner code,name,role,function,strands,e-mail,from,until,mandate,person";

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
