using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Audit;

/// <summary>What an audit entry says in words and values.</summary>
public sealed record AuditPayload(string Actor, string Change, string? Why, IReadOnlyDictionary<string, string?[]> Values)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AuditPayload? Of(AuditEntry entry) =>
        entry.Payload is null ? null : JsonSerializer.Deserialize<AuditPayload>(entry.Payload, Json);
}

/// <summary>Writes one entry per changed record into the transaction that changes it.</summary>
public sealed class Auditor(CurrentActor current, TimeProvider time) : IAuditor
{
    public void Write(SecretariatDb db, string process, string? why)
    {
        var owned = OwnedValues.Of(db);
        var entries = db
            .ChangeTracker.Entries<Entity>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => Entry(e, owned, process, why))
            .ToList();
        db.AuditEntries.AddRange(entries);
    }

    private AuditEntry Entry(EntityEntry<Entity> entry, OwnedValues owned, string process, string? why)
    {
        var payload = new AuditPayload(current.Actor.Name, entry.State.ToString(), why, Values(entry, owned)).ToJson();
        var salt = Chain.NewSalt();
        return new AuditEntry
        {
            At = time.Now(),
            ActorId = current.Actor.AccountId,
            Process = process,
            SubjectType = entry.Metadata.ClrType.Name,
            SubjectId = entry.Entity.Id,
            Payload = payload,
            Salt = salt,
            PayloadHash = Chain.HashOf(salt, payload),
        };
    }

    private static SortedDictionary<string, string?[]> Values(EntityEntry<Entity> entry, OwnedValues owned)
    {
        var values = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (name is nameof(Entity.Id) or nameof(Entity.Version))
                continue;
            Add(name, Show(property, property.OriginalValue), Show(property, property.CurrentValue));
        }

        foreach (var (name, before, after) in owned.In(entry))
            Add(name, before, after);
        return values;

        void Add(string name, string? before, string? after)
        {
            if (entry.State is EntityState.Added && after is not null)
                values[name] = [after];
            else if (entry.State is EntityState.Deleted && before is not null)
                values[name] = [before, null];
            else if (entry.State is EntityState.Modified && before != after)
                values[name] = [before, after];
        }
    }

    internal static string? Show(PropertyEntry property, object? value)
    {
        var stored = property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored switch
        {
            null => null,
            DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => stored.ToString(),
        };
    }
}
