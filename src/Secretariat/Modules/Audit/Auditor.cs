using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>What an audit entry says in words and values.</summary>
public sealed record AuditPayload(string Actor, string Change, string? Why, IReadOnlyDictionary<string, string?[]> Values)
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AuditPayload? Of(AuditEntry entry) =>
        entry.Payload is null ? null : JsonSerializer.Deserialize<AuditPayload>(entry.Payload, Json);
}

/// <summary>Writes one entry per changed record into the transaction that changes it.</summary>
public sealed class Auditor(CurrentActor current, TimeProvider time) : IAuditor
{
    public void Write(SecretariatDb db, string process, string? why)
    {
        // What is saved together happened at one moment.
        var (owned, at) = (OwnedValues.Of(db), time.Now());
        var entries = db
            .ChangeTracker.Entries<Entity>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => Entry(e, at, owned.In(e), process, why))
            .ToList();
        db.AuditEntries.AddRange(entries);
    }

    private AuditEntry Entry(
        EntityEntry<Entity> entry,
        DateTimeOffset at,
        IEnumerable<(string Name, string? Before, string? After)> owned,
        string process,
        string? why
    )
    {
        var values = Values(
            entry,
            name => name is not (nameof(Platform.Domain.Entity.Id) or nameof(Platform.Domain.Entity.Version)),
            owned
        );
        return AuditEntry.Of(
            at,
            current.Actor.AccountId,
            process,
            (entry.Metadata.ClrType.Name, entry.Entity.Id),
            new AuditPayload(current.Actor.Name, entry.State.ToString(), why, values)
        );
    }

    /// <summary>What changes in a record; of one that is new, everything it holds.</summary>
    internal static SortedDictionary<string, string?[]> Values(
        EntityEntry entry,
        Predicate<string> isShown,
        IEnumerable<(string Name, string? Before, string? After)>? owned = null
    )
    {
        var values = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (!isShown(name))
                continue;
            // Of what is new there is no value before.
            var before = entry.State is EntityState.Added ? null : Show(property, property.OriginalValue);
            Add(name, before, Show(property, property.CurrentValue));
        }

        foreach (var (name, before, after) in owned ?? [])
            Add(name, before, after);
        return values;

        void Add(string name, string? before, string? after)
        {
            if (entry.State is EntityState.Added or EntityState.Detached && after is not null)
                values[name] = [after];
            else if (entry.State is EntityState.Deleted && before is not null)
                values[name] = [before, null];
            else if (entry.State is EntityState.Modified && before != after)
                values[name] = [before, after];
        }
    }

    internal static string Written(DateTimeOffset instant) => Written(instant.UtcDateTime);

    private static string Written(DateTime instant) =>
        instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    internal static string? Show(PropertyEntry property, object? value)
    {
        // PostgreSQL keeps lists as they are, SQLite as a text: the same is said of both.
        if (value is Reason or IEnumerable<string> or IEnumerable<Guid>)
            return JsonSerializer.Serialize(value, AuditPayload.Json);
        var stored = property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored switch
        {
            null => null,
            DateTime instant => Written(instant),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            string text => SecretLink.Hide(text),
            _ => stored.ToString(),
        };
    }
}
