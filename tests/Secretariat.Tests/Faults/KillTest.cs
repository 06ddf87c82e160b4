using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Faults;

/// <summary>
/// <c>kill -9</c> at random points of some work, with fixed seeds: 25 rounds over all of these tests and four of
/// <see cref="MailboxChaosTests"/>, twenty times as many in <c>bin/check --long</c> (KILL_ROUNDS). Each round adds work and
/// kills the process at a moment of the time that a whole round takes; what it left over is the next one's.
/// </summary>
[Trait("Needs", "Database"), Collection(nameof(KillTest))]
public abstract class KillTest : IAsyncLifetime
{
    /// <summary>Rounds of all these tests together when KILL_ROUNDS says nothing else.</summary>
    private const int Usual = 25;

    private static readonly int Wished = int.Parse(
        Environment.GetEnvironmentVariable("KILL_ROUNDS") ?? $"{Usual}",
        CultureInfo.InvariantCulture
    );

    private readonly TestFolder folder = new();
    private WebApplication? app;
    private Victim? next;

    protected string Folder => folder.Path;

    protected string Database { get; private set; } = "";

    protected IServiceProvider Services => app!.Services;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CopyAsync(Folder);
        app = TestApp.Build(Folder, Database);
    }

    public virtual async ValueTask DisposeAsync()
    {
        next?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Prepares, kills and checks, round after round; then lets the work end.</summary>
    /// <param name="share">How many of the usual 25 rounds are this work's.</param>
    /// <param name="prepare">Adds the work of a round; round 0 is for measuring and is not killed.</param>
    /// <param name="check">What has to hold at any moment.</param>
    protected async Task KillAsync(
        string work,
        int share,
        int seed,
        IReadOnlyDictionary<string, string> settings,
        Func<int, Task> prepare,
        Func<Task> check
    )
    {
        var (random, wished, kills, round) = (new Random(seed), Rounds(share), 0, 0);
        var all = Stopwatch.StartNew();
        await prepare(0);
        var whole = await LetEndAsync(work, settings);
        // A round that ends before its time is not killed, and another one takes its place. The machine may be slower or faster
        // than it was: the time of a whole round is that of the last one that ended, and grows while none does.
        while (kills < wished && round < 3 * wished)
        {
            await prepare(++round);
            using var victim = await BeginAsync(work, settings);
            var watch = Stopwatch.StartNew();
            if (await victim.KillAfterAsync(random.NextDouble() * whole))
                (kills, whole) = (kills + 1, whole * 1.1);
            else
                whole = watch.Elapsed;
            await check();
        }

        await LetEndAsync(work, settings);
        await check();
        Assert.Equal(wished, kills);
        Say(
            $"{work}: {round} rounds, {kills} killed at work, {all.Elapsed.TotalSeconds:0} s, {whole.TotalMilliseconds:0} ms a round"
        );
    }

    protected static int Rounds(int share) => Wished * share / Usual;

    protected Task<T> ReadAsync<T>(Func<SecretariatDb, Task<T>> read) =>
        InScopeAsync(s => read(s.GetRequiredService<SecretariatDb>()));

    protected Task GivenAsync(Func<IServiceProvider, SecretariatDb, Task> change) =>
        InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            await change(services, db);
            await db.SaveAsync("Prepare a test", cancellationToken: Cancelled);
            return true;
        });

    protected Task AuditHoldsAsync() =>
        InScopeAsync(async services =>
        {
            while (await ActivatorUtilities.CreateInstance<SealEntries>(services).RunAsync(Cancelled) > 0) { }
            Assert.Null((await services.GetRequiredService<VerifyChain>().RunAsync(Cancelled)).Difference);
            return true;
        });

    protected static void Say(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);

    protected async Task<TimeSpan> LetEndAsync(string work, IReadOnlyDictionary<string, string> settings)
    {
        using var victim = await BeginAsync(work, settings);
        var watch = Stopwatch.StartNew();
        await victim.EndAsync(Cancelled);
        return watch.Elapsed;
    }

    /// <summary>Lets one begin, and has the next one get ready meanwhile: starting takes longer than the work.</summary>
    private protected async Task<Victim> BeginAsync(string work, IReadOnlyDictionary<string, string> settings)
    {
        var victim = next ?? Start(work, settings);
        await victim.HearAsync("ready");
        await victim.SayAsync("go");
        next = Start(work, settings);
        return victim;
    }

    private Victim Start(string work, IReadOnlyDictionary<string, string> settings) =>
        new(
            "Secretariat.Victim.dll",
            new Dictionary<string, string>(settings)
            {
                ["Data__Folder"] = Folder,
                ["ConnectionStrings__Database"] = Database,
                // Nothing else of the machine takes part: letters are frozen as DOCX alone.
                ["Pdf__Chromium"] = "/nowhere",
            },
            work
        );

    protected async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}

/// <summary>After all other tests, and one after the other: they measure time.</summary>
[CollectionDefinition(nameof(KillTest), DisableParallelization = true)]
public sealed class KillTestCollection;
