using System.Collections;

namespace Secretariat.Formats.Mime;

/// <summary>All header fields of a part, in the order of the message.</summary>
public sealed class MimeHeaders : IReadOnlyList<MimeHeader>
{
    private readonly List<MimeHeader> fields;

    internal MimeHeaders(List<MimeHeader> fields) => this.fields = fields;

    /// <inheritdoc/>
    public int Count => fields.Count;

    /// <inheritdoc/>
    public MimeHeader this[int index] => fields[index];

    /// <summary>The topmost field of this name, or null.</summary>
    public MimeHeader? First(string name)
    {
        foreach (var field in fields)
            if (field.Is(name))
                return field;
        return null;
    }

    /// <summary>All fields of this name, topmost first.</summary>
    public IEnumerable<MimeHeader> All(string name) => fields.Where(field => field.Is(name));

    /// <summary>The decoded value of the topmost field of this name, or null.</summary>
    public string? Value(string name) => First(name)?.Value;

    /// <summary>The value of the topmost field of this name on one line, encoded words not decoded, or null.</summary>
    public string? Unfolded(string name) => First(name)?.Unfolded;

    /// <inheritdoc/>
    public IEnumerator<MimeHeader> GetEnumerator() => fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
