using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>An entry with its words and values, as far as they have not been erased.</summary>
public sealed class AuditRow(AuditEntry entry, IModel model)
{
    private const int Longest = 160;

    public AuditEntry Entry => entry;

    public AuditPayload? Payload { get; } = AuditPayload.Of(entry);

    public IEnumerable<Change> Changes =>
        Payload is null
            ? []
            : Payload.Values.Select(v => new Change(
                FieldNames.Of(v.Key),
                Show(v.Key, v.Value[0]),
                v.Value.Length > 1 ? Show(v.Key, v.Value[1]) : null,
                v.Value.Length > 1
            ));

    /// <summary>States and kinds in the reader’s words, everything else as it stands in the record.</summary>
    private Reason? Show(string field, string? value) =>
        (value, FieldNames.TypeOf(model, entry.SubjectType, field)) switch
        {
            (null, _) => null,
            ({ } word, { IsEnum: true }) => FieldNames.Of(word),
            ("True", _) => Text.Key("Yes"),
            ("False", _) => Text.Key("No"),
            (['[', ..], var type) when type == typeof(Reason) => JsonSerializer.Deserialize<Reason>(value),
            _ => Reason.Quoted(Shorten(value)),
        };

    /// <summary>Long values are cut; of a key to another record, the part that tells records apart.</summary>
    private static string Shorten(string value) =>
        Guid.TryParseExact(value, "D", out var id) ? $"…{id.ToString("N")[^8..]}"
        : value is ['[', .., ']'] && ListIn(value) is { } list ? list
        : value.Length > Longest ? string.Concat(value.AsSpan(0, Longest), "…")
        : value;

    /// <summary>A list of words, such as strands, as people write one.</summary>
    private static string? ListIn(string json)
    {
        try
        {
            return string.Join(", ", JsonSerializer.Deserialize<List<string>>(json)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="HasBefore">Whether there was a value before; else the record was made with the first.</param>
    public sealed record Change(string Field, Reason? First, Reason? Second, bool HasBefore);
}
