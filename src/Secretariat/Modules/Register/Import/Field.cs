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

    /// <summary>What its cells are; a column of its name with other cells holds something else.</summary>
    public Predicate<string>? Holds { get; init; }

    /// <summary>Whether such cells can be nothing else, so that a column is known by what stands in it.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether its column is called so in our own files only.</summary>
    public bool IsOurs { get; init; }

    public bool IsCalled(string header) =>
        Fold.Of(header.Trim()) is var folded && (folded == Fold.Of(Column) || Words.Contains(folded));
}
