using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>The archive that a Word document is.</summary>
public class PackageTests
{
    private const string Document = $"<w:document {Packed.Word}><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>";

    [Fact]
    public void A_package_that_names_two_documents_is_refused() =>
        AssertRefused(
            "It names 2 parts as the document, and programs may read different ones: save it anew.",
            Packed.Relationships(("r1", "officeDocument", "word/document.xml"), ("r2", "officeDocument", "word/other.xml"))
        );

    [Fact]
    public void A_package_that_names_a_document_elsewhere_is_refused() =>
        AssertRefused(
            "It names a document outside itself, which is never loaded: save it anew.",
            Packed.Relationships(("r1", "officeDocument", "https://example.org/word/document.xml"))
        );

    [Fact]
    public void What_is_called_a_relationship_in_another_namespace_is_none() =>
        Assert.Null(
            Read(
                Packed
                    .Relationships(("r1", "officeDocument", "word/document.xml"))
                    .Replace(
                        "</Relationships>",
                        "<x:Relationship xmlns:x=\"urn:other\" Id=\"r2\" Type=\"x/officeDocument\" Target=\"word/other.xml\"/></Relationships>",
                        StringComparison.Ordinal
                    )
            ).UnreadableReason
        );

    private static void AssertRefused(string reason, string relationships) =>
        Assert.Equal(reason, Read(relationships).UnreadableReason?.ToString());

    private static WordTemplate Read(string relationships) =>
        WordTemplate.Read(
            Packed.Zip(("_rels/.rels", relationships), ("word/document.xml", Document), ("word/other.xml", Document))
        );
}
