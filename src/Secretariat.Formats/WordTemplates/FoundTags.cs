using System.Globalization;
using System.Runtime.CompilerServices;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What was found in a template so far.</summary>
internal sealed class FoundTags
{
    private readonly HashSet<string> fieldNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> sectionNames = new(StringComparer.Ordinal);
    private readonly List<string> fields = [];
    private readonly List<string> sections = [];
    private readonly List<string> problems = [];
    private long characters;

    public IReadOnlyList<string> Fields => fields;

    public IReadOnlyList<string> Sections => sections;

    public IReadOnlyList<string> Problems => problems;

    public void AddField(string name) => Add(fields, fieldNames, name);

    public void AddSection(string name) => Add(sections, sectionNames, name);

    /// <summary>Counts text in which tags are looked for.</summary>
    public void Count(int more)
    {
        characters += more;
        if (characters > TemplateFields.MaxCharacters)
            throw new UnreadableException(
                $"It holds more than {TemplateFields.MaxCharacters} characters of text: make the template shorter."
            );
    }

    public void Tell(string problem)
    {
        if (HasRoom)
            problems.Add(problem);
    }

    /// <summary>Composes the sentence only where it is kept: a text of nothing but mistakes has as many as it has characters.</summary>
    public void Tell([InterpolatedStringHandlerArgument("")] ref Sentence problem)
    {
        if (HasRoom)
            problems.Add(problem.Text());
    }

    private bool HasRoom => problems.Count < TemplateFields.MaxProblems;

    private static void Add(List<string> names, HashSet<string> known, string name)
    {
        if (!known.Add(name))
            return;
        if (names.Count == TemplateFields.MaxFields)
            throw new UnreadableException($"It has more than {TemplateFields.MaxFields} different fields: make it simpler.");
        names.Add(name);
    }

    [InterpolatedStringHandler]
    public ref struct Sentence
    {
        private DefaultInterpolatedStringHandler text;

        public Sentence(int literalLength, int formattedCount, FoundTags found, out bool isKept)
        {
            isKept = found.HasRoom;
            if (isKept)
                text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
        }

        public void AppendLiteral(string literal) => text.AppendLiteral(literal);

        public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

        public string Text() => text.ToStringAndClear();
    }
}
