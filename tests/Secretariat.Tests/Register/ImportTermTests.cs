using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Register;

/// <summary>What is left of a list after its term: nothing, unless another record rests on the same bytes.</summary>
public sealed class ImportTermTests(TestApp app) : ImportTest(app)
{
    [Fact]
    public async Task The_bytes_of_a_list_that_nobody_imported_are_erased_with_it()
    {
        var dropped = await GivenListAsync("dropped.csv", "Dropped Sample");
        var waiting = await GivenListAsync("waiting.csv", "Waiting Sample");
        await AgeAsync("dropped.csv");
        Assert.True(await IsStoredAsync(dropped));

        Assert.Equal(1, await App.WorkAsync<RemoveLists>());

        Assert.False(await IsStoredAsync(dropped));
        Assert.True(await IsStoredAsync(waiting));
        Assert.Null((await App.UseAsync(s => s.GetRequiredService<VerifyFiles>().RunAsync(Cancelled))).Difference);
        Assert.Equal(0, await App.WorkAsync<RemoveLists>());
    }

    [Fact]
    public async Task Bytes_that_were_given_twice_stay_until_the_second_list_has_had_its_term()
    {
        var sha256 = await GivenListAsync("first.csv", "Twice Sample");
        Assert.Equal(sha256, await GivenListAsync("second.csv", "Twice Sample"));
        await AgeAsync("first.csv");

        Assert.Equal(1, await App.WorkAsync<RemoveLists>());
        Assert.True(await IsStoredAsync(sha256));

        await AgeAsync("second.csv");
        Assert.Equal(1, await App.WorkAsync<RemoveLists>());
        Assert.False(await IsStoredAsync(sha256));
    }

    [Fact]
    public async Task Bytes_that_are_evidence_elsewhere_stay()
    {
        var sha256 = await GivenListAsync("evidence.csv", "Evidence Sample");
        await App.GivenAsync(async db =>
            db.Add(
                new Endorsement
                {
                    PartnerId = await db.Partners.Where(p => p.Code == "ms-ee").Select(p => p.Id).SingleAsync(Cancelled),
                    InstrumentCode = await db.Instruments.Select(i => i.Code).OrderBy(c => c).FirstAsync(Cancelled),
                    Status = EndorsementStatus.Invited,
                    Mode = EndorsementMode.Meeting,
                    From = new DateOnly(2025, 1, 10),
                    DocumentName = "evidence.csv",
                    DocumentSha256 = sha256,
                    Confidence = "confirmed",
                }
            )
        );
        await AgeAsync("evidence.csv");

        Assert.Equal(1, await App.WorkAsync<RemoveLists>());

        Assert.True(await IsStoredAsync(sha256));
        Assert.Null((await App.UseAsync(s => s.GetRequiredService<VerifyFiles>().RunAsync(Cancelled))).Difference);
    }

    private async Task<string> GivenListAsync(string name, string person)
    {
        await GiveAsync("contacts", name, Lines("partner code,name,role", $"ms-ie,{person},Expert"));
        return await App.ReadAsync(db =>
            db.ImportedFiles.Where(f => f.FileName == name).Select(f => f.Sha256).SingleAsync(Cancelled)
        );
    }

    private async Task AgeAsync(string name)
    {
        var given = TimeProvider.System.GetUtcNow().AddDays(-31);
        await App.ReadAsync(db =>
            db.ImportedFiles.Where(f => f.FileName == name)
                .ExecuteUpdateAsync(f => f.SetProperty(x => x.GivenAt, given), Cancelled)
        );
    }

    private Task<bool> IsStoredAsync(string sha256) =>
        App.UseAsync(s => s.GetRequiredService<IFileStore>().HoldsAsync(sha256, Cancelled));
}
