namespace Secretariat.Modules.Register.Import;

/// <summary>Something that a row can say.</summary>
/// <param name="Column">What its column is called in our own files; the field's name, too.</param>
/// <param name="Label">What it is called on a page, to be translated.</param>
/// <param name="AlsoShownAs">What other pages of ours call it, to be translated.</param>
public sealed record Field(string Column, string Label, params IReadOnlyList<string> AlsoShownAs)
{
    private static readonly char[] Between = ['/', '|', '\n'];

    private readonly HashSet<string> ours = KeysOf(HeadingsOf(Column, [Label, .. AlsoShownAs]));
    private readonly HashSet<string> words = [];

    /// <summary>What our own files and pages call it, in every language of the pages.</summary>
    public IReadOnlyList<string> Headings => HeadingsOf(Column, [Label, .. AlsoShownAs]);

    /// <summary>Under which names the reader of lists finds it, the likeliest first.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>Other names of its column, in any language.</summary>
    public IReadOnlyCollection<string> Words
    {
        get => words;
        init => words = KeysOf(value);
    }

    /// <summary>What its cells are; a column of its name with other cells holds something else.</summary>
    public Predicate<string>? Holds { get; init; }

    /// <summary>Whether such cells can be nothing else, so that a column is known by what stands in it.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether its column is called so in our own files only.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Also in two languages, as in “Role / Rôle”.</summary>
    public bool IsCalled(string header) => IsKnown(Known.Key(header)) || Array.TrueForAll(Halves(header), IsKnown);

    /// <summary>Whether it is called as in our own files or pages, alone or beside another name of it.</summary>
    public bool IsCalledAsOurs(string header) => IsCalled(header) && Array.Exists(Halves(header), ours.Contains);

    private bool IsKnown(string key) => ours.Contains(key) || words.Contains(key);

    private static string[] Halves(string header) =>
        header.Split(Between, StringSplitOptions.TrimEntries) is var halves && Array.TrueForAll(halves, h => h.Length > 0)
            ? Array.ConvertAll(halves, Known.Key)
            : [Known.Key(header)];

    private static IReadOnlyList<string> HeadingsOf(string column, IReadOnlyList<string> labels) =>
        [column, .. labels.SelectMany(Known.InEveryLanguage)];

    private static HashSet<string> KeysOf(IEnumerable<string> names) => names.Select(Known.Key).ToHashSet(StringComparer.Ordinal);
}
