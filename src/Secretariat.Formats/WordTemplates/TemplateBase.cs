using System.IO.Compression;
using System.Text;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>All of a template but its stories: the same in each letter, and freed from what would lead out of it.</summary>
internal sealed class TemplateBase
{
    private const string TemplateType = "wordprocessingml.template.main+xml";
    private const string DocumentType = "wordprocessingml.document.main+xml";

    /// <summary>The first day that an archive can name: the same values always give the same bytes.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly byte[] archive;

    private TemplateBase(byte[] archive, TemplateParts parts) =>
        (this.archive, Problems, FromOutside) = (archive, parts.Problems(), parts.FromOutside);

    public IReadOnlyList<Sentence> Problems { get; }

    /// <summary>What the parts name outside the document, what does not go into a letter included.</summary>
    public IReadOnlyCollection<Sentence> FromOutside { get; }

    public static TemplateBase Of(OfficePackage package, IReadOnlyCollection<string> stories)
    {
        if (package.Double is { } twice)
            throw new UnreadableException(Sentence.Of("It holds the part “{0}” twice: save it anew.", twice));
        var settings = package.RelationshipsOf(WordXml.MainPart(package)).Where(r => r.Is("settings")).Select(r => r.Part);
        var parts = new TemplateParts(package, settings.ToHashSet(StringComparer.OrdinalIgnoreCase));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in package.Names.Where(name => !stories.Contains(name, StringComparer.OrdinalIgnoreCase)))
                Add(zip, name, CompressionLevel.Optimal, part => part.Write(parts.Read(name)));
        }

        return new TemplateBase(file.ToArray(), parts);
    }

    /// <summary>The document with these stories in it.</summary>
    public byte[] With(IReadOnlyDictionary<string, StringBuilder> stories)
    {
        using var file = new MemoryStream();
        file.Write(archive);
        // What is in the archive already is taken over as it is packed.
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, xml) in stories)
                Add(zip, name, CompressionLevel.Fastest, part => Write(part, xml));
        }

        return file.ToArray();
    }

    /// <summary>A document, where it was saved as a template.</summary>
    internal static string AsDocument(string contentTypes) =>
        contentTypes.Replace(TemplateType, DocumentType, StringComparison.Ordinal);

    private static void Write(Stream part, StringBuilder xml)
    {
        using var writer = new StreamWriter(part, Utf8);
        foreach (var chunk in xml.GetChunks())
            writer.Write(chunk.Span);
    }

    private static void Add(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Day;
        using var part = entry.Open();
        write(part);
    }
}
