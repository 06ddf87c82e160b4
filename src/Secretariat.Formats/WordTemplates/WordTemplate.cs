using System.Text;
using System.Text.Json;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// A Word template: merge fields (MERGEFIELD, ECMA-376 part 1, section 17.16.5.35, simple or complex) and <c>{name}</c> in the text
/// however Word split it into runs, <c>{#list}…{/list}</c> and <c>{^list}…{/list}</c>; in the body, its tables and text boxes, headers,
/// footers, footnotes and endnotes. It is read once and filled as often as there are letters, also at the same time.
/// </summary>
public sealed class WordTemplate
{
    /// <summary>Bytes of a document that are read: 20 MiB.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Different fields and sections of a document.</summary>
    public const int MaxFields = 5_000;

    /// <summary>UTF-16 units of text in all paragraphs together.</summary>
    public const int MaxCharacters = 4_000_000;

    /// <summary>Elements, attributes and texts of all stories together.</summary>
    public const int MaxNodes = 500_000;

    /// <summary>UTF-16 units of text and of the values of attributes of all stories together, pictures written in them included.</summary>
    public const int MaxRead = 20_000_000;

    /// <summary>Problems that are told.</summary>
    public const int MaxProblems = 200;

    /// <summary>A target can be as long as its part, and each sentence names it.</summary>
    private const int LongestPlace = 80;

    private static readonly string[] Stories = ["header", "footer", "footnotes", "endnotes"];

    private readonly Dictionary<string, IReadOnlyList<StoryPart>> stories = new(StringComparer.OrdinalIgnoreCase);
    private readonly DrawingIds ids = new();
    private readonly TemplateBase? rest;

    private WordTemplate(OfficePackage package)
    {
        var found = new FoundTags();
        foreach (var (part, place) in StoriesOf(package))
            Read(package, part, place, found);
        rest = TemplateBase.Of(package, stories.Keys);
        foreach (var problem in rest.Problems)
            found.Tell(problem);
        (Fields, Sections, Problems) = (found.Fields, found.Sections, found.Problems);
        FromOutside = [.. found.FromOutside, .. rest.FromOutside];
    }

    private WordTemplate(Sentence unreadable) =>
        (UnreadableReason, Fields, Sections, Problems, FromOutside) = (unreadable, [], [], [], []);

    /// <summary>Bare names in the order of first appearance, body first, each once; sections are none.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The names of <c>{#list}…{/list}</c> and <c>{^list}…{/list}</c>, in the order of first appearance, each once.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>What must be corrected before the template can be filled, as sentences that name the place.</summary>
    public IReadOnlyList<Sentence> Problems { get; }

    /// <summary>What it would take in from outside itself (pictures, objects, templates, lists, files), as sentences; links to follow are none.</summary>
    public IReadOnlyList<Sentence> FromOutside { get; }

    /// <summary>Why nothing could be read, as a sentence with the remedy; null where something was.</summary>
    public Sentence? UnreadableReason { get; }

    /// <summary>Reads a template. Never throws; takes time linear in its size, within the bounds above.</summary>
    public static WordTemplate Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            if (file.IsEmpty)
                throw new UnreadableException(Sentence.Of("There is nothing in it: save the template again."));
            if (file.Length > MaxBytes)
                throw new UnreadableException(
                    Sentence.Of("It has {0} bytes, and at most {1} are read: make its pictures smaller.", file.Length, MaxBytes)
                );
            return OfficePackage.Read(file, package => new WordTemplate(package));
        }
        catch (UnreadableException refused)
        {
            return new WordTemplate(refused.Reason);
        }
    }

    /// <summary>
    /// Fills the template with the values of one letter: an object whose names are those of the fields and sections. A field takes a text, a
    /// number, true, false, or null for nothing; a section a list, whose entries are looked into before what is around them, or whatever is
    /// shown when it is not empty. Gives a whole document or none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The template could not be read, or has problems.</exception>
    public FilledTemplate Fill(JsonElement values)
    {
        if (UnreadableReason is not null || Problems.Count > 0)
            throw new InvalidOperationException("A template is filled once nothing is wrong with it.");
        var log = new FilledValues();
        try
        {
            HalfNames.Refuse(values);
            var data = new MergeData(new MergeNames(values), null);
            var numbers = new DrawingNumbers(ids);
            var filled = stories.ToDictionary(story => story.Key, story => Filled(story.Value, data, log, numbers));
            return new FilledTemplate
            {
                Document = log.Problems.Count is 0 ? rest!.With(filled) : null,
                Problems = log.Problems,
                Notices = log.Notices,
            };
        }
        catch (UnreadableException refused)
        {
            return new FilledTemplate { Problems = [refused.Reason], Notices = log.Notices };
        }
    }

    private static StringBuilder Filled(IReadOnlyList<StoryPart> story, MergeData data, FilledValues log, DrawingNumbers numbers)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        new StoryFiller(xml, log, numbers).Write(story, data);
        return xml;
    }

    private static IEnumerable<(string Part, Sentence Place)> StoriesOf(OfficePackage package)
    {
        var main = WordXml.MainPart(package);
        var others = package
            .RelationshipsOf(main)
            .Where(r => !r.IsExternal && Array.Exists(Stories, r.Is) && package.Has(r.Part))
            .DistinctBy(r => r.Part, StringComparer.OrdinalIgnoreCase)
            .OrderBy(r => Array.FindIndex(Stories, r.Is))
            .ThenBy(r => r.Part, StringComparer.Ordinal);
        return
        [
            (main, Sentence.Of("the document")),
            .. others.Select(r => (r.Part, (Sentence)WellFormed.Cut(r.Target.TrimStart('/'), LongestPlace))),
        ];
    }

    private void Read(OfficePackage package, string part, Sentence place, FoundTags found)
    {
        using var xml = package.Open(part, OfficePackage.MaxPartBytes, OfficePackage.MaxPartBytes);
        var loader = xml is null ? null : new StoryLoader(xml, found);
        if (loader?.Read() is not { } root || !root.Is("document", "hdr", "ftr", "footnotes", "endnotes"))
            throw new UnreadableException(Sentence.Of("It is no Word document: save the template as .docx."));
        new StoryReader(found).Read(root, place);
        if (loader.HasTrackedChanges)
            found.Tell(
                Sentence.Of("In {0}: changes are tracked, which would go out with the letter; accept or reject them.", place)
            );
        stories[part] = StoryCompiler.Compile(root, ids);
    }
}

/// <summary>A template filled with the values of one letter.</summary>
public sealed record FilledTemplate
{
    /// <summary>The document; null where something is wrong with the values.</summary>
    public byte[]? Document { get; init; }

    /// <summary>What is wrong with the values, as sentences that name the place in the template.</summary>
    public IReadOnlyList<Sentence> Problems { get; init; } = [];

    /// <summary>What may be a mistake, as sentences that name the place in the template.</summary>
    public IReadOnlyList<Sentence> Notices { get; init; } = [];
}
