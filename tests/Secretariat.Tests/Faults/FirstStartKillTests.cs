using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Faults;

/// <summary>The first start, killed while it loads the Alliance and plays the beginning of its demonstration's year.</summary>
[Trait("Needs", "Database"), Collection(nameof(KillTest))]
public sealed class FirstStartKillTests : IAsyncLifetime
{
    private const int Steps = 13;
    private readonly TestFolder folder = new();
    private Dictionary<string, string> settings = [];
    private WebApplication? app;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await TestDatabase.EmptyAsync(folder.Path);
        settings = new()
        {
            ["Data__Folder"] = folder.Path,
            ["ConnectionStrings__Database"] = database,
            ["Alliance__Folder"] = ShortYear(),
            ["Pdf__Chromium"] = "/nowhere",
        };
        app = TestApp.Build(folder.Path, database);
        await app.Services.MigrateAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_first_load_that_is_killed_is_discarded_and_done_again_as_a_whole()
    {
        await KilledOnceAsync(db => db.Partners.AnyAsync(Cancelled));
        await KilledOnceAsync(db => db.Outbox.AnyAsync(Cancelled));
        var refused = await ReadAsync(db => Assert.ThrowsAsync<RefusedException>(() => db.RefuseHalfLoadAsync(Cancelled)));
        Assert.Contains("start the platform again with bin/run", refused.Message, StringComparison.Ordinal);

        using (var server = Serve())
            await server.HearAsync("http://localhost");

        var load = await ReadAsync(db => db.FirstLoads.AsNoTracking().SingleAsync(Cancelled));
        Assert.NotNull(load.EndedAt);
        Assert.Equal(58, await ReadAsync(db => db.Partners.CountAsync(Cancelled)));
        Assert.Equal(2, await ReadAsync(db => db.Campaigns.CountAsync(Cancelled)));
        Assert.Equal(2, await ReadAsync(db => db.Messages.CountAsync(Cancelled)));
        var letters = await ReadAsync(db => db.Letters.AsNoTracking().ToListAsync(Cancelled));
        Assert.Equal(
            Enumerable.Range(1, letters.Count),
            letters.Select(l => int.Parse(l.Reference!.Split('-')[2], CultureInfo.InvariantCulture)).Order()
        );
        Assert.Equal(letters.Count, await ReadAsync(db => db.Outbox.CountAsync(Cancelled)));
        await ReadAsync(async db =>
        {
            await db.RefuseHalfLoadAsync(Cancelled);
            return true;
        });
    }

    [Fact]
    public async Task A_load_that_was_cut_off_in_a_database_already_written_to_discards_nothing()
    {
        await ReadAsync(async db =>
        {
            db.FirstLoads.Add(new FirstLoad { BeganAt = TimeProvider.System.Now(), IntoEmpty = false });
            return await db.SaveChangesAsync(Cancelled);
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            FirstStart.RunAsync(app!, withDemonstration: false, Cancelled)
        );

        Assert.Contains("empty the database by hand", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ReadAsync(db => db.FirstLoads.CountAsync(Cancelled)));
    }

    private async Task KilledOnceAsync(Func<SecretariatDb, Task<bool>> hasCome)
    {
        await ReadAsync(db => db.DiscardHalfLoadAsync(Cancelled));
        using (Serve())
        {
            while (!await ReadAsync(hasCome))
                await Task.Delay(20, Cancelled);
        }

        Assert.Null((await ReadAsync(db => db.FirstLoads.AsNoTracking().SingleAsync(Cancelled))).EndedAt);
    }

    private Victim Serve() => new("Secretariat.dll", settings, "serve", "--port", $"{ServerProcess.FreePort()}");

    /// <summary>The Alliance with the first steps of its year alone.</summary>
    private string ShortYear()
    {
        var copy = folder.CopyAlliance();
        var path = Path.Combine(copy, "demonstration", "year.json");
        var year = JsonNode.Parse(File.ReadAllText(path))!;
        var steps = year["steps"]!.AsArray();
        while (steps.Count > Steps)
            steps.RemoveAt(Steps);
        File.WriteAllText(path, year.ToJsonString());
        return copy;
    }

    private async Task<T> ReadAsync<T>(Func<SecretariatDb, Task<T>> read)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SecretariatDb>());
    }
}
