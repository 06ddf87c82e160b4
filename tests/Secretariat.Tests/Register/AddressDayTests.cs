using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Of a person the addresses of today alone are kept; pages and files of another day say so beside them.</summary>
public sealed class AddressDayTests(TestApp app) : AppTest(app)
{
    private const string Words = "E-mail addresses and telephone numbers are those of today, not of the day that is shown.";
    private static readonly string Today = Written(TimeProvider.System.Today());

    [Theory]
    [InlineData("/office/people/{person}")]
    [InlineData("/office/partners/ms-hr")]
    [InlineData("/office/contacts")]
    [InlineData("/office/contact-points")]
    public async Task A_page_of_another_day_says_of_which_day_its_addresses_are(string address)
    {
        var person = await GivenAsync("ms-hr");
        var office = await App.AsAsync(Role.Officer);
        var at = address.Replace("{person}", $"{person}", StringComparison.Ordinal);

        Assert.Contains(Words, (await office.GetAsync($"{at}?asOf=2024-06-01")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await office.GetAsync(at)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await office.GetAsync($"{at}?asOf={Today}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_contacts_says_it_with_each_of_them()
    {
        await GivenAsync("ms-ie");
        var office = await App.AsAsync(Role.Officer);

        var csv = await TakeOutAsync(office, "csv", "2024-06-01");
        var header = csv.Split('\n')[0].Split(',');
        Assert.Contains("addresses as of", header);
        Assert.Contains($",\"{Today}\",", csv, StringComparison.Ordinal);
        var card = $"NOTE:contact as of 2024-06-01\\, with the addresses of {Today}";
        Assert.Contains(card, await TakeOutAsync(office, "vcf", "2024-06-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("contact as of", await TakeOutAsync(office, "vcf", Today), StringComparison.Ordinal);
    }

    private static async Task<string> TakeOutAsync(TestBrowser office, string form, string day)
    {
        var page = await office.GetAsync($"/office/contacts?asOf={day}");
        var bytes = await page.Form("export").With("Form", form).With("Out.Recipient", "The office").DownloadAsync();
        return Encoding.UTF8.GetString(bytes);
    }

    private async Task<Guid> GivenAsync(string partner)
    {
        var person = new Person
        {
            Name = $"Iva Address {partner}",
            Email = $"iva@{partner}.example",
            Phone = "+32 2 555 01 00",
        };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            db.Add(PartnerFacts.Mandate(found, person, new DateOnly(2024, 1, 10)));
        });
        return person.Id;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
