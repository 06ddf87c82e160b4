using System.Text;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// The parts of a template that are no stories, as they go into a letter: without the template to which it is attached and without the list
/// of a mail merge, both of which Word would look for elsewhere.
/// </summary>
internal sealed class TemplateParts(OfficePackage package, IReadOnlySet<string> settings)
{
    private const int LongestTarget = 80;

    private static readonly string[] Dropped = ["attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"];

    private bool hasMacros;
    private bool hasComments;
    private bool hasForeign;

    private readonly HashSet<Sentence> outside = [];
    private readonly HashSet<Sentence> fromOutside = [];

    /// <summary>What lies outside the document, also where it does not go into a letter.</summary>
    public IReadOnlyCollection<Sentence> FromOutside => fromOutside;

    public byte[] Read(string name)
    {
        var bytes = package.Bytes(name);
        hasMacros |= name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);
        if (name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase))
            return ReadTypes(name, bytes);
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return ReadRelationships(name, bytes);
        if (settings.Contains(name))
            return ReadSettings(name, bytes);
        if (IsXml(name, bytes))
            Check(name, bytes);
        return bytes;
    }

    public IReadOnlyList<Sentence> Problems() =>
        [
            .. hasMacros
                ? [Sentence.Of("The document holds macros, which are never carried out: save it as .docx.")]
                : Array.Empty<Sentence>(),
            .. hasComments
                ? [Sentence.Of("The document holds comments, which would go out with the letter: delete them.")]
                : Array.Empty<Sentence>(),
            .. hasForeign
                ?
                [
                    Sentence.Of(
                        "The document holds a file of another kind in its text, which only Word takes in: put its text there."
                    ),
                ]
                : Array.Empty<Sentence>(),
            .. outside,
        ];

    private byte[] ReadTypes(string name, byte[] bytes)
    {
        var types = Load(name, bytes);
        hasMacros |= types.Elements.Any(type =>
            type.PlainAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) is true
        );
        return Written(types, TemplateBase.AsDocument);
    }

    private byte[] ReadRelationships(string name, byte[] bytes)
    {
        // The document is refused already, and links can be many.
        if (outside.Count == WordTemplate.MaxProblems && fromOutside.Count > 0)
            return bytes;
        var relationships = Load(name, bytes);
        foreach (var relationship in relationships.Elements)
            Look(relationship);
        relationships.Children.RemoveAll(node =>
            node is Element relationship && Array.Exists(Dropped, kind => IsOf(relationship, kind))
        );
        return Written(relationships, xml => xml);
    }

    private static byte[] ReadSettings(string name, byte[] bytes)
    {
        var root = Load(name, bytes);
        root.Children.RemoveAll(node => node is Element element && element.Is("attachedTemplate", "mailMerge"));
        return Written(root, xml => xml);
    }

    private void Look(Element relationship)
    {
        var target = relationship.PlainAttribute("Target") ?? "";
        hasMacros |= IsOf(relationship, "vbaProject") || IsOf(relationship, "control");
        hasComments |= IsOf(relationship, "comments");
        hasForeign |= IsOf(relationship, "aFChunk");
        if (IsOf(relationship, "hyperlink"))
            LookAtLink(target);
        else if (relationship.PlainAttribute("TargetMode") is "External")
            TellOutside(
                Sentence.Of(
                    "The document takes in “{0}” from outside itself, which is never loaded: put it into the document.",
                    Short(target)
                ),
                isDropped: Array.Exists(Dropped, kind => IsOf(relationship, kind))
            );
    }

    /// <summary>A link that a reader may follow is text, but not one of which each letter needs its own.</summary>
    private void LookAtLink(string target)
    {
        if (TagFinder.FirstTag(Uri.UnescapeDataString(Short(target))) is { } tag)
            Tell(
                Sentence.Of(
                    "“{0}” stands in the address of a link, where nothing is filled: put it into the text, without a link.",
                    tag
                )
            );
    }

    private void TellOutside(Sentence sentence, bool isDropped)
    {
        if (fromOutside.Count < WordTemplate.MaxProblems)
            fromOutside.Add(sentence);
        if (!isDropped)
            Tell(sentence);
    }

    private void Tell(Sentence sentence)
    {
        if (outside.Count < WordTemplate.MaxProblems)
            outside.Add(sentence);
    }

    private static bool IsOf(Element relationship, string kind) =>
        relationship.PlainAttribute("Type")?.EndsWith($"/{kind}", StringComparison.OrdinalIgnoreCase) is true;

    private static string Short(string target) =>
        target.Length <= LongestTarget ? target : WellFormed.Cut(target, LongestTarget) + "…";

    /// <summary>Declared types and entities are refused wherever they stand, and so is what is no XML at all.</summary>
    private static void Check(string name, byte[] bytes)
    {
        using var xml = OfficePackage.Open(name, bytes);
        while (xml.Next()) { }
    }

    private static Element Load(string name, byte[] bytes)
    {
        using var xml = OfficePackage.Open(name, bytes);
        return new StoryLoader(xml, new FoundTags()).Read()
            ?? throw new UnreadableException(Sentence.Of("It is no Word document: save the template as .docx."));
    }

    private static byte[] Written(Element root, Func<string, string> change) =>
        Encoding.UTF8.GetBytes(
            change("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + StoryCompiler.Text(root))
        );

    /// <summary>By its name or by its beginning, in any encoding of Unicode: some programs call parts of XML otherwise.</summary>
    private static bool IsXml(string name, ReadOnlySpan<byte> bytes) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase)
        || bytes.StartsWith("\uFEFF<"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0x3C, 0])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, 0x3C])
        || bytes.StartsWith("<?"u8)
        || bytes.StartsWith("<!"u8);
}
