namespace Secretariat.Formats.WordTemplates;

/// <summary>What was found in a template so far.</summary>
internal sealed class FoundTags
{
    private readonly HashSet<string> fieldNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> sectionNames = new(StringComparer.Ordinal);
    private readonly List<string> fields = [];
    private readonly List<string> sections = [];
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Fields => fields;

    public IReadOnlyList<string> Sections => sections;

    public IReadOnlyList<string> Problems => problems;

    public void AddField(string name) => Add(fields, fieldNames, name);

    public void AddSection(string name) => Add(sections, sectionNames, name);

    public void Tell(string problem)
    {
        if (problems.Count < TemplateFields.MaxProblems)
            problems.Add(problem);
    }

    private static void Add(List<string> names, HashSet<string> known, string name)
    {
        if (!known.Add(name))
            return;
        if (names.Count == TemplateFields.MaxFields)
            throw new UnreadableException($"It has more than {TemplateFields.MaxFields} different fields: make it simpler.");
        names.Add(name);
    }
}
