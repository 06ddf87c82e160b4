using System.Globalization;
using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>Reads text out of elements, at most as much as a cell holds.</summary>
internal sealed class CellText
{
    private readonly StringBuilder text = new();
    private readonly char[] buffer = new char[4096];

    /// <summary>Whether the last text was longer than a cell is and was cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The text of an element that holds nothing else; the reader stays at its end.</summary>
    public string ReadPlain(XmlReader xml)
    {
        Begin();
        Take(xml);
        return text.ToString();
    }

    /// <summary>The text of a string item: its runs without how they are spoken (ECMA-376 part 1, sections 18.4.8 and 18.4.6).</summary>
    public string ReadRich(XmlReader xml)
    {
        Begin();
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "t")
                Take(xml);
            else if (xml.LocalName is "rPh")
                xml.Pass();
        }

        return Unescape(text.ToString());
    }

    /// <summary>Characters that XML cannot hold stand as <c>_x000D_</c> (ECMA-376 part 1, section 22.9.2.19).</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (CodeAt(text, i) is { } code)
            {
                plain.Append(code);
                i += "_x000D".Length;
            }
            else
                plain.Append(text[i]);
        }

        return WellFormed.Of(plain.ToString());
    }

    private static char? CodeAt(string text, int at) =>
        text.Length >= at + 7
        && text[at] is '_'
        && text[at + 1] is 'x'
        && text[at + 6] is '_'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;

    private void Begin()
    {
        text.Clear();
        IsCut = false;
    }

    private void Take(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
            )
                TakeValue(xml);
        }
    }

    /// <summary>In pieces, since one value can be as long as the whole part.</summary>
    private void TakeValue(XmlReader xml)
    {
        int count;
        while ((count = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            var room = TableReader.MaxCellCharacters - text.Length;
            IsCut |= count > room;
            text.Append(buffer, 0, Math.Min(count, room));
        }
    }
}
