using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Platform.Data;

[Trait("Needs", "Database")]
public sealed class DatabaseTurnTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly HeardLog<DatabaseTurnTests> log = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whoever_comes_second_says_that_it_waits_and_has_its_turn_after_the_first()
    {
        var database = await TestDatabase.EmptyAsync(folder.Path);
        var first = await DatabaseTurn.TakeAsync(database, log, Cancelled);
        Assert.Empty(log.Lines);

        var second = DatabaseTurn.TakeAsync(database, log, Cancelled);
        while (log.Lines.Count == 0)
            await Task.Delay(20, Cancelled);
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();

        Assert.Equal(["Waiting for another process that is starting on this database"], log.Lines);
    }

    [Fact]
    public async Task The_file_of_a_turn_stays_for_whoever_waits_for_it()
    {
        var file = Path.Combine(folder.Path, "secretariat.db");

        await (await DatabaseTurn.TakeAsync($"Data Source={file}", log, Cancelled)).DisposeAsync();

        Assert.True(File.Exists(file + ".starting"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_refused_by_name_instead_of_waited_for()
    {
        var file = Path.Combine(folder.Path, "nowhere", "secretariat.db");

        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            DatabaseTurn.TakeAsync($"Data Source={file}", log, Cancelled)
        );

        Assert.StartsWith($"{file}.starting cannot be written: ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(log.Lines);
    }
}
