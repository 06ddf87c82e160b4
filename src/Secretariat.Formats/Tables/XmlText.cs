using System.Globalization;
using System.Text;
using System.Xml;

namespace Secretariat.Formats.Tables;

/// <summary>Texts of cells in XML: characters that it cannot hold stand as <c>_x000D_</c> (ECMA-376 part 1, section 22.9.2.19).</summary>
internal static class XmlText
{
    /// <summary>Units of text as which one of a cell is written at most.</summary>
    public const int LongestEscape = 7;

    /// <summary>Well-formed text with escapes for what XML has no place for, for CR, which its readers change, and for what looks like an escape.</summary>
    public static string Escape(string text)
    {
        if (FirstToEscape(text, 0) is < 0)
            return text;
        var (escaped, from) = (new StringBuilder(text.Length + LongestEscape), 0);
        for (var at = FirstToEscape(text, 0); at >= 0; at = FirstToEscape(text, from))
        {
            escaped.Append(text, from, at - from).Append(CultureInfo.InvariantCulture, $"_x{(int)text[at]:X4}_");
            from = at + 1;
        }

        return escaped.Append(text, from, text.Length - from).ToString();
    }

    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (CodeAt(text, i) is { } code && i + 6 < text.Length && text[i + 6] is '_')
            {
                plain.Append(code);
                i += LongestEscape - 1;
            }
            else
                plain.Append(text[i]);
        }

        return WellFormed.Of(plain.ToString());
    }

    private static int FirstToEscape(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            // Whatever follows the digits: it may itself be escaped, which begins with the mark that ends an escape.
            if (text[i] is '\r' || !XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]) || CodeAt(text, i) is not null)
                return i;
        }

        return -1;
    }

    /// <summary>The unit of text that <c>_x</c> and four digits name; the mark behind them is not looked at.</summary>
    private static char? CodeAt(string text, int at) =>
        text.Length >= at + 6
        && text[at] is '_'
        && text[at + 1] is 'x'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
