using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Secretariat.Tests;

/// <summary>Counts the queries that one application sends to its database while something is done.</summary>
public sealed class Queries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private int count;

    private Queries(string database)
    {
        this.database = database;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public static async Task<int> CountAsync(TestApp app, Func<Task> act)
    {
        using var queries = new Queries(await app.ReadAsync(db => Task.FromResult(Name(db.Database.GetDbConnection()))));
        await act();
        return queries.count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one, each on a database of its own.
        if (value.Value is CommandExecutedEventData command && Name(command.Command.Connection!) == database)
            Interlocked.Increment(ref count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private static string Name(System.Data.Common.DbConnection connection) => $"{connection.DataSource}/{connection.Database}";
}
