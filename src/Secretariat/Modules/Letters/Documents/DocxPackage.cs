using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// Packs the parts of a document (ECMA-376 part 2) with names, order and times of our own: the SDK's packages
/// carry the time of writing and random names.
/// </summary>
internal static class DocxPackage
{
    public const string FirstFooterId = "footerFirst";
    public const string NextFooterId = "footerNext";

    // The earliest time that a zip entry can have.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(DocxProperties properties, DocxWriter writer, Document document, Footer first, Footer next)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", DocxParts.ContentTypes);
            Add(zip, "_rels/.rels", DocxParts.PackageRelationships);
            Add(zip, "docProps/core.xml", Properties(properties, writer.Language));
            Add(zip, "word/document.xml", document.OuterXml);
            Add(zip, "word/_rels/document.xml.rels", Relationships(writer.Links));
            Add(zip, "word/styles.xml", DocxStyles.Write(writer.Language));
            Add(zip, "word/numbering.xml", DocxParts.Numbering(writer.NumberedLists));
            Add(zip, "word/settings.xml", DocxParts.Settings);
            Add(zip, "word/footer1.xml", first.OuterXml);
            Add(zip, "word/footer2.xml", next.OuterXml);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        const string declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(xml.StartsWith("<?xml", StringComparison.Ordinal) ? xml : declaration + xml));
    }

    private static string Relationships(IReadOnlyList<string> links)
    {
        var hyperlinks = links.Select(
            (link, index) =>
                $"""<Relationship Id="link{index + 1}" Type="{DocxParts.Office}/hyperlink" Target="{Xml(link)}" TargetMode="External"/>"""
        );
        return $"""
            <Relationships xmlns="{DocxParts.RelationshipsNamespace}">
            {DocxParts.DocumentRelationships}
            {string.Concat(hyperlinks)}
            </Relationships>
            """;
    }

    private static string Properties(DocxProperties properties, LetterLanguage language)
    {
        var created = properties.Created?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        var day = created is null ? "" : $"""<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>""";
        return $"""
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Xml(
                properties.Title
            )}</dc:title><dc:creator>{Xml(properties.Author)}</dc:creator><dc:language>{Xml(
                language.Culture
            )}</dc:language>{day}</cp:coreProperties>
            """;
    }

    private static string Xml(string text) => System.Security.SecurityElement.Escape(PlainText.Clean(text));
}

/// <summary>What the properties of the file say.</summary>
internal sealed record DocxProperties(string Title, string Author, DateOnly? Created);
