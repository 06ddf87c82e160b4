using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Writes a story down as its parts.</summary>
internal sealed class StoryCompiler
{
    private readonly List<StoryPart> parts = [];
    private readonly StringBuilder xml = new();
    private readonly bool isCopy;
    private readonly int depth;

    private StoryCompiler(bool isCopy, int depth) => (this.isCopy, this.depth) = (isCopy, depth);

    public static IReadOnlyList<StoryPart> Compile(Element root) => Compile([root], "", isCopy: false, depth: 0);

    /// <summary>The XML of what depends on no values.</summary>
    public static string Text(Element root) => string.Concat(Compile(root).OfType<StoryPart.Xml>().Select(part => part.Text));

    private static List<StoryPart> Compile(IEnumerable<WordNode> nodes, string prefix, bool isCopy, int depth)
    {
        var compiler = new StoryCompiler(isCopy, depth);
        foreach (var node in nodes)
            compiler.Write(node, prefix);
        compiler.EndXml();
        return compiler.parts;
    }

    private void Write(WordNode node, string prefix)
    {
        if (node is Characters characters)
            Markup.AppendText(xml, characters.Text);
        else if (node is Tag tag)
            Add(new StoryPart.Field(tag.Place, tag.Format, prefix));
        else if (node is Section section)
            Write(section, prefix);
        else if (node is Element element && !(isCopy && IsOfOnePlace(element)))
            Write(element);
    }

    private void Write(Section section, string prefix)
    {
        if (depth == Sections.Deepest)
            throw new UnreadableException(
                Sentence.Of("Sections are nested deeper than {0}: make them simpler.", Sections.Deepest)
            );
        var first = Compile(section.Children, prefix, isCopy, depth + 1);
        Add(
            new StoryPart.Repeated(
                section.Place,
                first,
                isCopy ? first : Compile(section.Children, prefix, isCopy: true, depth + 1)
            )
        );
    }

    private void Write(Element element)
    {
        if (element.GoesWhenEmpty)
        {
            var (begin, inner) = BeginAndInner(element);
            Add(new StoryPart.UnlessEmpty(begin, Compile(inner, element.Prefix, isCopy, depth), $"</{element.Name}>"));
            return;
        }

        Begin(element);
        if (element.Children.Count is 0 && !element.EndsInParagraph)
        {
            xml.Append("/>");
            return;
        }

        xml.Append('>');
        WriteChildren(element);
        if (element.EndsInParagraph)
            EndInParagraph(element);
        xml.Append("</").Append(element.Name).Append('>');
    }

    private void EndInParagraph(Element element)
    {
        var last = element.Children.LastOrDefault() is Element child && child.Is("p") ? child : null;
        if (last is { GoesWhenEmpty: false })
            return;
        var look = last?.Child("pPr") is { } properties ? Text(properties) : "";
        Add(new StoryPart.LastParagraph(element.Prefix, look));
    }

    private void WriteChildren(Element element)
    {
        foreach (var child in element.Children)
        {
            if (!(isCopy && element.Is("sdtPr") && child is Element id && id.Is("id")))
                Write(child, element.Prefix);
        }
    }

    /// <summary>The element up to what depends on the values, and that.</summary>
    private (string Begin, IEnumerable<WordNode> Inner) BeginAndInner(Element element)
    {
        var inner = element.Children.SkipWhile(child => child is not Section).ToList();
        var begin = Compile([element.With(element.Children.Take(element.Children.Count - inner.Count))], "", isCopy, depth);
        var written = string.Concat(begin.OfType<StoryPart.Xml>().Select(part => part.Text));
        var end = $"</{element.Name}>";
        return (written.EndsWith(end, StringComparison.Ordinal) ? written[..^end.Length] : written[..^2] + ">", inner);
    }

    private void Begin(Element element)
    {
        xml.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes)
        {
            if (isCopy && attribute.Space is WordXml.OfParagraphs && (attribute.Is("paraId") || attribute.Is("textId")))
                continue;
            xml.Append(' ').Append(attribute.Name).Append("=\"");
            if (isCopy && element.LocalName is "docPr" && attribute.Name is "id")
                Add(new StoryPart.DrawingNumber());
            else
                Markup.AppendValue(xml, attribute.Value);
            xml.Append('"');
        }
    }

    private void Add(StoryPart part)
    {
        EndXml();
        parts.Add(part);
    }

    private void EndXml()
    {
        if (xml.Length > 0)
            parts.Add(new StoryPart.Xml(xml.ToString()));
        xml.Clear();
    }

    /// <summary>Marks whose names or numbers may stand in a document only once.</summary>
    private static bool IsOfOnePlace(Element element) =>
        element.Is("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd");
}
