using System.Globalization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>The parts of the document that are the same, or nearly, in every letter.</summary>
internal static class DocxParts
{
    public const int DeepestLevel = 2;
    public const string RelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public const string ContentTypes = $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        <Override PartName="/word/document.xml" ContentType="{Kind}.document.main+xml"/>
        <Override PartName="/word/styles.xml" ContentType="{Kind}.styles+xml"/>
        <Override PartName="/word/numbering.xml" ContentType="{Kind}.numbering+xml"/>
        <Override PartName="/word/settings.xml" ContentType="{Kind}.settings+xml"/>
        <Override PartName="/word/footer1.xml" ContentType="{Kind}.footer+xml"/>
        <Override PartName="/word/footer2.xml" ContentType="{Kind}.footer+xml"/>
        </Types>
        """;

    public const string PackageRelationships = $"""
        <Relationships xmlns="{RelationshipsNamespace}">
        <Relationship Id="document" Type="{Office}/officeDocument" Target="word/document.xml"/>
        <Relationship Id="properties" Type="{RelationshipsNamespace}/metadata/core-properties" Target="docProps/core.xml"/>
        </Relationships>
        """;

    public const string DocumentRelationships = $"""
        <Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/>
        <Relationship Id="numbering" Type="{Office}/numbering" Target="numbering.xml"/>
        <Relationship Id="settings" Type="{Office}/settings" Target="settings.xml"/>
        <Relationship Id="{DocxPackage.FirstFooterId}" Type="{Office}/footer" Target="footer1.xml"/>
        <Relationship Id="{DocxPackage.NextFooterId}" Type="{Office}/footer" Target="footer2.xml"/>
        """;

    // Compatibility mode 15, else Word opens the letter as one of 2007.
    public const string Settings = $"""
        <w:settings xmlns:w="{Word}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """;

    /// <summary>Bullets are list 1; each numbered list after it starts again from one.</summary>
    public static string Numbering(int numberedLists) =>
        $"""
            <w:numbering xmlns:w="{Word}">
            <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{Levels(
                "bullet",
                _ => "–"
            )}</w:abstractNum>
            <w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>{Levels(
                "decimal",
                level => Number($"%{level + 1}.")
            )}</w:abstractNum>
            <w:num w:numId="{DocxWriter.BulletsId}"><w:abstractNumId w:val="1"/></w:num>
            {string.Concat(
                Enumerable.Range(DocxWriter.BulletsId + 1, numberedLists).Select(NumberedList)
            )}
            </w:numbering>
            """;

    private static string Levels(string format, Func<int, string> text) =>
        string.Concat(
            Enumerable
                .Range(0, DeepestLevel + 1)
                .Select(level =>
                    Number(
                        $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text(level)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:start="{397 * (level + 1)}" w:hanging="397"/></w:pPr></w:lvl>"""
                    )
                )
        );

    private static string NumberedList(int id) =>
        Number(
            $"""<w:num w:numId="{id}"><w:abstractNumId w:val="2"/>{string.Concat(Enumerable.Range(0, DeepestLevel + 1).Select(Restart))}</w:num>"""
        );

    private static string Restart(int level) =>
        Number($"""<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>""");

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
