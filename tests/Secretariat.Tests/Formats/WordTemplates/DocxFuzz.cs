using System.IO.Compression;
using System.Text;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Mutated Word documents: the archive, and the XML within an archive that is whole.</summary>
public class DocxFuzz
{
    /// <summary>Memory that reading one document of this size may take.</summary>
    private const long Most = 64 * 1024 * 1024;

    private const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
        <w:body><w:p><w:r><w:t xml:space="preserve">We nominate </w:t></w:r><w:del><w:r><w:delText>nobody</w:delText></w:r></w:del><w:r><w:t>Ms Example</w:t><w:tab/><w:br/></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ann</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <mc:AlternateContent><mc:Choice Requires="wps"><w:p><w:r><w:t>One</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Two</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
        <w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:body></w:document>
        """;

    private static readonly string[] Pieces =
    [
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        "<w:tr>",
        "<w:tc>",
        "<w:t>",
        "<w:t/>",
        "</w:t>",
        "<w:del>",
        "<mc:AlternateContent>",
        "<mc:Fallback>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
        "&b;",
        "&#0;",
        "&#xD800;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "<?x",
        "\0",
        "\u00ff\u00fe",
        "PK\u0003\u0004",
        "PK\u0001\u0002",
        "PK\u0005\u0006",
    ];

    [Fact]
    public Task No_archive_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("docx", [Zipped(Encoding.UTF8.GetBytes(Xml))], Pieces) { Most = Most }.RunAsync(Read);

    [Fact]
    public Task No_text_of_a_document_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("docx-xml", [Encoding.UTF8.GetBytes(Xml)], Pieces) { Most = Most }.RunAsync(xml => Read(Zipped(xml)));

    [Fact]
    public void The_document_is_understood_before_it_is_spoilt() =>
        Assert.Contains("We nominate Ms Example", DocxText.Read(Zipped(Encoding.UTF8.GetBytes(Xml))), StringComparison.Ordinal);

    private static void Read(byte[] file)
    {
        try
        {
            Assert.InRange(DocxText.Read(file).Length, 0, DocxText.MaxCharacters);
        }
        catch (InvalidDataException refused)
        {
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Zipped(byte[] xml)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
            part.Write(xml);
        return file.ToArray();
    }
}
