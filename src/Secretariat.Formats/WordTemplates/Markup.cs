using System.Text;
using System.Xml;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Text as XML writes it.</summary>
internal static class Markup
{
    public static void AppendText(StringBuilder xml, string text) => Append(xml, text, isValue: false);

    /// <summary>The value of an attribute, between quotation marks.</summary>
    public static void AppendValue(StringBuilder xml, string text) => Append(xml, text, isValue: true);

    private static void Append(StringBuilder xml, string text, bool isValue)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text[i], isValue) is not { } escape)
                continue;
            xml.Append(text, from, i - from).Append(escape);
            from = i + 1;
        }

        xml.Append(text, from, text.Length - from);
    }

    /// <summary>What stands for a character; nothing for one that XML cannot hold.</summary>
    private static string? Escape(char c, bool isValue) =>
        c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' when isValue => "&quot;",
            '\n' when isValue => "&#10;",
            '\t' when isValue => "&#9;",
            '\r' => "&#13;",
            _ => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? null : "",
        };
}
