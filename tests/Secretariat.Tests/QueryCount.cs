using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Secretariat.Platform.Data;

namespace Secretariat.Tests;

/// <summary>Counts the queries that one application sends to its database.</summary>
public sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string connection;
    private int count;

    private QueryCount(string connection)
    {
        this.connection = connection;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public static async Task<int> OfAsync(TestApp app, Func<Task> act)
    {
        using var queries = new QueryCount(await app.ReadAsync(db => Task.FromResult(Of(db))));
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
        if (
            value.Key == RelationalEventId.CommandExecuted.Name
            && value.Value is CommandExecutedEventData { Context: SecretariatDb db }
            && Of(db) == connection
        )
            Interlocked.Increment(ref count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private static string Of(SecretariatDb db) =>
        $"{db.Database.GetDbConnection().DataSource} {db.Database.GetDbConnection().Database}";
}
