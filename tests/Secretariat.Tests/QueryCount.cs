using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Secretariat.Tests;

/// <summary>Counts the commands sent to one test's database; other tests run beside it on theirs.</summary>
public sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    private QueryCount(string database) => this.database = database;

    public static async Task<int> OfAsync(TestApp app, Func<Task> act)
    {
        using var counter = new QueryCount(app.Settings.Database);
        counter.subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(counter));
        await act();
        return counter.count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuted.Name || value.Value is not CommandExecutedEventData data)
            return;
        var connection = data.Command.Connection!;
        var name = connection is SqliteConnection ? connection.DataSource : connection.Database;
        if (database.Contains(name, StringComparison.Ordinal))
            Interlocked.Increment(ref count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
