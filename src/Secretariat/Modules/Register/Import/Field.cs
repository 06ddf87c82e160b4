using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Import;

/// <summary>Something that a row can say.</summary>
/// <param name="Column">What its column is called in our own files; the field's name, too.</param>
/// <param name="Label">What it is called on a page, to be translated.</param>
public sealed record Field(string Column, string Label)
{
    private static readonly char[] Between = ['/', '|', '\n'];

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

    /// <summary>Also in two languages, as in “Role / Rôle”.</summary>
    public bool IsCalled(string header) =>
        Array.TrueForAll(Halves(header), half => half == Fold.Of(Column) || Words.Contains(half));

    /// <summary>Whether it is called as in our own files, alone or beside a name in another language.</summary>
    public bool IsCalledAsOurs(string header) => IsCalled(header) && Halves(header).Contains(Fold.Of(Column));

    private static string[] Halves(string header) =>
        header.Split(Between, StringSplitOptions.TrimEntries) is var halves && Array.TrueForAll(halves, h => h.Length > 0)
            ? Array.ConvertAll(halves, Fold.Of)
            : [Fold.Of(header.Trim())];
}
