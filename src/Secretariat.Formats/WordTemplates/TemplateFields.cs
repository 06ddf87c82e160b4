using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// The fields of a Word template: merge fields (MERGEFIELD, ECMA-376 part 1, section 17.16.5.35, simple or complex) and <c>{name}</c> in
/// the text however Word split it into runs; in the body, its tables and text boxes, headers, footers, footnotes and endnotes.
/// </summary>
public sealed record TemplateFields
{
    /// <summary>Bytes of a document that are read: 20 MiB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Different fields and sections of a document.</summary>
    public const int MaxFields = 5_000;

    /// <summary>UTF-16 units of text in all paragraphs together.</summary>
    public const int MaxCharacters = 4_000_000;

    /// <summary>Problems that are told.</summary>
    public const int MaxProblems = 200;

    /// <summary>A target can be as long as its part, and each sentence names it.</summary>
    private const int LongestPlace = 80;

    private const long MaxPartBytes = 20_000_000;

    private static readonly string[] Stories = ["header", "footer", "footnotes", "endnotes"];

    /// <summary>Bare names in the order of first appearance, body first, each once; sections are none.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The names of <c>{#list}…{/list}</c> and <c>{^list}…{/list}</c>, in the order of first appearance, each once.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>What must be corrected before the template can be filled, as sentences that name the place.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Why nothing could be read, as a sentence with the remedy; null where something was.</summary>
    public string? UnreadableReason { get; init; }

    /// <summary>Reads a template. Never throws; takes time linear in its size, at most 20 MB of XML a part.</summary>
    public static TemplateFields Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            if (file.IsEmpty)
                throw new UnreadableException("There is nothing in it: save the template again.");
            if (file.Length > MaxBytes)
                throw new UnreadableException(
                    $"It has {file.Length} bytes, and at most {MaxBytes} are read: make its pictures smaller."
                );
            return OfficePackage.Read(file, Read);
        }
        catch (UnreadableException refused)
        {
            return new TemplateFields { UnreadableReason = refused.Message };
        }
    }

    private static TemplateFields Read(OfficePackage package)
    {
        var main = WordXml.MainPart(package);
        var found = new FoundTags();
        if (!ReadStory(package, main, "the document", found))
            throw new UnreadableException("It is no Word document: save the template as .docx.");
        foreach (var story in StoriesOf(package, main))
            ReadStory(package, story.Part, WellFormed.Cut(story.Target.TrimStart('/'), LongestPlace), found);
        foreach (var problem in OutsideContent.Problems(package))
            found.Tell(problem);
        return new TemplateFields
        {
            Fields = found.Fields,
            Sections = found.Sections,
            Problems = found.Problems,
        };
    }

    private static List<PackageRelationship> StoriesOf(OfficePackage package, string main) =>
        [
            .. package
                .RelationshipsOf(main)
                .Where(r => !r.IsExternal && Array.Exists(Stories, r.Is))
                .DistinctBy(r => r.Part)
                .OrderBy(r => Array.FindIndex(Stories, r.Is))
                .ThenBy(r => r.Part, StringComparer.Ordinal),
        ];

    private static bool ReadStory(OfficePackage package, string part, string place, FoundTags found)
    {
        using var xml = package.Open(part, MaxPartBytes);
        return xml is not null && new StoryReader(xml, new TagReader(place, found)).Read();
    }
}
