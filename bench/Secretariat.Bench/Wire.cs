using System.Globalization;
using System.Text;

namespace Secretariat.Bench;

/// <summary>Bytes as mail programs write them.</summary>
internal static class Wire
{
    public static string Base64(byte[] bytes)
    {
        var text = Convert.ToBase64String(bytes);
        var lines = new StringBuilder(text.Length + text.Length / 30);
        for (var at = 0; at < text.Length; at += 76)
            lines.Append(text, at, Math.Min(76, text.Length - at)).Append("\r\n");
        return lines.ToString();
    }

    /// <summary>Lines of at most 76 characters (RFC 2045 section 6.7).</summary>
    public static string QuotedPrintable(byte[] bytes)
    {
        var (text, column) = (new StringBuilder(bytes.Length * 2), 0);
        foreach (var b in bytes)
        {
            if (b is (byte)'\r' or (byte)'\n')
            {
                text.Append((char)b);
                column = 0;
                continue;
            }
            if (column > 72)
            {
                text.Append("=\r\n");
                column = 0;
            }
            var isPlain = b is >= 32 and < 127 and not (byte)'=';
            if (isPlain)
                text.Append((char)b);
            else
                text.Append(CultureInfo.InvariantCulture, $"={b:X2}");
            column += isPlain ? 1 : 3;
        }
        return text.ToString();
    }
}
