namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A person named in a statement: tokens from the title up to, not including, the end.</summary>
/// <param name="Name">As written, without titles.</param>
/// <param name="Rank">The rank or office in front of the name, or null.</param>
/// <param name="HasTitle">Whether a form of address or rank stands in front of it.</param>
/// <param name="DetailsEnd">Where function, organisation and addresses given right behind the name end.</param>
internal sealed record Mention(
    Statement Statement,
    int First,
    int End,
    string Name,
    string? Rank,
    bool HasTitle,
    int DetailsEnd,
    ProposedPerson Person
)
{
    /// <summary>Name parts worth comparing, in lower case.</summary>
    public IEnumerable<string> NameParts => PartsOf(Name);

    public static IEnumerable<string> PartsOf(string name) =>
        Tokenizer.Fold(name).Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 2);
}
