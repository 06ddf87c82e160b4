namespace Secretariat.Formats.WordTemplates;

/// <summary>A piece of a story: an element, its text, or a tag found in it.</summary>
internal abstract class WordNode;

/// <summary>Text between two elements, as it is, not as it is escaped.</summary>
internal sealed class Characters(string text) : WordNode
{
    public string Text => text;
}

/// <summary>An attribute under the name that the file gives it, prefix included.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Space">The namespace of its prefix; empty without a prefix.</param>
/// <param name="Value">As it is, not as it is escaped.</param>
internal readonly record struct WrittenAttribute(string Name, string Space, string Value)
{
    /// <summary>Whether Word finds a paragraph again by it.</summary>
    public bool IsOfOneParagraph => Space is WordXml.OfParagraphs && (Is("paraId") || Is("textId"));

    /// <summary>Whether it is a second name of a shape, which need have none.</summary>
    public bool IsSecondShapeName => Space is WordXml.OfOffice && Is("spid");

    public bool Is(string local) => Element.LocalNameOf(Name).SequenceEqual(local);
}

/// <summary>An element under the name that the file gives it, prefix included, so that it is written as it was read.</summary>
/// <param name="name">As it is written.</param>
/// <param name="space">Its namespace; empty without one.</param>
/// <param name="attributes">In the order of the file.</param>
internal sealed class Element(string name, string space, IReadOnlyList<WrittenAttribute> attributes) : WordNode
{
    public string Name => name;

    /// <summary>The prefix of its name with the colon; empty without one.</summary>
    public string Prefix => name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];

    public string LocalName { get; } = LocalNameOf(name).ToString();

    public IReadOnlyList<WrittenAttribute> Attributes => attributes;

    public List<WordNode> Children { get; set; } = [];

    /// <summary>What stands in its place in a filled document; null where it stands itself.</summary>
    public IReadOnlyList<WordNode>? Becomes { get; set; }

    /// <summary>Whether it goes with what it holds, once nothing of that is left.</summary>
    public bool GoesWhenEmpty { get; set; }

    /// <summary>Whether it must end in a paragraph, which sections in it may have taken away.</summary>
    public bool EndsInParagraph { get; set; }

    public IEnumerable<Element> Elements => Children.OfType<Element>();

    /// <summary>Whether it is an element of Word of one of these names.</summary>
    public bool Is(params ReadOnlySpan<string> names) => WordXml.IsWord(space) && names.Contains(LocalName);

    public bool IsOfWord => WordXml.IsWord(space);

    /// <summary>Whether it is an element of a formula.</summary>
    public bool IsMath(string local) => WordXml.IsMath(space) && LocalName == local;

    /// <summary>Whether an attribute of it is the number of a drawing.</summary>
    public bool IsDrawingNumber(WrittenAttribute attribute) => LocalName is "docPr" && attribute.Name is "id";

    /// <summary>Whether an attribute of it names a shape, which its object names too; the kind of a shape is of many.</summary>
    public bool IsShapeName(WrittenAttribute attribute) =>
        WordXml.IsVml(space) && LocalName is not "shapetype" && attribute.Name is "id"
        || LocalName is "OLEObject" && attribute.Name is "ShapeID";

    /// <summary>Whether it is an element of the namespace for older programs.</summary>
    public bool IsCompatibility(string local) => WordXml.IsCompatibility(space) && LocalName == local;

    /// <summary>Whether it holds no text of the document.</summary>
    public bool IsLeftOut => WordXml.IsWord(space) && WordXml.IsLeftOut(LocalName);

    public Element? Child(string local) => Elements.FirstOrDefault(child => child.Is(local));

    /// <summary>The value of an attribute of Word; others may have one of the same local name.</summary>
    public string? Attribute(string local) => attributes.FirstOrDefault(a => WordXml.IsWord(a.Space) && a.Is(local)).Value;

    /// <summary>The value of an attribute that is of no namespace.</summary>
    public string? PlainAttribute(string local) => attributes.FirstOrDefault(a => a.Space.Length is 0 && a.Name == local).Value;

    /// <summary>A like element with other children.</summary>
    public Element With(IEnumerable<WordNode> children) => new(name, space, attributes) { Children = [.. children] };

    /// <summary>A like element beside it, with other children.</summary>
    public Element Beside(IEnumerable<WordNode> children) =>
        new(name, space, [.. attributes.Where(attribute => !attribute.IsOfOneParagraph)]) { Children = [.. children] };

    /// <summary>A like element that says something else, blanks at its ends included.</summary>
    public Element Saying(string text) =>
        new(name, space, [new("xml:space", WordXml.OfXml, "preserve")]) { Children = [new Characters(text)] };

    /// <summary>Another element of Word, named with the same prefix.</summary>
    public Element Sibling(string local, params IEnumerable<WordNode> children) =>
        new(Prefix + local, space, []) { Children = [.. children] };

    public static ReadOnlySpan<char> LocalNameOf(string name) => name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
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
