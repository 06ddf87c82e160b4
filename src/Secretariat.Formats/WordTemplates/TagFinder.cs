namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// Finds <c>{name}</c>, <c>{#list}</c>, <c>{^list}</c>, <c>{/list}</c> and <c>{/}</c> in the text of a paragraph; <c>{{</c> is a brace.
/// The tag takes the place of its first character, whatever pieces the others stand in.
/// </summary>
internal sealed class TagFinder(Flow flow, string text, IReadOnlyList<(Element Piece, int Start)> pieces)
{
    private const int LongestQuote = 60;

    /// <summary>What takes the place of a stretch of the text.</summary>
    private readonly List<(int Start, int Length, WordNode? Node)> changes = [];

    /// <summary>The first tag in a text, as it is written; null without one.</summary>
    public static string? FirstTag(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (TemplateTag.At(text, at) is { } tag)
                return text.Substring(at, tag.Length);
        }

        return null;
    }

    public void Find()
    {
        flow.Found.CountText(text.Length);
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0 && at < text.Length; at = text.IndexOf('{', at))
            at += Take(at);
        if (changes.Count > 0)
            Change();
    }

    /// <summary>How much of the text is done with.</summary>
    private int Take(int at)
    {
        if (at + 1 < text.Length && text[at + 1] is '{')
            return TakeBrace(at);
        if (TemplateTag.At(text, at) is not { } tag)
        {
            flow.Tell(
                Sentence.Of(
                    "the brace in “{0}” opens no field; write a name and “{1}” after it, or “{2}” for a brace.",
                    Flow.Short(text.Substring(at, Math.Min(text.Length - at, LongestQuote))),
                    "}",
                    "{{"
                )
            );
            return 1;
        }

        var (sign, name, length) = tag;
        if (sign.Length is 0)
            flow.Found.AddField(name);
        else if (sign is not "/")
            flow.Found.AddSection(name);
        changes.Add((at, length, new Tag(flow.Place(sign, name), FieldFormat.Plain)));
        return length;
    }

    private int TakeBrace(int at)
    {
        if (TemplateTag.At(text, at + 1) is { } tag && at + 1 + tag.Length < text.Length && text[at + 1 + tag.Length] is '}')
            flow.Tell(
                Sentence.Of(
                    "“{0}” is a brace and text; write “{1}” for the field.",
                    Flow.Short(text.Substring(at, tag.Length + 2)),
                    Flow.Short(text.Substring(at + 1, tag.Length))
                )
            );
        changes.Add((at + 1, 1, null));
        return 2;
    }

    private void Change()
    {
        var next = 0;
        foreach (var (index, (piece, start)) in pieces.Index())
        {
            var end = index + 1 < pieces.Count ? pieces[index + 1].Start : text.Length;
            while (next < changes.Count && EndOf(changes[next]) <= start)
                next++;
            if (next < changes.Count && changes[next].Start < end)
                piece.Becomes = Changed(piece, start, end, next);
        }
    }

    private List<WordNode> Changed(Element piece, int start, int end, int change)
    {
        var nodes = new List<WordNode>();
        var at = start;
        for (; change < changes.Count && changes[change].Start < end; change++)
        {
            Keep(changes[change].Start);
            if (changes[change] is { Node: { } node } && changes[change].Start >= start)
                nodes.Add(node);
            at = Math.Max(at, EndOf(changes[change]));
        }

        Keep(end);
        return nodes;

        void Keep(int until)
        {
            if (until > at)
                nodes.Add(piece.Saying(text[at..until]));
        }
    }

    private static int EndOf((int Start, int Length, WordNode?) change) => change.Start + change.Length;
}
