using System.Runtime.InteropServices;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Where a phrase stands among the tokens of a statement: from the first token up to, not including, the last.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int First, int End)
{
    public bool Overlaps(Match other) => First < other.End && other.First < End;
}

/// <summary>
/// Words in a row: <c>a|b_c</c> either a, or b and c, <c>nominat*</c> a beginning, <c>*person</c> an ending, <c>the?</c> may be missing,
/// <c>…</c> up to six tokens of any kind, <c>……</c> up to fifteen, <c>~</c> up to twelve words without a mark between them. A match is as
/// long as it can be.
/// </summary>
internal sealed class Phrase
{
    private const int ShortGap = 6;
    private const int LongGap = 15;
    private const int PlainGap = 12;
    private readonly Element[] elements;

    public Phrase(string text) =>
        elements = [.. Tokenizer.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Of)];

    /// <summary>The words a match can begin with, in full; empty when they are not all known.</summary>
    public IReadOnlyList<string> FirstWords =>
        elements[0].IsOptional || elements[0].FirstWords.Any(w => w.AnyStart || w.AnyEnd)
            ? []
            : [.. elements[0].FirstWords.Select(w => w.Text).Distinct()];

    /// <summary>The letters a match can begin with; empty when it may be any.</summary>
    public IReadOnlyList<char> FirstLetters =>
        elements[0].IsOptional || elements[0].FirstWords.Any(w => w.Text.Length is 0 || w.AnyStart)
            ? []
            : [.. elements[0].FirstWords.Select(w => w.Text[0]).Distinct()];

    /// <summary>The end of a match that begins at a token, or 0.</summary>
    public int EndAt(IReadOnlyList<Token> tokens, int at) => EndAt(tokens, at, 0);

    private int EndAt(IReadOnlyList<Token> tokens, int at, int element)
    {
        if (element == elements.Length)
            return at;
        var wanted = elements[element];
        if (wanted.Gap > 0)
        {
            for (var next = Reach(wanted, tokens, at); next >= at; next--)
                if (EndAt(tokens, next, element + 1) is > 0 and var end)
                    return end;
            return 0;
        }
        foreach (var choice in wanted.Choices)
            if (Fits(choice, tokens, at) && EndAt(tokens, at + choice.Count, element + 1) is > 0 and var found)
                return found;
        return wanted.IsOptional ? EndAt(tokens, at, element + 1) : 0;
    }

    private static int Reach(Element gap, IReadOnlyList<Token> tokens, int at)
    {
        var furthest = Math.Min(at + gap.Gap, tokens.Count - 1);
        var next = at;
        while (next < furthest && (!gap.IsPlain || tokens[next].Kind is TokenKind.Word or TokenKind.Number))
            next++;
        return Math.Min(next, furthest);
    }

    private static bool Fits(IReadOnlyList<Word> choice, IReadOnlyList<Token> tokens, int at)
    {
        if (at + choice.Count > tokens.Count)
            return false;
        for (var i = 0; i < choice.Count; i++)
            if (!choice[i].Fits(tokens[at + i].Folded))
                return false;
        return true;
    }

    private sealed record Element(IReadOnlyList<IReadOnlyList<Word>> Choices, bool IsOptional, int Gap, bool IsPlain = false)
    {
        public IEnumerable<Word> FirstWords => Choices.Select(c => c[0]);

        public static Element Of(string text) =>
            text is "…" ? new([], false, ShortGap)
            : text is "……" ? new([], false, LongGap)
            : text is "~" ? new([], false, PlainGap, true)
            : text.EndsWith('?') && text.Length > 1 ? new(Split(text[..^1]), true, 0)
            : new(Split(text), false, 0);

        private static List<IReadOnlyList<Word>> Split(string text) =>
            [.. text.Split('|').Select(c => c.Split('_').Select(Word.Of).ToList())];
    }

    private sealed record Word(string Text, bool AnyStart, bool AnyEnd)
    {
        public static Word Of(string text) => new(text.Trim('*'), text.StartsWith('*'), text.EndsWith('*'));

        public bool Fits(string token) =>
            (AnyStart, AnyEnd) switch
            {
                (false, false) => token == Text,
                (false, true) => token.StartsWith(Text, StringComparison.Ordinal),
                (true, false) => token.EndsWith(Text, StringComparison.Ordinal),
                _ => token.Contains(Text, StringComparison.Ordinal),
            };
    }
}
