using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Letters;

/// <summary>What a delivery report says of an address is known before the next letter leaves for it.</summary>
public sealed class DeadAddressTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task No_letter_goes_to_an_address_of_no_use_until_an_officer_says_otherwise()
    {
        await App.HasMinistersAsync();
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var frozen = await App.FreezeAsync(draft, signatory);
        var address = FailedAddress.Key((await App.LettersAsync(CampaignOffice.IdOf(draft)))[1].AddresseeEmail!);
        await App.GivenAsync(db => DeadAddress.AddAsync(db, address));

        var refused = await frozen.Form("release").With("Count", "3").SubmitAsync();
        Assert.Contains($"Mail to {address} does not arrive (“550 5.1.1 no such user”).", refused.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.ToAddress == address, Cancelled)));

        await App.GivenAsync(async db =>
            (await db.FailedAddresses.SingleAsync(a => a.Address == address, Cancelled)).Clear("The ministry says so.")
        );
        await refused.Form("release").With("Count", "3").SubmitAsync();
        Assert.True(await App.ReadAsync(db => db.Outbox.AnyAsync(m => m.ToAddress == address, Cancelled)));
    }
}
