namespace Secretariat.Formats.WordTemplates;

/// <summary>The runs of a paragraph, each tag of a section between two of them.</summary>
internal static class Lines
{
    /// <summary>The children of an element, with what has taken the place of each.</summary>
    public static List<WordNode> Read(Element element, Flow flow)
    {
        var nodes = new List<WordNode>();
        foreach (var node in element.Children)
        {
            if (node is not Element child)
                nodes.Add(node);
            else if (child.Becomes is { } others)
                nodes.AddRange(
                    others.SelectMany(other => other is Element run && run.Is("r") ? Divide(run, run.Children) : [other])
                );
            else if (child.Is("r"))
                nodes.AddRange(Divide(child, Read(child, flow)));
            else if (!child.Is("txbxContent", "p", "rPr", "pPr"))
                nodes.Add(ReadInner(child, flow));
            else
                nodes.Add(child);
        }

        return nodes;
    }

    /// <summary>A paragraph whose sections go on outside: its parts and the tags between them; of parts that say nothing only marks stay.</summary>
    public static List<WordNode> Split(Element paragraph)
    {
        var properties = paragraph.Child("pPr");
        var (nodes, part, isFirst) = (new List<WordNode>(), new List<WordNode>(), true);
        foreach (var node in paragraph.Children.Where(node => node != properties))
        {
            if (node is not Tag { IsSection: true })
            {
                part.Add(node);
                continue;
            }

            EndPart(Without(properties, "sectPr"), isKept: false);
            nodes.Add(node);
        }

        EndPart(properties, isKept: properties?.Child("sectPr") is not null);
        return nodes;

        void EndPart(Element? look, bool isKept)
        {
            if (!isKept && part.TrueForAll(IsBlank))
                nodes.AddRange(RangeMarks.Of(part));
            else
            {
                nodes.Add(isFirst ? paragraph.With(Looking(look)) : paragraph.Beside(Looking(Without(look, "pageBreakBefore"))));
                isFirst = false;
            }

            part = [];
        }

        List<WordNode> Looking(Element? look) => look is null ? part : [look, .. part];
    }

    /// <summary>Whether an element says something only where one of its sections does.</summary>
    public static bool IsOnlySections(Element element) =>
        element.Children.Exists(Depends)
        && element.Children.TrueForAll(node => Depends(node) || (element.Is("p") ? IsBlank(node) : IsUnseen(node)))
        && element.Child("pPr")?.Child("sectPr") is null;

    /// <summary>Whether an element is a content control, or its content, that may hold nothing, which it must not.</summary>
    public static bool IsControlOfSections(Element element) =>
        element.Is("sdt", "sdtContent", "customXml") && IsOnlySections(element);

    /// <summary>Whether nothing of it is seen.</summary>
    public static bool IsBlank(WordNode node) =>
        node switch
        {
            Tag tag => tag.IsSection,
            Element element when CanBeBlank(element) => element.Children.TrueForAll(IsBlank),
            _ => IsUnseen(node),
        };

    private static bool Depends(WordNode node) => node is Section or Element { GoesWhenEmpty: true };

    private static bool IsUnseen(WordNode node) =>
        node is Characters characters ? string.IsNullOrWhiteSpace(characters.Text) : node is Element element && IsMark(element);

    private static bool CanBeBlank(Element element) =>
        element.Is("t", "r", "p", "tc", "tr", "hyperlink", "smartTag", "sdt", "sdtContent");

    /// <summary>Whether an element is a property or a mark, which are not seen themselves.</summary>
    public static bool IsMark(Element element) =>
        element.Is("rPr", "pPr", "tcPr", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "tblPr", "tblGrid")
        || element.Is("proofErr", "lastRenderedPageBreak")
        || RangeMarks.Has(element);

    /// <summary>A link or control in the line: sections open and close within it.</summary>
    private static Element ReadInner(Element element, Flow flow)
    {
        element.Children = Sections.Join(Read(element, flow), flow);
        foreach (var tag in Sections.Take(element))
            Sections.TellOutside(tag.Place, flow);
        element.GoesWhenEmpty = IsControlOfSections(element);
        return element;
    }

    /// <summary>A run, or the runs that it becomes with the tags between them.</summary>
    private static IEnumerable<WordNode> Divide(Element run, List<WordNode> pieces)
    {
        var hadPieces = run.Elements.Any(piece => !piece.Is("rPr"));
        var look = run.Child("rPr");
        run.Children = pieces;
        if (!pieces.Exists(piece => piece is Tag { IsSection: true }))
            return hadPieces && pieces.TrueForAll(piece => piece == look || piece is Characters) ? [] : [run];
        var (nodes, part) = (new List<WordNode>(), new List<WordNode>());
        foreach (var piece in pieces.Where(piece => piece != look))
        {
            if (piece is not Tag { IsSection: true })
            {
                part.Add(piece);
                continue;
            }

            EndPart();
            nodes.Add(piece);
        }

        EndPart();
        return nodes;

        void EndPart()
        {
            if (part.Exists(piece => piece is not Characters))
                nodes.Add(run.With(look is null ? part : [look, .. part]));
            part = [];
        }
    }

    /// <summary>The same look without the end of a section of pages, which only the last part keeps, or without what only the first does.</summary>
    private static Element? Without(Element? look, string property) =>
        look?.Child(property) is { } one ? look.With(look.Children.Where(child => child != one)) : look;
}
