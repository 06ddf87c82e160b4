using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Letters;

/// <summary>A salutation says the family name that is recorded, wherever it stands in the name.</summary>
public sealed class RecordedFamilyNameTests(TestApp app) : MailTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Fact]
    public async Task A_letter_takes_it_from_the_record_of_the_person_and_its_drafter_can_correct_it()
    {
        await App.HasMinistersAsync(1);
        var person = await GivenMisterAsync("ms-be", "Fernando Grande-Sample Gómez");
        var officer = await App.AsAsync(Role.Officer);
        var record = await officer.GetAsync($"/office/people/{person}");
        Assert.DoesNotContain(record.Document.QuerySelectorAll("dt"), term => term.TextContent.Trim() == "Family name");
        record = await record.Form("person").With("FamilyName", "Grande-Sample Gómez").With("Why", "Told by phone").SubmitAsync();
        Assert.Equal("Family name", TermOf(record, "Grande-Sample Gómez"));

        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var letter = Assert.Single(await App.LettersAsync(CampaignOffice.IdOf(draft)));
        var page = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        Assert.Contains("Dear Mr Grande-Sample Gómez,", page.Text, Ordinal);

        page = await page.Form("edit").With("Recipient.FamilyName", "Sample Gómez").SubmitAsync();
        page = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        Assert.Contains("Dear Mr Sample Gómez,", page.Text, Ordinal);

        var other = page.Form("edit").With("Recipient.Name", "Fernando Beispiel");
        page = await other.SubmitAsync();
        Assert.Contains("The family name is not in the changed name: correct it, or leave it empty.", page.Text, Ordinal);
        letter = Assert.Single(await App.LettersAsync(CampaignOffice.IdOf(draft)));
        Assert.Equal("Fernando Grande-Sample Gómez", letter.AddresseeName);
    }

    [Fact]
    public async Task A_mailing_takes_it_from_the_record_of_the_person()
    {
        await GivenContactAsync("ms-fr", "Nguyễn Văn Sample", "nguyen@fr.example", "en");
        var person = await GivenMisterAsync("ms-fr", "Nguyễn Văn Sample");
        await App.GivenAsync(async db => (await db.Persons.SingleAsync(p => p.Id == person, Cancelled)).FamilyName = "Nguyễn");
        var officer = await App.AsAsync(Role.Officer);

        var page = await officer.GetAsync($"/office/mailings/edit?group={await GivenGroupAsync("ms-fr")}");
        page = await page.Form("mailing").With("SubjectEn", "News").With("WordsEn", "{salutation}\n\nNews.").SubmitAsync();

        Assert.Contains("Dear Mr Nguyễn,", page.Document.QuerySelector("main blockquote")!.TextContent, Ordinal);
    }

    private static string TermOf(TestPage page, string value)
    {
        var values = page.Document.QuerySelectorAll("dd");
        return values.Single(d => d.TextContent.Trim() == value).PreviousElementSibling!.TextContent.Trim();
    }

    /// <summary>Whoever speaks for the partner is an official, a man, and called so.</summary>
    private async Task<Guid> GivenMisterAsync(string partner, string name)
    {
        var id = await PartnerIdAsync(partner);
        await App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.Include(m => m.Person).SingleAsync(m => m.PartnerId == id, Cancelled);
            (mandate.Rank, mandate.Person.Name, mandate.Person.Form) = ("official", name, AddressForm.Male);
        });
        return await App.ReadAsync(db =>
            db.Mandates.Where(m => m.PartnerId == id).Select(m => m.PersonId).SingleAsync(Cancelled)
        );
    }
}
