using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

/// <summary>What the tests of campaigns take as given, and the steps that they share.</summary>
internal static class CampaignOffice
{
    /// <summary>The first Member States in protocol order have an invented minister each.</summary>
    public static Task HasMinistersAsync(this TestApp app, int count = 3) =>
        app.GivenAsync(async db =>
        {
            var partners = await db
                .Partners.Where(p => p.KindCode == PartnerKind.MemberState)
                .OrderBy(p => p.ProtocolOrder)
                .Take(count)
                .Where(p => !db.Mandates.Any(m => m.PartnerId == p.Id))
                .ToListAsync();
            foreach (var partner in partners)
                db.Mandates.Add(MinisterOf(partner));
        });

    public static async Task HasSenderAsync(this TestApp app, TestBrowser officer)
    {
        if (await app.ReadAsync(db => db.Senders.AnyAsync()))
            return;
        var page = await officer.GetAsync("/office/sender");
        await page.Form("sender")
            .With("Block.Name", "Astrid Kallemaa")
            .With("Block.InstitutionEn", "Secretariat of the Alliance")
            .With("Block.PortfolioEn", "Member responsible for the Alliance")
            .With("Block.AddressEn", "Rue de l’Exemple 1, 1000 Brussels")
            .With("Block.PlaceEn", "Brussels")
            .SubmitAsync();
    }

    public static async Task<TestPage> OpenCampaignAsync(
        this TestBrowser officer,
        string title = "Follow-up to the conference",
        bool registrationFirst = false
    )
    {
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", title).With("Template", "follow-up").With("AsOf", "2024-02-29").Tick("Kinds", PartnerKind.MemberState);
        if (registrationFirst)
            form.Tick("RegistrationFirst", "true");
        return await form.SubmitAsync();
    }

    public static Guid IdOf(TestPage campaign) => Guid.Parse(campaign.Address.Split('/')[3].Split('?')[0]);

    public static Task<Campaign> CampaignAsync(this TestApp app, Guid id) =>
        app.ReadAsync(db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == id));

    public static Task<List<Letter>> LettersAsync(this TestApp app, Guid id) =>
        app.ReadAsync(db => db.Letters.AsNoTracking().Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync());

    /// <summary>Submitted by the officer, signed off by the signatory, and frozen.</summary>
    public static async Task<TestPage> FreezeAsync(this TestApp app, TestPage draft, TestBrowser signatory)
    {
        await draft.Form("submit").SubmitAsync();
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await app.WorkAsync<FreezeLetters>();
        return await signatory.GetAsync(draft.Address);
    }

    private static Mandate MinisterOf(Partner partner)
    {
        var person = new Person
        {
            Name = $"Minister {partner.Code.ToUpperInvariant()}",
            Email = $"minister@{partner.Code}.example",
            Form = AddressForm.Female,
        };
        return new Mandate
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = MandateRole.Principal,
            Function = "Minister of the Interior",
            Rank = "minister",
            From = new DateOnly(2023, 1, 1),
        };
    }
}
