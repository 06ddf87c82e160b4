using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>A list of partners that goes out goes back in and changes nothing, whatever changed in the record before.</summary>
public sealed class PartnerRoundTripTests(TestApp app) : ImportTest(app)
{
    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task Partners_taken_out_and_given_back_change_nothing(string form)
    {
        await GivenChangesAsync(new Random(form.Length + form[0]));
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-mt", Cancelled);
            partner.WorkingLanguage ??= "en";
            if (!await db.PartnerDomains.AnyAsync(d => d.PartnerId == partner.Id, Cancelled))
                db.Add(new PartnerDomain { PartnerId = partner.Id, Domain = "interior-mt.example" });
        });
        var officer = await App.AsAsync(Role.Officer);
        var file = await officer.DownloadAsync($"/office/partners?handler=Export&form={form}");
        var before = await RecordAsync(App);

        var page = await GiveAsync("partners", $"partners.{form}", file, officer);

        Assert.Contains("There is nothing to import: no row brings anything new.", page.Text, StringComparison.Ordinal);
        Assert.InRange(EffectsOn(page).Count, 27, 300);
        Assert.All(EffectsOn(page), e => Assert.Equal("nothing new", e.Value));
        Assert.Equal(before, await RecordAsync(App));
    }

    [Fact]
    public async Task A_file_of_a_past_day_says_how_a_partner_was_listed_then_and_since_when()
    {
        await App.GivenAsync(db =>
        {
            var partner = new Partner
            {
                Code = "past-sample",
                KindCode = "eu-agency",
                Name = LocalizedText.InEnglish("Past Sample"),
            };
            partner.List(true, new(2026, 2, 1));
            partner.List(false, new(2026, 3, 1));
            return Task.FromResult(db.Add(partner));
        });
        var officer = await App.AsAsync(Role.Officer);
        Assert.Equal(("no", ""), await SaidAsync("2026-01-31"));
        Assert.Equal(("yes", "2026-02-01"), await SaidAsync("2026-02-28"));
        Assert.Equal(("no", "2026-03-01"), await SaidAsync("2026-03-01"));

        async Task<(string, string)> SaidAsync(string day)
        {
            var file = await officer.DownloadAsync($"/office/partners?handler=Export&form=csv&asOf={day}");
            var list = Secretariat.Modules.Register.Import.GivenList.Read("list.csv", file, null, []);
            var row = list.Rows.Single(r => r.Cells[0] == "past-sample").Cells;
            return (row[^4], row[^1]);
        }
    }

    /// <summary>Kinds and listings that changed, some of them more than once.</summary>
    private Task GivenChangesAsync(Random random) =>
        App.GivenAsync(async db =>
        {
            string[] kinds = ["partner-country", "eu-agency", "transport-operator"];
            var countries = await db.PartnerKinds.Where(k => k.IsCountry).Select(k => k.Code).ToListAsync(Cancelled);
            var all = db.Partners.Include(p => p.KindsBefore).Include(p => p.ListingsBefore).AsSplitQuery();
            foreach (var partner in (await all.OrderBy(p => p.Code).ToListAsync(Cancelled)).Where(_ => random.Next(3) == 0))
            {
                var day = new DateOnly(2026, 1, 1);
                for (var left = random.Next(1, 4); left > 0; left--)
                {
                    day = day.AddDays(random.Next(1, 60));
                    var kind = kinds[random.Next(3)];
                    if (partner.WhyNotBecome(kind, day, DateOnly.MaxValue) is null && !countries.Contains(partner.KindCode))
                    {
                        partner.Become(kind, day);
                        db.Add(partner.KindsBefore[^1]);
                    }

                    if (partner.WhyNotList(!partner.IsListed, day, DateOnly.MaxValue) is not null)
                        continue;
                    partner.List(!partner.IsListed, day);
                    db.Add(partner.ListingsBefore[^1]);
                }
            }
        });
}
