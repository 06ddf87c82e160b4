using System.Net;

namespace Secretariat.Tests.Register;

/// <summary>Days that programs write and nobody can mean.</summary>
public sealed class ImportDayTests(TestApp app) : ImportTest(app)
{
    [Theory]
    [InlineData("31.12.9999", "Endless Pointed")]
    [InlineData("9999-12-31", "Endless Dashed")]
    [InlineData("31/12/9999", "Endless Stroked")]
    public async Task The_last_day_of_9999_means_no_end_and_is_remarked(string written, string name)
    {
        var page = await GiveAsync(
            "contacts",
            "endless.csv",
            Lines("partner code,name,role,valid from,valid until", $"ms-se,{name},Press,2024-02-01,{written}")
        );
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(
            "Note: valid until: 31 December 9999 means “no end” and is read as an empty cell: an end in the record stays as it is.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );

        page = await page.Form("import").With("StandBeside", "true").SubmitAsync("Show what it would do");
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        var entered = Assert.Single(await MandatesAsync(name));
        Assert.Equal((new DateOnly(2024, 2, 1), null), (entered.From, entered.To));
    }

    [Theory]
    [InlineData("31.12.9999", "")]
    [InlineData("01.01.0001", "")]
    [InlineData("01.02.2024", "30.12.9999")]
    [InlineData("01.02.2024", "31.12.2999")]
    [InlineData("01.02.2024", "31.12.0204")]
    public async Task Another_day_that_cannot_be_meant_is_an_error_of_its_row_and_the_others_are_read(string from, string until)
    {
        var page = await GiveAsync(
            "contacts",
            "beyond.csv",
            Lines(
                "partner code,name,role,from,until",
                $"ms-se,Beyond Sample,Press,{from},{until}",
                "ms-se,Within Sample,Expert,2024-02-01,"
            )
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["error", "new person"], EffectsOn(page).Values);
        Assert.Contains("Choose a day from 1 January 1990 to", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind,kind since", "pc-al,international-organisation,31.12.9999", "This day is still to come.")]
    [InlineData("kind,kind since", "pc-al,international-organisation,01.01.0001", "Choose a day from 1 January 1990 to")]
    [InlineData("kind,kind since", "pc-al,international-organisation,02.03.0204", "Choose a day from 1 January 1990 to")]
    [InlineData("listed,listed since", "ms-at,no,31.12.9999", "This day is still to come.")]
    [InlineData("listed,listed since", "ms-at,no,01.01.0001", "Choose a day from 1 January 1990 to")]
    public async Task A_day_that_cannot_be_meant_in_a_list_of_partners_is_an_error_of_its_row(
        string columns,
        string said,
        string reason
    )
    {
        var page = await GiveAsync("partners", "kinds.csv", Lines($"code,{columns}", said));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("error", EffectsOn(page)[2]);
        Assert.Contains(reason, DetailsOn(page, 2), StringComparison.Ordinal);
    }
}
