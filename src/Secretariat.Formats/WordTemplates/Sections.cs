namespace Secretariat.Formats.WordTemplates;

/// <summary>Pairs the tags of sections that stand side by side.</summary>
internal static class Sections
{
    /// <summary>Within each other in one place; more is no letter.</summary>
    public const int Deepest = 20;

    /// <summary>The nodes with what stands between two tags in a section; tags without a counterpart stay among them.</summary>
    public static List<WordNode> Join(IEnumerable<WordNode> nodes, Flow flow)
    {
        var open = new Stack<(Tag Tag, List<WordNode> Before)>();
        var here = new List<WordNode>();
        foreach (var node in nodes)
        {
            if (node is not Tag { IsSection: true } tag)
                here.Add(node);
            else if (tag.Place.Sign is "/")
                here = Close(tag, open, here, flow);
            else if (open.Count == Deepest)
                TellTooDeep(tag.Place, flow);
            else
            {
                open.Push((tag, here));
                here = [];
            }
        }

        while (open.TryPop(out var left))
        {
            left.Before.Add(left.Tag);
            left.Before.AddRange(here);
            here = left.Before;
        }

        return here;
    }

    /// <summary>Takes out the tags that have no counterpart among the children.</summary>
    public static List<Tag> Take(Element element)
    {
        var tags = element.Children.OfType<Tag>().Where(tag => tag.IsSection).ToList();
        if (tags.Count > 0)
            element.Children.RemoveAll(node => node is Tag { IsSection: true });
        return tags;
    }

    /// <summary>A row with the tags of its cells: within the sections that it closes itself, between the tags that other rows answer.</summary>
    public static IEnumerable<WordNode> Around(Element row, IReadOnlyList<Tag> tags, Flow flow)
    {
        var (open, pairs, closers) = (new Stack<Tag>(), new List<Tag>(), new List<Tag>());
        foreach (var tag in tags)
        {
            if (tag.Place.Sign is not "/" && open.Count + pairs.Count < Deepest)
                open.Push(tag);
            else if (tag.Place.Sign is not "/")
                TellTooDeep(tag.Place, flow);
            else if (!open.Any(opener => Answers(tag, opener)))
                closers.Add(tag);
            else
            {
                while (!Answers(tag, open.Peek()))
                    TellOverlap(open.Pop().Place, tag.Place, flow);
                pairs.Add(open.Pop());
            }
        }

        var left = open.Concat(closers).ToHashSet();
        var outer = tags.Where(left.Contains).ToList();
        if (OpensAfterClosing(outer))
        {
            if (pairs.Count > 0 || !Lines.IsBlank(row))
                TellOverlap(open.Peek().Place, closers[0].Place, flow);
            return [.. RangeMarks.Of([row]), .. outer];
        }

        WordNode node = row;
        foreach (var opener in pairs)
            node = Between(opener, [node], flow);
        // A row of nothing but tags says where the rows that are meant begin or end.
        var isMeant = pairs.Count > 0 || open.Count + closers.Count is 0 || !Lines.IsBlank(row);
        return [.. open.Reverse(), .. isMeant ? [node] : RangeMarks.Of([row]), .. closers];
    }

    /// <summary>Whether one section ends in the row and the next begins: the row cannot stand in both.</summary>
    private static bool OpensAfterClosing(List<Tag> outer) =>
        outer.SkipWhile(tag => tag.Place.Sign is not "/").Any(tag => tag.Place.Sign is not "/");

    public static void TellUnpaired(TagPlace tag, Flow flow) =>
        flow.Tell(
            tag.Paragraph,
            tag.Sign is "/"
                ? Sentence.Of("“{0}” closes a section that is not open.", Written(tag))
                : Sentence.Of("“{0}” is never closed; “{1}” is missing.", Written(tag), Written(tag with { Sign = "/" }))
        );

    public static void TellOutside(TagPlace tag, Flow flow) =>
        flow.Tell(
            tag.Paragraph,
            Sentence.Of(
                "“{0}” has no counterpart in the same table, link or content control; put both into it, or both outside.",
                Written(tag)
            )
        );

    private static List<WordNode> Close(Tag closer, Stack<(Tag Tag, List<WordNode> Before)> open, List<WordNode> here, Flow flow)
    {
        if (!open.Any(o => Answers(closer, o.Tag)))
        {
            here.Add(closer);
            return here;
        }

        while (true)
        {
            var (opener, before) = open.Pop();
            if (Answers(closer, opener))
            {
                before.Add(Between(opener, here, flow));
                return before;
            }

            TellOverlap(opener.Place, closer.Place, flow);
            before.AddRange(here);
            here = before;
        }
    }

    private static Section Between(Tag opener, List<WordNode> nodes, Flow flow)
    {
        foreach (var tag in nodes.OfType<Tag>().Where(tag => tag.IsSection))
            TellUnpaired(tag.Place, flow);
        if (nodes.Sum(Depth) is not 0)
            flow.Tell(
                opener.Place.Paragraph,
                Sentence.Of(
                    "a field of Word begins within “{0}” and ends outside, or the other way round; put the whole of it on one side.",
                    Written(opener.Place)
                )
            );
        if (opener.Place.Sign is "#" && nodes.Exists(HoldsNote))
            flow.Tell(
                opener.Place.Paragraph,
                Sentence.Of(
                    "a footnote or endnote stands within “{0}”, where it could be repeated, which Word takes for damage; put it outside, or its text in brackets.",
                    Written(opener.Place)
                )
            );
        return new Section(opener.Place, nodes);
    }

    /// <summary>Whether a note is referred to, not in a section within that says so itself.</summary>
    private static bool HoldsNote(WordNode node) =>
        node switch
        {
            Section section => section.Place.Sign is not "#" && section.Children.Exists(HoldsNote),
            Element element => element.Is("footnoteReference", "endnoteReference") || element.Children.Exists(HoldsNote),
            _ => false,
        };

    /// <summary>How many fields of Word begin in it more than end.</summary>
    private static int Depth(WordNode node) =>
        node switch
        {
            Section section => section.Children.Sum(Depth),
            Element element when element.Is("fldChar") => element.Attribute("fldCharType") switch
            {
                "begin" => 1,
                "end" => -1,
                _ => 0,
            },
            Element element => element.Children.Sum(Depth),
            _ => 0,
        };

    private static bool Answers(Tag closer, Tag opener) =>
        closer.Place.Name.Length is 0 || closer.Place.Name == opener.Place.Name;

    private static void TellOverlap(TagPlace opener, TagPlace closer, Flow flow) =>
        flow.Tell(opener.Paragraph, Sentence.Of("“{0}” is not closed before “{1}”.", Written(opener), Written(closer)));

    private static void TellTooDeep(TagPlace opener, Flow flow) =>
        flow.Tell(opener.Paragraph, Sentence.Of("sections are nested deeper than {0}.", Deepest));

    private static string Written(TagPlace tag) => $"{{{tag.Sign}{Flow.Short(tag.Name)}}}";
}
