using System.Text;
using System.Text.RegularExpressions;
using Secretariat.Platform.Localization;
using static Secretariat.Modules.Letters.Documents.TemplateNode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Reads <c>{name}</c>, <c>{#list}…{/list}</c>, <c>{^list}…{/list}</c> and <c>{{</c> for a brace.</summary>
internal sealed partial class TemplateParser(string source)
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
        var tag = Tag().Match(source, position);
        var column = position - lineStart + 1;
        if (!tag.Success)
        {
            Report(line, column, Text.Key("“{” opens no field; write a name and “}” after it, or “{{” for a brace."));
            TakeBrace(length: 1);
            return;
        }
        var (kind, name) = (tag.Groups["kind"].Value, tag.Groups["name"].Value);
        var alone = kind.Length > 0 && StandsAlone(tag);
        if (alone)
            TrimIndent();
        EndLiteral();
        Act(kind, name, column);
        position += tag.Length;
        if (alone)
            SkipRestOfLine();
    }

    private void Act(string kind, string name, int column)
    {
        if (kind is "")
            Here.Add(new Field(name, line, column));
        else if (kind is "/")
            Close(name, column);
        else
            Open(new Section(name, kind is "^", line, column));
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
        if (!open.Any(section => section.Name == name))
        {
            Report(line, column, Text.Key("“{0}” closes a section that is not open.", Closing(name)));
            return;
        }
        while (open.Pop() is var section && section.Name != name)
            Report(section.Line, section.Column, Text.Key("“{0}” is not closed before “{1}”.", Opening(section), Closing(name)));
    }

    // A section tag alone on its line takes the line with it, so that lists leave no empty lines behind.
    private bool StandsAlone(Match tag)
    {
        var end = source.IndexOf('\n', tag.Index + tag.Length);
        var after = source[(tag.Index + tag.Length)..(end < 0 ? source.Length : end)];
        return string.IsNullOrWhiteSpace(source[lineStart..tag.Index]) && string.IsNullOrWhiteSpace(after);
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

    [GeneratedRegex(
        @"\G\{(?<kind>[#^/]?)[ ]?(?<name>\p{L}[\p{L}\p{Nd}_]*(?:[.\-][\p{L}\p{Nd}_]+)*)[ ]?\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tag();
}
