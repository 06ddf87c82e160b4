using System.Globalization;

namespace Secretariat.Formats;

/// <summary>What is said of a file: a sentence in English and its values, which can be said in other languages.</summary>
/// <param name="english">The sentence; <c>{0}</c> stands for the first value.</param>
/// <param name="values">Texts as they stand in the file, and numbers.</param>
public sealed class Sentence(string english, params IReadOnlyList<object?> values) : IEquatable<Sentence>
{
    /// <summary>The sentence, with places for its values.</summary>
    public string English => english;

    /// <summary>In the order of their places.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Marks a sentence as one to translate, like those of the pages.</summary>
    public static Sentence Of(string english, params IReadOnlyList<object?> values) => new(english, values);

    /// <summary>A sentence that stays in English, with its values in it.</summary>
    public static implicit operator Sentence(string said) => new("{0}", said);

    /// <inheritdoc/>
    public bool Equals(Sentence? other) => other?.ToString() == ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sentence);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, english, [.. values]);
}
