using System.Text;
using Secretariat.Formats.WordTemplates;
using Secretariat.Platform.Localization;
using static Secretariat.Modules.Letters.Documents.TemplateNode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Reads <c>{name}</c>, <c>{#list}…{/list}</c>, <c>{^list}…{/list}</c>, <c>{/}</c> for the end of the innermost one, and <c>{{</c> for a brace.</summary>
internal sealed class TemplateParser(string source)
{
    private const int DeepestSection = 20;

    private readonly List<TemplateNode> nodes = [];
    private readonly List<Reason> problems = [];
    private readonly Stack<Section> open = new();
    private readonly StringBuilder literal = new();
    private int position;
    private int line = 1;
    private int lineStart;

    public static (IReadOnlyList<TemplateNode> Nodes, IReadOnlyList<Reason> Problems) Read(string source) =>
        new TemplateParser(source.ReplaceLineEndings("\n")).Read();

    private List<TemplateNode> Here => open.TryPeek(out var section) ? section.Children : nodes;

    private (IReadOnlyList<TemplateNode>, IReadOnlyList<Reason>) Read()
    {
        while (position < source.Length)
        {
            if (source[position] is not '{')
                Take();
            else if (source.AsSpan(position).StartsWith("{{"))
                TakeBrace(length: 2);
            else
                ReadTag();
        }
        EndLiteral();
        foreach (var section in open)
            Report(
                section.Line,
                section.Column,
                Text.Key("“{0}” is never closed; “{1}” is missing.", Opening(section), Closing(section.Name))
            );
        return (nodes, problems);
    }

    private void Take()
    {
        literal.Append(source[position]);
        if (source[position++] is '\n')
            (line, lineStart) = (line + 1, position);
    }

    private void TakeBrace(int length)
    {
        literal.Append('{');
        position += length;
    }

    private void ReadTag()
    {
        var column = position - lineStart + 1;
        if (TemplateTag.At(source, position) is not { } tag)
        {
            Report(line, column, Text.Key("“{” opens no field; write a name and “}” after it, or “{{” for a brace."));
            TakeBrace(length: 1);
            return;
        }
        var alone = tag.Sign.Length > 0 && StandsAlone(tag.Length);
        if (alone)
            TrimIndent();
        EndLiteral();
        Act(tag.Sign, tag.Name, column);
        position += tag.Length;
        if (alone)
            SkipRestOfLine();
    }

    private void Act(string sign, string name, int column)
    {
        if (sign is "")
            Here.Add(new Field(name, line, column));
        else if (sign is "/")
            Close(name, column);
        else
            Open(new Section(name, sign is "^", line, column));
    }

    private void Open(Section section)
    {
        if (open.Count == DeepestSection)
            Report(section.Line, section.Column, Text.Key("sections are nested deeper than {0}.", DeepestSection));
        if (open.Count < DeepestSection)
            Here.Add(section);
        open.Push(section);
    }

    private void Close(string name, int column)
    {
        if (!open.Any(section => Answers(name, section)))
        {
            Report(line, column, Text.Key("“{0}” closes a section that is not open.", Closing(name)));
            return;
        }
        while (open.Pop() is var section && !Answers(name, section))
            Report(section.Line, section.Column, Text.Key("“{0}” is not closed before “{1}”.", Opening(section), Closing(name)));
    }

    private static bool Answers(string closing, Section section) => closing.Length is 0 || closing == section.Name;

    // A section tag alone on its line takes the line with it, so that lists leave no empty lines behind.
    private bool StandsAlone(int length)
    {
        var end = source.IndexOf('\n', position + length);
        var after = source[(position + length)..(end < 0 ? source.Length : end)];
        return string.IsNullOrWhiteSpace(source[lineStart..position]) && string.IsNullOrWhiteSpace(after);
    }

    private void TrimIndent() => literal.Length -= Math.Min(literal.Length, position - lineStart);

    private void SkipRestOfLine()
    {
        var end = source.IndexOf('\n', position);
        position = end < 0 ? source.Length : end + 1;
        if (end >= 0)
            (line, lineStart) = (line + 1, position);
    }

    private void EndLiteral()
    {
        if (literal.Length == 0)
            return;
        Here.Add(new Literal(literal.ToString()));
        literal.Clear();
    }

    private void Report(int atLine, int column, Reason what) =>
        problems.Add(Text.Key("Line {0}, column {1}: {2}", atLine, column, what));

    private static string Opening(Section section) => $"{{{(section.WhenEmpty ? '^' : '#')}{section.Name}}}";

    private static string Closing(string name) => $"{{/{name}}}";
}
