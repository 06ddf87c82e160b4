using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What was found in a template so far, within bounds.</summary>
internal sealed class FoundTags
{
    private readonly HashSet<string> fieldNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> sectionNames = new(StringComparer.Ordinal);
    private readonly List<string> fields = [];
    private readonly List<string> sections = [];
    private readonly List<Sentence> problems = [];
    private readonly List<Sentence> fromOutside = [];
    private long characters;
    private long nodes;
    private long read;

    public IReadOnlyList<string> Fields => fields;

    public IReadOnlyList<string> Sections => sections;

    public IReadOnlyList<Sentence> Problems => problems;

    /// <summary>Those of the problems that are of what lies outside.</summary>
    public IReadOnlyList<Sentence> FromOutside => fromOutside;

    public void AddField(string name) => Add(fields, fieldNames, name);

    public void AddSection(string name) => Add(sections, sectionNames, name);

    /// <summary>Counts text in which tags are looked for.</summary>
    public void CountText(int more)
    {
        characters += more;
        if (characters > WordTemplate.MaxCharacters)
            throw new UnreadableException(
                Sentence.Of("It holds more than {0} characters of text: make the template shorter.", WordTemplate.MaxCharacters)
            );
    }

    /// <summary>Counts elements, attributes and texts that are held in memory.</summary>
    public void CountNodes(int more)
    {
        nodes += more;
        if (nodes > WordTemplate.MaxNodes)
            throw new UnreadableException(
                Sentence.Of("It has more than {0} elements: make the template shorter.", WordTemplate.MaxNodes)
            );
    }

    /// <summary>Counts text and values of attributes that are held in memory.</summary>
    public void CountRead(int more)
    {
        read += more;
        if (read > WordTemplate.MaxRead)
            throw OfficePackage.TooLarge();
    }

    /// <summary>Says what the document would take in from outside.</summary>
    public void TellOutside(Sentence problem)
    {
        Tell(problem);
        if (fromOutside.Count < WordTemplate.MaxProblems)
            fromOutside.Add(problem);
    }

    /// <summary>What it quotes must be short: it is kept with the sentence.</summary>
    public void Tell(Sentence problem)
    {
        if (problems.Count < WordTemplate.MaxProblems)
            problems.Add(problem);
    }

    private static void Add(List<string> names, HashSet<string> known, string name)
    {
        if (!known.Add(name))
            return;
        if (names.Count == WordTemplate.MaxFields)
            throw new UnreadableException(
                Sentence.Of("It has more than {0} different fields: make it simpler.", WordTemplate.MaxFields)
            );
        names.Add(name);
    }
}
