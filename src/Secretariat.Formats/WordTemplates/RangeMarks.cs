namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// The begins and ends of bookmarks, of comments and of what may be edited (ECMA-376 part 1, section 17.13): each is found by the number
/// that it has in common with its counterpart, and may stand wherever a run, a paragraph, a row or a cell may. Both are written or none.
/// </summary>
internal sealed class RangeMarks
{
    private readonly Dictionary<(string Kind, string Id), (Element Mark, Scope Within)> open = [];
    private readonly HashSet<Element> moved = [];
    private readonly Dictionary<WordNode, List<WordNode>> before = [];
    private readonly Dictionary<WordNode, List<WordNode>> after = [];

    private RangeMarks() { }

    public static bool Has(Element element) =>
        element.Is("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd");

    /// <summary>Those in what is taken out.</summary>
    public static IEnumerable<WordNode> Of(IEnumerable<WordNode> nodes) =>
        nodes.OfType<Element>().SelectMany(element => Has(element) ? [element] : Of(element.Children));

    /// <summary>
    /// Takes marks out of sections in which their counterpart does not stand, and takes away those that have none: where one is left out
    /// or repeated, the other is too.
    /// </summary>
    public static void Pair(Element root)
    {
        var marks = new RangeMarks();
        marks.Find(root.Children, new Scope(root, null));
        foreach (var (mark, _) in marks.open.Values)
            marks.moved.Add(mark);
        if (marks.moved.Count > 0)
            marks.Move(root.Children);
    }

    private void Find(List<WordNode> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            if (node is Section section)
                Find(section.Children, new Scope(section, scope));
            else if (node is Element element && Has(element))
                Take(element, scope);
            else if (node is Element other)
                Find(other.Children, other.GoesWhenEmpty ? new Scope(other, scope) : scope);
        }
    }

    private void Take(Element mark, Scope scope)
    {
        const string Begin = "Start";
        const string End = "End";
        var isBegin = mark.LocalName.EndsWith(Begin, StringComparison.Ordinal);
        var key = (mark.LocalName[..^(isBegin ? Begin : End).Length], mark.Attribute("id") ?? "");
        var hasBegin = open.Remove(key, out var begin);
        if (hasBegin && !isBegin)
            Lift(begin, (mark, scope));
        else if (hasBegin)
            moved.Add(begin.Mark);
        else if (!isBegin)
            moved.Add(mark);
        if (isBegin)
            open[key] = (mark, scope);
    }

    /// <summary>Out of what only one of them stands in.</summary>
    private void Lift((Element Mark, Scope Within) begin, (Element Mark, Scope Within) end)
    {
        Scope? left = null;
        Scope? entered = null;
        var (from, to) = (begin.Within, end.Within);
        while (from != to)
        {
            if (from.Depth >= to.Depth)
                (left, from) = (from, from.Outer!);
            else
                (entered, to) = (to, to.Outer!);
        }

        if (left is not null)
            Put(begin.Mark, before, left.Node);
        if (entered is not null)
            Put(end.Mark, after, entered.Node);
    }

    private void Put(Element mark, Dictionary<WordNode, List<WordNode>> where, WordNode node)
    {
        moved.Add(mark);
        if (!where.TryGetValue(node, out var marks))
            where[node] = marks = [];
        marks.Add(mark);
    }

    private void Move(List<WordNode> nodes)
    {
        var written = nodes.Where(node => node is not Element mark || !moved.Contains(mark)).ToList();
        nodes.Clear();
        foreach (var node in written)
        {
            nodes.AddRange(before.GetValueOrDefault(node, []));
            nodes.Add(node);
            nodes.AddRange(after.GetValueOrDefault(node, []));
            if (((node as Section)?.Children ?? (node as Element)?.Children) is { } inner)
                Move(inner);
        }
    }

    /// <summary>What is written as a whole or not at all.</summary>
    private sealed class Scope(WordNode node, Scope? outer)
    {
        public WordNode Node => node;

        public Scope? Outer => outer;

        public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;
    }
}
