namespace Secretariat.Formats.Tables;

/// <summary>Finds what stands between the cells of a text file: what cuts most of its lines into the same number of pieces.</summary>
internal static class Delimiters
{
    private const string Candidates = "\t;|,";
    private const int SampleCharacters = 64 * 1024;

    /// <summary>Where the records begin and what delimits their cells; the comma of RFC 4180 where nothing does.</summary>
    public static (int Start, char Delimiter) Find(string text)
    {
        // Excel's own way to say it, in a line that it does not show: sep=;
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && IsLineEnd(text, 5))
            return (AfterLineEnd(text, 5), text[4]);
        var best = Candidates.Select(c => (Delimiter: c, Score: ScoreOf(text, c))).MaxBy(c => c.Score);
        return (0, best.Score > 0 ? best.Delimiter : ',');
    }

    private static bool IsLineEnd(string text, int at) => at >= text.Length || text[at] is '\r' or '\n';

    private static int AfterLineEnd(string text, int at)
    {
        if (at < text.Length && text[at] is '\r')
            at++;
        if (at < text.Length && text[at] is '\n')
            at++;
        return Math.Min(at, text.Length);
    }

    private static double ScoreOf(string text, char delimiter)
    {
        var widths = new DelimitedReader(text, 0, delimiter).WidthsWithin(SampleCharacters);
        var usual = widths.Where(w => w > 1).GroupBy(w => w).MaxBy(g => (g.Count(), g.Key));
        if (usual is null)
            return 0;
        // Titles above and notes below are cut by nothing; lines of another width speak against a delimiter.
        var share = usual.Count() / (double)widths.Count;
        return share
            * (1 + Math.Log2(usual.Key))
            * Credibility(text.AsSpan(0, Math.Min(text.Length, SampleCharacters)), delimiter);
    }

    /// <summary>A comma is a sign of prose and of decimals too; a tab is nothing else than a delimiter.</summary>
    private static double Credibility(ReadOnlySpan<char> sample, char delimiter)
    {
        if (delimiter is not ',')
            return delimiter is '\t' ? 1.3 : 1.2;
        var (all, prose) = (0, 0);
        for (var at = sample.IndexOf(','); at >= 0 && at + 1 < sample.Length; at = Next(sample, at))
        {
            all++;
            var isDecimal = at > 0 && char.IsAsciiDigit(sample[at - 1]) && char.IsAsciiDigit(sample[at + 1]);
            if (sample[at + 1] is ' ' || isDecimal)
                prose++;
        }

        return all is 0 ? 1 : 1 - 0.3 * prose / all;
    }

    private static int Next(ReadOnlySpan<char> sample, int at)
    {
        var next = sample[(at + 1)..].IndexOf(',');
        return next < 0 ? -1 : at + 1 + next;
    }
}
