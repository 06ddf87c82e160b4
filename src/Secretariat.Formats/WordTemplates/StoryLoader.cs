using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Reads a story into memory, within bounds.</summary>
internal sealed class StoryLoader(XmlReader xml, FoundTags found)
{
    private readonly Stack<Element> open = new();

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
                    parent.Children.Add(new Characters(xml.Value));
                    break;
            }
        }

        return root;
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
        }

        xml.MoveToElement();
        return attributes;
    }
}
