using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>A piece of a story: an element, its text, or a tag found in it.</summary>
internal abstract class WordNode;

/// <summary>Text between two elements, as it is, not as it is escaped.</summary>
internal sealed class Characters(string text) : WordNode
{
    public string Text => text;
}

/// <summary>An element under the name that the file gives it, prefix included, so that it is written as it was read.</summary>
internal sealed class Element(string name, bool isWord, IReadOnlyList<(string Name, string Value)> attributes) : WordNode
{
    public string Name => name;

    /// <summary>The prefix of its name with the colon; empty without one.</summary>
    public string Prefix => name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];

    public string LocalName { get; } = LocalNameOf(name);

    public IReadOnlyList<(string Name, string Value)> Attributes => attributes;

    public List<WordNode> Children { get; set; } = [];

    /// <summary>What stands in its place in a filled document; null where it stands itself.</summary>
    public IReadOnlyList<WordNode>? Becomes { get; set; }

    /// <summary>Whether it goes with what it holds, once nothing of that is left.</summary>
    public bool GoesWhenEmpty { get; set; }

    /// <summary>Whether it must end in a paragraph, which sections in it may have taken away.</summary>
    public bool EndsInParagraph { get; set; }

    public IEnumerable<Element> Elements => Children.OfType<Element>();

    /// <summary>Whether it is an element of Word of one of these names.</summary>
    public bool Is(params ReadOnlySpan<string> names) => isWord && names.Contains(LocalName);

    public bool IsCompatibility(string local) => !isWord && LocalName == local;

    public Element? Child(string local) => Elements.FirstOrDefault(child => child.Is(local));

    public string? Attribute(string local) => attributes.FirstOrDefault(a => LocalNameOf(a.Name) == local).Value;

    /// <summary>A like element with other children.</summary>
    public Element With(IEnumerable<WordNode> children) => new(name, isWord, attributes) { Children = [.. children] };

    /// <summary>A like element that says something else, blanks at its ends included.</summary>
    public Element Saying(string text) => new(name, isWord, [("xml:space", "preserve")]) { Children = [new Characters(text)] };

    /// <summary>Another element of Word, named with the same prefix.</summary>
    public Element Sibling(string local, params IEnumerable<WordNode> children) =>
        new(Prefix + local, isWord: true, []) { Children = [.. children] };

    public static string LocalNameOf(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

/// <summary>A field, or the begin or end of a section, where it stands in the text.</summary>
/// <param name="Sign"><c>#</c>, <c>^</c> or <c>/</c>; empty for a field.</param>
/// <param name="Name">Bare; empty in <c>{/}</c>.</param>
/// <param name="Paragraph">In its story, counted from 1.</param>
/// <param name="Story">What it is called in a sentence.</param>
internal sealed record TagPlace(string Sign, string Name, int Paragraph, Sentence Story);

internal sealed class Tag(TagPlace place, FieldFormat format) : WordNode
{
    public TagPlace Place => place;

    public FieldFormat Format => format;

    public bool IsSection => place.Sign.Length > 0;
}

/// <summary>What stands between the two tags of a section.</summary>
internal sealed class Section(TagPlace place, List<WordNode> children) : WordNode
{
    public TagPlace Place => place;

    public List<WordNode> Children => children;
}

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
        var (name, isWord, isEmpty) = (xml.Name, xml.IsWord(), xml.IsEmptyElement);
        HasTrackedChanges |= isWord && WordXml.IsTrackedChange(xml.LocalName);
        var element = new Element(name, isWord, Attributes());
        found.CountNodes(1 + element.Attributes.Count);
        if (open.TryPeek(out var parent))
            parent.Children.Add(element);
        if (!isEmpty)
            open.Push(element);
        return element;
    }

    private (string, string)[] Attributes()
    {
        if (!xml.HasAttributes)
            return [];
        var attributes = new (string, string)[xml.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            xml.MoveToAttribute(i);
            attributes[i] = (xml.Name, xml.Value);
        }

        xml.MoveToElement();
        return attributes;
    }
}
