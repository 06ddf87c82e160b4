using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

public sealed class AddLetterTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_partner_that_was_left_out_gets_its_letter_in_its_place()
    {
        await App.HasMinistersAsync(3);
        await EndAsync("ms-bg");
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        Assert.False(draft.HasForm("add-ms-bg"));
        Assert.Equal(["Minister MS-BE", "Minister MS-CZ"], (await App.LettersAsync(id)).Take(2).Select(l => l.AddresseeName));

        var principal = await officer.GetAsync("/office/partners/ms-bg/principal");
        await principal
            .Form("principal")
            .With("Entry.Name", "Boyana Sample")
            .With("Entry.Function", "Minister of the Interior")
            .With("Entry.Rank", "minister")
            .With("Entry.Email", "minister@interior-bg.example")
            .With("From", "2024-03-01")
            .With("Why", "Announced")
            .SubmitAsync();
        draft = await officer.GetAsync(draft.Address);
        Assert.Contains("Its principal was recorded after the letters were made.", draft.Text, StringComparison.Ordinal);
        var stale = draft;
        draft = await draft.Form("add-ms-bg").SubmitAsync();

        var letters = await App.LettersAsync(id);
        Assert.Equal(["Minister MS-BE", "Boyana Sample", "Minister MS-CZ"], letters.Take(3).Select(l => l.AddresseeName));
        Assert.Contains("Boyana Sample", draft.Text, StringComparison.Ordinal);
        Assert.False(draft.HasForm("add-ms-bg"));
        Assert.Contains("Add a letter", draft.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Form("add-ms-bg").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await stale.Form("submit").SubmitAsync()).Status);

        await draft.Form("submit").SubmitAsync();
        Assert.Equal(CampaignStatus.Submitted, (await App.CampaignAsync(id)).Status);
    }

    [Fact]
    public async Task A_submitted_campaign_takes_no_more_letters_and_a_reader_adds_none()
    {
        await App.HasMinistersAsync(3);
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        await App.HasMinistersAsync(5);
        draft = await officer.GetAsync(draft.Address);
        Assert.True(draft.HasForm("add-ms-dk"));
        Assert.False((await (await App.AsAsync(Role.Reader)).GetAsync(draft.Address)).HasForm("add-ms-dk"));

        await draft.Form("submit").SubmitAsync();
        var submitted = await officer.GetAsync(draft.Address);
        Assert.False(submitted.HasForm("add-ms-dk"));
        Assert.Equal(HttpStatusCode.Conflict, (await draft.Form("add-ms-dk").SubmitAsync()).Status);
        Assert.Equal(3, (await App.LettersAsync(id)).Count);
    }

    private Task EndAsync(string partner) =>
        App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.SingleAsync(m =>
                m.Role == MandateRole.Principal && m.To == null && db.Partners.Any(p => p.Id == m.PartnerId && p.Code == partner)
            );
            mandate.End(new DateOnly(2024, 2, 1));
        });
}
