using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Values that come from people and records, made safe for a letter without changing what they say.</summary>
public static partial class PlainText
{
    /// <summary>One line of text without needless spaces, fit for any XML document.</summary>
    public static string Clean(string value) => Spaces().Replace(Printable(value), " ").Trim(' ');

    /// <summary>
    /// The same text as an XML document can hold it: line breaks and control characters become spaces, lone
    /// surrogates and direction controls go (an unclosed one would turn the rest of the letter around).
    /// </summary>
    public static string Printable(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]))
                text.Append(' ');
            else if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(value, i++, 2);
            else if (XmlConvert.IsXmlChar(value[i]) && !IsDirectionControl(value[i]))
                text.Append(value[i]);
        }
        return text.ToString();
    }

    /// <summary>CommonMark 2.4: any ASCII punctuation may be escaped and is then literal.</summary>
    public static string EscapeMarkdown(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in Clean(value))
        {
            if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
                text.Append('\\');
            text.Append(c);
        }
        return text.ToString();
    }

    private static bool IsDirectionControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(" {2,}", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
