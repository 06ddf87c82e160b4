using System.Globalization;
using System.Text.Json;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A record that belongs to a partner. It changes its partner, and days that collide, in a merge alone; its own rules know no such change.</summary>
internal static class RecordOfPartner
{
    private const string Partner = nameof(Mandate.PartnerId);

    public static void PutUnder(this SecretariatDb db, Entity record, Guid partnerId) =>
        db.Entry(record).Property(Partner).CurrentValue = partnerId;

    public static bool IsUnder(this SecretariatDb db, Entity record, Guid partnerId) =>
        db.Entry(record).Property(Partner).CurrentValue is Guid id && id == partnerId;

    public static void PutOn(this SecretariatDb db, Entity record, Days days)
    {
        db.Entry(record).Property(nameof(IDated.From)).CurrentValue = days.From;
        db.Entry(record).Property(nameof(IDated.To)).CurrentValue = days.To;
    }

    /// <summary>A new record that says the same of a partner on other days.</summary>
    public static T CopyOf<T>(this SecretariatDb db, T record, Guid partnerId, Days days)
        where T : Entity, IDated
    {
        var values = db.Entry(record).CurrentValues.Clone();
        values[nameof(Entity.Id)] = Guid.CreateVersion7();
        values[nameof(Entity.Version)] = 0;
        values[Partner] = partnerId;
        values[nameof(IDated.From)] = days.From;
        values[nameof(IDated.To)] = days.To;
        var copy = (T)values.ToObject();
        db.Add(copy);
        return copy;
    }

    /// <summary>What it says, by name, whichever partner it belongs to.</summary>
    public static IReadOnlyDictionary<string, string?> ValuesOf(this SecretariatDb db, Entity record) =>
        db.Entry(record)
            .Properties.Where(p => p.Metadata.Name is not (Partner or nameof(Entity.Version)))
            .ToDictionary(p => p.Metadata.Name, p => Auditor.Show(p, p.CurrentValue), StringComparer.Ordinal);

    /// <summary>What it says otherwise now, or null; values that were not known then, or are not any more, tell of no change.</summary>
    public static Reason? ChangedSince(this SecretariatDb db, Entity record, IReadOnlyDictionary<string, string?> values)
    {
        var now = db.ValuesOf(record);
        return ChangedValue.InWords(
            values.Where(v => now.ContainsKey(v.Key)).Select(v => Changed(record, v.Key, v.Value, now[v.Key]))
        );
    }

    /// <summary>As people read it, where the text that is compared is one of ours.</summary>
    private static ChangedValue Changed(Entity record, string field, string? then, string? now)
    {
        Reason name = FieldNames.Of(field);
        var property = record.GetType().GetProperty(field)?.PropertyType;
        var type = property is null ? null : Nullable.GetUnderlyingType(property) ?? property;
        return type == typeof(LocalizedText) ? ChangedValue.Of(name, Text(then), Text(now)) : new(name, Told(then), Told(now));

        object? Told(string? value) =>
            value is null ? null
            : type == typeof(DateOnly) ? DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : type is { IsEnum: true } ? (Reason)FieldNames.Of(value)
            : type == typeof(List<string>) ? string.Join(", ", JsonSerializer.Deserialize<List<string>>(value)!)
            : value;

        static LocalizedText? Text(string? json) => json is null ? null : LocalizedText.FromJson(json);
    }
}
