namespace Secretariat.Formats.Mime;

/// <summary>The formulas that end a letter, on a line of their own, with the name behind them, or as a sentence over several lines.</summary>
internal sealed class ClosingLines(BodyLines text, NewTextPhrases phrases)
{
    private const int MaxFormulaLines = 4;
    private const int MaxFormula = 300;
    private const string Marks = " ,.!;:-–—،؛";

    /// <summary>The line behind the closing that begins here, or 0 for none.</summary>
    public int EndAt(int index, int tail)
    {
        var line = Bare(text.Folded(index));
        if (phrases.IsClosing(line) || HasName(index))
            return text.HasNewAbove(index) || text.HasHistory ? index + 1 : 0;
        if (phrases.IsCourtesy(line))
            return
                text.NextFilled(index + 1) is var below
                && below < tail
                && SignatureLine.IsName(text[below])
                && text.HasNewAbove(index)
                ? index + 1
                : 0;
        return EndOfFormula(index, tail);
    }

    /// <summary>"Regards, Ann Example", "MfG A. Example".</summary>
    public bool HasName(int index)
    {
        var line = text[index];
        if (line.Length > 80)
            return false;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is not (' ' or ',') || !SignatureLine.IsName(line[(i + 1)..].Trim()))
                continue;
            var closing = Bare(FoldedLine.Of(line[..i]));
            var isSure = line[i] is ',' || closing.Contains(' ') || !closing.AsSpan().ContainsAny("aeiou");
            if (isSure && phrases.IsClosing(closing))
                return true;
        }
        return false;
    }

    /// <summary>"Veuillez agréer, Madame, Monsieur, …": from the beginning of its paragraph to the end of its sentence.</summary>
    private int EndOfFormula(int index, int tail)
    {
        var goesOn = index > 0 && !text.IsBlank(index - 1) && text[index - 1][^1] is not ('.' or '!' or '?' or '؟');
        if (goesOn || text[index].Length > MaxFormula || !text.HasNewAbove(index))
            return 0;
        for (var last = index; last < Math.Min(tail, index + MaxFormulaLines) && !text.IsBlank(last); last++)
        {
            var isEnd =
                text[last][^1] is '.' or ',' or '،' or '!'
                || last + 1 == text.Count
                || text.IsBlank(last + 1)
                || SignatureLine.IsName(text[last + 1]);
            if (isEnd && phrases.IsFormula(Bare(FoldedLine.Of(text.Joined(index, last)))))
                return last + 1;
        }
        return 0;
    }

    private static string Bare(string line) => line.Trim(Marks.ToCharArray());
}
