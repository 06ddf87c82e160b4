using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Secretariat.Platform.Localization;

/// <summary>Why something is not possible: a whole English sentence and its values, said later in the reader's language.</summary>
public sealed class Reason(string english, params IReadOnlyList<object?> values)
{
    public string English => english;

    public IReadOnlyList<object?> Values => values;

    [return: NotNullIfNotNull(nameof(english))]
    public static implicit operator Reason?(string? english) => english is null ? null : new(english);

    public override string ToString() =>
        values.Count == 0 ? english : string.Format(CultureInfo.InvariantCulture, english, [.. values]);
}
