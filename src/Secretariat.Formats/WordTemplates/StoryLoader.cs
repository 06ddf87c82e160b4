using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Reads a story into memory, within bounds.</summary>
internal sealed class StoryLoader(XmlReader xml, FoundTags found)
{
    private readonly Stack<Element> open = new();
    private readonly StringBuilder text = new();
    private readonly char[] buffer = new char[4096];

    /// <summary>Whether somebody's changes are tracked in it.</summary>
    public bool HasTrackedChanges { get; private set; }

    /// <summary>The element that holds the rest; null where there is none.</summary>
    public Element? Read()
    {
        Element? root = null;
        while (xml.Next())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Take();
                    root ??= element;
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace when open.TryPeek(out var parent):
                    found.CountNodes(1);
                    parent.Children.Add(new Characters(Text()));
                    break;
            }
        }

        return root;
    }

    /// <summary>In pieces, since one text can hold as much as the whole part.</summary>
    private string Text()
    {
        text.Clear();
        int count;
        while ((count = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            found.CountRead(count);
            if (text.Append(buffer, 0, count).Length > OfficePackage.LongestPiece)
                throw OfficePackage.TooLarge();
        }

        return text.ToString();
    }

    private Element Take()
    {
        var (name, space, isEmpty) = (xml.Name, xml.NamespaceURI, xml.IsEmptyElement);
        HasTrackedChanges |= xml.IsWord() && WordXml.IsTrackedChange(xml.LocalName);
        var element = new Element(name, space, Attributes());
        found.CountNodes(1 + element.Attributes.Count);
        if (open.TryPeek(out var parent))
            parent.Children.Add(element);
        if (!isEmpty)
            open.Push(element);
        return element;
    }

    private WrittenAttribute[] Attributes()
    {
        if (!xml.HasAttributes)
            return [];
        var attributes = new WrittenAttribute[xml.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            xml.MoveToAttribute(i);
            attributes[i] = new(xml.Name, xml.NamespaceURI, xml.Value);
            found.CountRead(attributes[i].Value.Length);
        }

        xml.MoveToElement();
        return attributes;
    }
}
