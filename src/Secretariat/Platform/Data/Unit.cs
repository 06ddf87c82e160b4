using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Data;

/// <summary>Writes the audit entries of one save; the Audit module does.</summary>
public interface IAuditor
{
    void Write(SecretariatDb db, string process, string? why);
}

/// <summary>One unit of work: hands the reported facts to their handlers, then has the changes audited.</summary>
public sealed class Unit(IServiceProvider services)
{
    private static readonly ConcurrentDictionary<Type, (Type Handler, MethodInfo Handle)> Handlers = new();
    private readonly HashSet<Entity> audited = [];

    public async Task DispatchAsync(SecretariatDb db, CancellationToken cancellationToken)
    {
        // A handler may change entities that report facts of their own.
        while (true)
        {
            var facts = db.ChangeTracker.Entries<Entity>().SelectMany(e => e.Entity.TakeFacts()).ToList();
            if (facts.Count == 0)
                return;
            foreach (var fact in facts)
                await HandleAsync(fact, cancellationToken);
        }
    }

    public void Audit(SecretariatDb db, string process, string? why)
    {
        audited.Clear();
        foreach (var entry in db.ChangeTracker.Entries<Entity>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            audited.Add(entry.Entity);
            if (entry.State is not EntityState.Deleted)
                entry.Property(e => e.Version).CurrentValue = entry.Entity.Version + 1;
        }

        services.GetRequiredService<IAuditor>().Write(db, process, why);
    }

    public bool HasAudited(Entity entity) => audited.Contains(entity);

    private async Task HandleAsync(IFact fact, CancellationToken cancellationToken)
    {
        var (type, handle) = Handlers.GetOrAdd(
            fact.GetType(),
            t =>
            {
                var handler = typeof(IHandle<>).MakeGenericType(t);
                return (handler, handler.GetMethod(nameof(IHandle<>.HandleAsync))!);
            }
        );
        foreach (var handler in services.GetServices(type))
            await (Task)handle.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [fact, cancellationToken], null)!;
    }
}
