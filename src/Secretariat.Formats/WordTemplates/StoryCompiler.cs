using System.Text;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Writes a story down as its parts.</summary>
internal sealed class StoryCompiler
{
    private readonly List<StoryPart> parts = [];
    private readonly StringBuilder xml = new();
    private readonly DrawingIds ids;
    private readonly bool isCopy;
    private readonly int depth;
    private Block? last;

    private StoryCompiler(DrawingIds ids, bool isCopy, int depth) => (this.ids, this.isCopy, this.depth) = (ids, isCopy, depth);

    /// <param name="root">The story.</param>
    /// <param name="ids">Those of the stories before it.</param>
    public static IReadOnlyList<StoryPart> Compile(Element root, DrawingIds ids)
    {
        ids.BeginStory();
        return new StoryCompiler(ids, isCopy: false, depth: 0).Compile(story => story.Write(root));
    }

    /// <summary>The XML of what depends on no values.</summary>
    public static string Text(Element root) =>
        string.Concat(Compile(root, new DrawingIds()).OfType<StoryPart.Xml>().Select(part => part.Text));

    private List<StoryPart> Compile(Action<StoryCompiler> write)
    {
        write(this);
        EndXml();
        return parts;
    }

    private StoryCompiler Inner(bool asCopy, int at) => new(ids, asCopy, at);

    private void Write(WordNode node, string prefix)
    {
        if (node is Characters characters)
            Markup.AppendText(xml, characters.Text);
        else if (node is Tag tag)
            Add(new StoryPart.Field(tag.Place, tag.Format, prefix));
        else if (node is Section section)
            Write(section, prefix);
        else if (node is Element element && !(isCopy && RangeMarks.Has(element)))
            Write(element);
    }

    private void Write(Section section, string prefix)
    {
        if (depth == Sections.Deepest)
            throw new UnreadableException(
                Sentence.Of("Sections are nested deeper than {0}: make them simpler.", Sections.Deepest)
            );
        var first = Inner(isCopy, depth + 1).Compile(WriteInner);
        Add(new StoryPart.Repeated(section.Place, first, isCopy ? first : Inner(asCopy: true, depth + 1).Compile(WriteInner)));

        void WriteInner(StoryCompiler inner)
        {
            foreach (var child in section.Children)
                inner.Write(child, prefix);
        }
    }

    private void Write(Element element)
    {
        if (element.GoesWhenEmpty)
            Add(new StoryPart.UnlessEmpty(Inner(isCopy, depth).Compile(inner => inner.WriteWhole(element))));
        else
            WriteWhole(element);
    }

    private void WriteWhole(Element element)
    {
        if (element.Is("tbl") && last is null)
            Add(new StoryPart.BeforeTable(element.Prefix));
        Begin(element);
        if (element.EndsInParagraph)
            last = Block.None;
        if (element.Children.Count is 0 && !element.EndsInParagraph)
            xml.Append("/>");
        else
        {
            xml.Append('>');
            WriteChildren(element);
            if (element.EndsInParagraph && last is not Block.Paragraph)
                EndInParagraph(element);
            xml.Append("</").Append(element.Name).Append('>');
        }

        if (element.Is("p", "tbl"))
            last = element.Is("p") ? Block.Paragraph : Block.Table;
    }

    /// <summary>An empty paragraph looks like the one that a section in it took away.</summary>
    private void EndInParagraph(Element element)
    {
        var gone = element.Elements.LastOrDefault() is { GoesWhenEmpty: true } child && child.Is("p") ? child : null;
        Add(new StoryPart.LastParagraph(element.Prefix, gone?.Child("pPr") is { } properties ? Text(properties) : ""));
    }

    private void WriteChildren(Element element)
    {
        foreach (var child in element.Children)
        {
            if (!(isCopy && element.Is("sdtPr") && child is Element id && id.Is("id")))
                Write(child, element.Prefix);
        }
    }

    private void Begin(Element element)
    {
        xml.Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes)
        {
            if (isCopy && attribute.IsOfOneParagraph || attribute.IsSecondShapeName && Repeats(attribute.Value))
                continue;
            xml.Append(' ').Append(attribute.Name).Append("=\"");
            WriteValue(element, attribute);
            xml.Append('"');
        }
    }

    private void WriteValue(Element element, WrittenAttribute attribute)
    {
        if (element.IsDrawingNumber(attribute) && (isCopy || !ids.IsNewNumber(attribute.Value)))
        {
            Add(new StoryPart.DrawingNumber());
            return;
        }

        Markup.AppendValue(xml, attribute.Value);
        if (element.IsShapeName(attribute) && Repeats(attribute.Value))
        {
            xml.Append('_');
            Add(new StoryPart.CopyNumber());
        }
    }

    private bool Repeats(string shape) => isCopy || !ids.IsNewShape(shape);

    private void Add(StoryPart part)
    {
        EndXml();
        parts.Add(part);
    }

    private void EndXml()
    {
        if (xml.Length > 0)
            parts.Add(new StoryPart.Xml(xml.ToString(), last));
        xml.Clear();
        last = null;
    }
}
