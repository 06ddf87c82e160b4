using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Guesses the charset of a text by what its words become: words of one language, in one script, small letters after the first, no signs
/// amid letters.
/// </summary>
internal static class CharsetGuess
{
    private const int MaxWords = 2_000;
    private const int MaxWordLength = 40;
    private const int WideSample = 256 * 1024;

    /// <summary>So much better than the next one that it is no matter of taste: more than a word speaks for it.</summary>
    private const double Clearly = 1;

    /// <summary>Of the 1.5 of each word; below it, many words are none in any charset.</summary>
    private const double Sensible = 0.75;

    /// <summary>
    /// The charset under which the bytes make most sense, Windows-1252 where all make as much; and whether they make clearly less in every
    /// other that reads them otherwise.
    /// </summary>
    public static (Encoding Encoding, string Name, bool IsSure) Of(ReadOnlySpan<byte> bytes)
    {
        var narrow = WordsOf(Encoding.Latin1.GetString(bytes));
        var sample = bytes[..Math.Min(bytes.Length, WideSample)].ToArray();
        var read = Array.ConvertAll(Charsets.Guessed, c => Read(c, narrow, sample));
        var best = read.MaxBy(r => r.Score)!;
        var others = read.Where(r =>
            best.Score - r.Score < Clearly && !r.Words.SequenceEqual(best.Words, StringComparer.Ordinal)
        );
        var isSure = best.Score >= Sensible * best.Words.Count && !others.Any();
        return (best.Charset.Encoding, best.Charset.Name, isSure);
    }

    /// <summary>The second byte of a letter may look like a sign between words: where letters have two, the words come after the decoding.</summary>
    private static Reading Read(Charset charset, IReadOnlyCollection<string> narrow, byte[] sample)
    {
        List<string> words = charset.IsWide
            ? [.. WordsOf(charset.Encoding.GetString(sample))]
            : [.. narrow.Select(w => charset.Encoding.GetString(Encoding.Latin1.GetBytes(w)))];
        return new(charset, words, charset.ScoreOf(words));
    }

    /// <summary>Different words with a character beyond ASCII.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var (start, isForeign) = (0, false);
        for (var i = 0; i <= text.Length && words.Count < MaxWords; i++)
        {
            if (i < text.Length && (text[i] >= 0x80 || char.IsAsciiLetter(text[i])))
            {
                isForeign |= text[i] >= 0x80;
                continue;
            }

            if (isForeign)
                words.Add(text[start..Math.Min(i, start + MaxWordLength)]);
            (start, isForeign) = (i + 1, false);
        }

        return words;
    }

    private sealed record Reading(Charset Charset, List<string> Words, double Score);
}
