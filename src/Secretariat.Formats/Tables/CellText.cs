using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>Reads text out of elements, at most as much as a cell holds.</summary>
internal sealed class CellText
{
    private readonly StringBuilder text = new();
    private readonly char[] buffer = new char[4096];
    private int longest;

    /// <summary>Whether the last text was longer than a cell is and was cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The text of an element that holds nothing else; the reader stays at its end.</summary>
    public string ReadPlain(XmlReader xml)
    {
        Begin(TableReader.MaxCellCharacters);
        Take(xml);
        return text.ToString();
    }

    /// <summary>The text of a string item: its runs without how they are spoken (ECMA-376 part 1, sections 18.4.8 and 18.4.6).</summary>
    public string ReadRich(XmlReader xml)
    {
        // A cell counts what is meant, which may be written seven times as long.
        Begin(TableReader.MaxCellCharacters * XmlText.LongestEscape);
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

        var meant = XmlText.Unescape(text.ToString());
        IsCut |= meant.Length > TableReader.MaxCellCharacters;
        return WellFormed.Cut(meant, TableReader.MaxCellCharacters);
    }

    private void Begin(int most)
    {
        text.Clear();
        longest = most;
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
            var room = longest - text.Length;
            IsCut |= count > room;
            text.Append(buffer, 0, Math.Min(count, room));
        }
    }
}
