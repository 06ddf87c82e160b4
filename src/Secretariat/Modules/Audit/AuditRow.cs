using Microsoft.EntityFrameworkCore.Metadata;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>An entry with its words and values in the reader’s language, as far as they have not been erased.</summary>
public sealed class AuditRow(AuditEntry entry, IModel model, Text t)
{
    public AuditEntry Entry => entry;

    public AuditPayload? Payload { get; } = AuditPayload.Of(entry);

    /// <summary>An account by its name; what acts without one has a name to translate.</summary>
    public string Actor =>
        Payload is null ? t.Of("Erased")
        : entry.ActorId is null ? t.Of(Payload.Actor)
        : Payload.Actor;

    /// <summary>What a person said, or a sentence of ours.</summary>
    public string? Why => Payload?.Why is { } why ? t.Of(why) : null;

    /// <summary>What reads differently from before; of what only the search needs, nothing.</summary>
    public IReadOnlyList<Change> Changes =>
        Payload is null
            ? []
            : [.. Payload.Values.Where(v => !FieldNames.IsDerived(v.Key)).Select(v => ChangeOf(v.Key, v.Value)).OfType<Change>()];

    private Change? ChangeOf(string field, string?[] values)
    {
        var told = new ToldValue(FieldNames.TypeOf(model, entry.SubjectType, field), values, t);
        var (first, second) = (told.Of(values[0]), values.Length > 1 ? told.Of(values[1]) : null);
        return first == second ? null : new(field, t.Of(FieldNames.Of(field)), first, second, values.Length > 1);
    }

    /// <param name="Name">Of the field in the record.</param>
    /// <param name="Field">In words.</param>
    /// <param name="HasBefore">Whether there was a value before; else the record was made with the first.</param>
    public sealed record Change(string Name, string Field, string? First, string? Second, bool HasBefore);
}
