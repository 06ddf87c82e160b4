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

    /// <summary>Whether two names are of one person: inflected ("Šćetinu", "Šćetina"), or the family name alone.</summary>
    public static bool IsSamePerson(string one, string other)
    {
        var (a, b) = (PartsOf(one).ToList(), PartsOf(other).ToList());
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return few.Count > 0 && few.TrueForAll(part => many.Exists(p => IsSameStem(part, p)));
    }

    private static bool IsSameStem(string one, string other)
    {
        const int longestEnding = 3;
        var common = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var longest = Math.Max(one.Length, other.Length);
        return common == longest || common >= 5 && longest - common <= (common > 5 ? longestEnding : longestEnding - 1);
    }

    public static IEnumerable<string> PartsOf(string name) =>
        Tokenizer.Fold(name).Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 2);
}
