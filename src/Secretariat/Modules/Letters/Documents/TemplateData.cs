using System.Collections;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// The values for a template by name. A dotted name (<c>addressee.name</c>) is looked up whole, then part by part
/// through records. A value of null is known to be empty; a name that was never set is unknown.
/// </summary>
public sealed class TemplateData : IEnumerable<KeyValuePair<string, TemplateValue>>
{
    private readonly Dictionary<string, TemplateValue> values = new(StringComparer.Ordinal);

    public TemplateValue? this[string name]
    {
        get => Find(name);
        set => values[name] = value ?? new TemplateValue.Text("");
    }

    public TemplateValue? Find(string name)
    {
        if (values.TryGetValue(name, out var value))
            return value;
        for (var dot = name.IndexOf('.'); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            if (values.TryGetValue(name[..dot], out var part) && part is TemplateValue.Record record)
                return record.Data.Find(name[(dot + 1)..]);
        }
        return null;
    }

    /// <summary>The same values and one more.</summary>
    public TemplateData With(string name, TemplateValue? value)
    {
        var copy = new TemplateData();
        foreach (var (known, knownValue) in values)
            copy[known] = knownValue;
        copy[name] = value;
        return copy;
    }

    public IEnumerator<KeyValuePair<string, TemplateValue>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What a name stands for: plain text, a list of entries, or a record with names of its own.</summary>
public abstract record TemplateValue
{
    private TemplateValue() { }

    /// <param name="Language">Where it is not that of the letter.</param>
    public sealed record Text(string Value, string? Language = null) : TemplateValue;

    public sealed record List(IReadOnlyList<TemplateData> Entries) : TemplateValue;

    public sealed record Record(TemplateData Data) : TemplateValue;

    public bool IsEmpty =>
        this switch
        {
            Text text => string.IsNullOrWhiteSpace(text.Value),
            List list => list.Entries.Count == 0,
            _ => false,
        };

    public static implicit operator TemplateValue(string? text) => new Text(text ?? "");

    public static implicit operator TemplateValue(TemplateData data) => new Record(data);

    public static implicit operator TemplateValue(TemplateData[] entries) => new List(entries);

    public static implicit operator TemplateValue(List<TemplateData> entries) => new List(entries);
}
