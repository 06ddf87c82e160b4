using System.Buffers;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>
/// Encoded words (RFC 2047, with the language tag of RFC 2231 section 5), read as real programs write them: inside quotes, next to
/// other text, with blanks inside, and with a multibyte character split over two words.
/// </summary>
public static class EncodedWords
{
    private const int MaxCharset = 60;

    // RFC 2047 section 2 allows 75; programs write whole subjects into one word. The bound keeps the search for the end linear.
    private const int MaxWord = 4096;

    /// <summary>The text with its encoded words decoded; what is no well-formed word stays as it is. Never throws, linear in the length.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return text;
        var decoded = new StringBuilder(text.Length);
        var run = new WordRun(decoded);
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
                break;
            if (TryRead(text, start, out var word))
            {
                run.Between(text.AsSpan(at, start - at));
                run.Add(text, word);
                at = word.End;
                continue;
            }
            run.Between(text.AsSpan(at, start + 2 - at));
            at = start + 2;
        }
        run.Between(text.AsSpan(at), last: true);
        return HeaderText.WithoutControls(decoded.ToString());
    }

    /// <summary>The encoded word that begins at this place.</summary>
    internal static bool TryRead(string text, int start, out EncodedWord word)
    {
        word = default;
        var rest = text.AsSpan(start);
        if (!rest.StartsWith("=?", StringComparison.Ordinal))
            return false;
        var charset = rest[2..Math.Min(rest.Length, MaxCharset + 3)].IndexOf('?');
        var body = charset + 5;
        if (charset <= 0 || rest.Length < body || rest[body - 1] != '?')
            return false;
        var encoding = char.ToUpperInvariant(rest[body - 2]);
        var length = rest[body..Math.Min(rest.Length, body + MaxWord)].IndexOf("?=", StringComparison.Ordinal);
        if (encoding is not ('B' or 'Q') || length < 0)
            return false;
        word = new EncodedWord(start + 2, charset, encoding is 'B', start + body, length);
        return true;
    }

    /// <summary>Where the pieces of one encoded word stand in the text.</summary>
    internal readonly record struct EncodedWord(int Charset, int CharsetLength, bool IsBase64, int Body, int BodyLength)
    {
        public int End => Body + BodyLength + 2;
    }

    /// <summary>Neighbouring words of one charset, joined as bytes before they are decoded.</summary>
    private sealed class WordRun(StringBuilder decoded)
    {
        private readonly ArrayBufferWriter<byte> bytes = new(64);
        private string charset = "";

        public void Add(string text, EncodedWord word)
        {
            var name = text.AsSpan(word.Charset, word.CharsetLength);
            if (name.IndexOf('*') is > 0 and var star)
                name = name[..star];
            if (!name.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
                charset = name.ToString();
            }
            TransferEncodings.DecodeWord(
                text.AsSpan(word.Body, word.BodyLength),
                word.IsBase64,
                Charsets.Find(charset) ?? Encoding.UTF8,
                bytes
            );
        }

        public void Between(ReadOnlySpan<char> plain, bool last = false)
        {
            // RFC 2047 section 6.2: blanks between two encoded words do not count.
            if (!last && bytes.WrittenCount > 0 && plain.IsWhiteSpace())
                return;
            if (plain.IsEmpty && !last)
                return;
            Flush();
            decoded.Append(plain);
        }

        private void Flush()
        {
            if (bytes.WrittenCount > 0)
                decoded.Append(Charsets.Decode(bytes.WrittenSpan, charset, out _));
            bytes.ResetWrittenCount();
        }
    }
}
