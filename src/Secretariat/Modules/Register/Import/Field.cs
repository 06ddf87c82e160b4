using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Import;

/// <summary>Something that a row can say.</summary>
/// <param name="Column">What its column is called in our own files; the field's name, too.</param>
/// <param name="Label">What it is called on a page, to be translated.</param>
public sealed record Field(string Column, string Label)
{
    /// <summary>Under which names the reader of lists finds it, the likeliest first.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>Other names of its column, without accents and in small letters.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether a cell can be nothing else, so that a column is known by what stands in it.</summary>
    public Predicate<string>? IsTold { get; init; }

    public bool IsCalled(string header) =>
        Fold.Of(header.Trim()) is var folded && (folded == Fold.Of(Column) || Words.Contains(folded));
}
