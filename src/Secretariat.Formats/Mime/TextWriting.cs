using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Writes text parts in the lightest encoding that survives every relay.</summary>
internal static class TextWriting
{
    private const int MaxLine = 76;

    public static void Write(StringBuilder output, string contentType, string text)
    {
        text = text.ReplaceLineEndings("\r\n");
        output.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}; charset=utf-8\r\nContent-Transfer-Encoding: ");
        var bytes = Encoding.UTF8.GetBytes(text);
        if (IsPlain(text))
            output.Append("7bit\r\n\r\n").Append(text);
        else if (bytes.Count(b => b > 126) * 3 > bytes.Length)
            AppendBase64(output.Append("base64\r\n\r\n"), bytes);
        else
            AppendQuotedPrintable(output.Append("quoted-printable\r\n\r\n"), bytes);
    }

    public static void AppendBase64(StringBuilder output, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var line = bytes[..Math.Min(bytes.Length, 57)];
            output.Append(Convert.ToBase64String(line)).Append("\r\n");
            bytes = bytes[line.Length..];
        }
    }

    /// <summary>Text that may go as it is: short ASCII lines that no relay or mail store rewrites.</summary>
    private static bool IsPlain(string text)
    {
        if (!Ascii.IsValid(text) || text.Contains("=_", StringComparison.Ordinal))
            return false;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (
                line.Length > MaxLine
                || line.EndsWith(" ")
                || line.StartsWith("From ")
                || line.StartsWith(".")
                || line.ContainsAnyExceptInRange(' ', '~')
            )
                return false;
        return true;
    }

    /// <summary>RFC 2045 section 6.7. "From " and "." at the start of a line are escaped, because mail stores and old relays change them.</summary>
    private static void AppendQuotedPrintable(StringBuilder output, ReadOnlySpan<byte> bytes)
    {
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is (byte)'\r' && i + 1 < bytes.Length && bytes[i + 1] is (byte)'\n')
            {
                output.Append("\r\n");
                column = 0;
                i++;
                continue;
            }
            var endsLine = i + 1 == bytes.Length || bytes[i + 1] is (byte)'\r';
            var isPlain =
                bytes[i] is >= 33 and <= 126 and not (byte)'=' && !(column is 0 && bytes[i] is (byte)'.' or (byte)'F')
                || bytes[i] is (byte)' ' && !endsLine;
            if (column + (isPlain ? 1 : 3) > MaxLine - 1)
            {
                output.Append("=\r\n");
                column = 0;
                isPlain &= bytes[i] is not ((byte)'.' or (byte)'F');
            }
            if (isPlain)
                output.Append((char)bytes[i]);
            else
                output.Append('=').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
            column += isPlain ? 1 : 3;
        }
    }
}
