using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Guesses the charset of a text of single bytes by what its words become: words of one language, in one script, small letters after
/// the first, no signs amid letters.
/// </summary>
internal static class CharsetGuess
{
    private const int MaxWords = 2_000;
    private const int MaxWordBytes = 40;

    private static readonly Candidate[] Candidates =
    [
        new(1252, "windows-1252", Languages.Western, 0.6),
        new(28605, "iso-8859-15", Languages.Western, 0.3),
        new(1250, "windows-1250", Languages.Central, 0.4),
        new(28592, "iso-8859-2", Languages.Central, 0.3),
        new(1257, "windows-1257", Languages.Baltic, 0.3),
        new(28603, "iso-8859-13", Languages.Baltic, 0.2),
        new(28594, "iso-8859-4", Languages.Baltic, 0.1),
        new(1254, "windows-1254", Languages.Turkish, 0.2),
        new(28593, "iso-8859-3", Languages.Maltese, 0),
        new(1253, "windows-1253", Languages.Greek, 0.4),
        new(28597, "iso-8859-7", Languages.Greek, 0.3),
        new(737, "ibm737", Languages.Greek, -0.5),
        new(1251, "windows-1251", Languages.Cyrillic, 0.4),
        new(28595, "iso-8859-5", Languages.Cyrillic, 0.3),
        new(20866, "koi8-r", Languages.Cyrillic, 0),
        new(866, "ibm866", Languages.Cyrillic, -0.5),
        new(850, "ibm850", Languages.Western, -0.5),
        new(852, "ibm852", Languages.Central, -0.5),
        new(10000, "macintosh", Languages.Western, -0.6),
    ];

    /// <summary>The charset under which the bytes make most sense; Windows-1252 where all make as much.</summary>
    public static (Encoding Encoding, string Name) Of(ReadOnlySpan<byte> bytes)
    {
        var words = WordsOf(bytes);
        var best = Candidates.MaxBy(c => c.ScoreOf(words))!;
        return (best.Encoding, best.Name);
    }

    /// <summary>Different words with a byte beyond ASCII.</summary>
    private static HashSet<string> WordsOf(ReadOnlySpan<byte> bytes)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var (start, isForeign) = (0, false);
        for (var i = 0; i <= bytes.Length && words.Count < MaxWords; i++)
        {
            if (i < bytes.Length && (bytes[i] >= 0x80 || char.IsAsciiLetter((char)bytes[i])))
            {
                isForeign |= bytes[i] >= 0x80;
                continue;
            }

            if (isForeign)
                words.Add(Encoding.Latin1.GetString(bytes[start..Math.Min(i, start + MaxWordBytes)]));
            (start, isForeign) = (i + 1, false);
        }

        return words;
    }

    private sealed record Candidate(int CodePage, string Name, string[] Alphabets, double Prior)
    {
        private readonly Lazy<Encoding> encoding = new(() =>
            CodePagesEncodingProvider.Instance.GetEncoding(CodePage) ?? Encoding.GetEncoding(CodePage)
        );

        public Encoding Encoding => encoding.Value;

        public double ScoreOf(IReadOnlyCollection<string> words)
        {
            var (score, covered) = (Prior, new int[Alphabets.Length]);
            foreach (var word in words)
            {
                var decoded = Encoding.GetString(Encoding.Latin1.GetBytes(word));
                score += WordScore.Of(decoded) + CoverageOf(decoded, covered);
            }

            // A list is mostly in one language.
            return score + 0.5 * covered.Max();
        }

        private double CoverageOf(string word, int[] covered)
        {
            var isCovered = false;
            for (var i = 0; i < Alphabets.Length; i++)
            {
                if (!IsIn(word, Alphabets[i]))
                    continue;
                covered[i]++;
                isCovered = true;
            }

            return isCovered ? 1 : -1;
        }

        private static bool IsIn(string word, string alphabet)
        {
            foreach (var c in word)
            {
                if (c >= 0x80 && char.IsLetter(c) && !alphabet.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
    }
}
