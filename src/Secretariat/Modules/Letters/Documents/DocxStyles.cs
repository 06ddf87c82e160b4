namespace Secretariat.Modules.Letters.Documents;

/// <summary>The styles of a letter in Word, so that a house can change its look in one place.</summary>
internal static class DocxStyles
{
    private const string Font = "Times New Roman";

    // Half points for sizes, twentieths of a point for distances.
    private static readonly (string Id, string Name, string Paragraph, string Run)[] Styles =
    [
        ("SenderName", "Sender Name", "", "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"),
        (
            "SenderTitle",
            "Sender Title",
            "<w:spacing w:after=\"120\"/><w:contextualSpacing/>",
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"
        ),
        ("SenderAddress", "Sender Address", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
        ("Mark", "Letter Mark", "<w:spacing w:before=\"240\"/><w:contextualSpacing/><w:jc w:val=\"end\"/>", ""),
        ("Salutation", "Salutation", "<w:spacing w:before=\"300\" w:after=\"220\"/>", ""),
        ("BodyText", "Body Text", "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/>", ""),
        (
            "ListParagraph",
            "List Paragraph",
            "<w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/><w:contextualSpacing/>",
            ""
        ),
        ("Closing", "Closing", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"340\"/>", ""),
        ("Signatory", "Signatory", "<w:keepNext/><w:spacing w:before=\"1100\"/>", "<w:b/><w:bCs/>"),
        ("PlaceAndDay", "Place And Day", "<w:keepNext/><w:spacing w:before=\"340\"/><w:jc w:val=\"end\"/>", ""),
        ("Seal", "Seal", "<w:spacing w:before=\"700\"/><w:ind w:end=\"680\"/><w:jc w:val=\"end\"/>", ""),
        ("SignatoryFunction", "Signatory Function", "", ""),
        ("Addressee", "Addressee", "", "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"),
        ("Check", "Letter Check", "<w:spacing w:before=\"80\"/>", "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"),
        ("PageNumber", "Page Number Line", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
        (
            "AnnexWord",
            "Annex Word",
            "<w:keepNext/><w:pageBreakBefore/><w:spacing w:after=\"120\"/><w:jc w:val=\"end\"/>",
            "<w:b/><w:bCs/>"
        ),
        ("Subtitle", "Subtitle", "<w:keepNext/><w:spacing w:after=\"300\"/><w:jc w:val=\"center\"/>", ""),
        ("CentredLine", "Centred Line", "<w:keepNext/><w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/>", ""),
        ("TableHeading", "Table Heading", "<w:keepNext/>", "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"),
        ("TableText", "Table Text", "", "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"),
        ("BriefingLine", "Briefing Line", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
        ("AfterTable", "After Table", "", "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>"),
    ];

    private static readonly (string Id, string Name, string Paragraph, string Run)[] Headings =
    [
        (
            "NoteVerbale",
            "Note Verbale",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"300\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
        ),
        (
            "Heading1",
            "heading 1",
            "<w:keepNext/><w:spacing w:after=\"100\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"
        ),
        (
            "Heading2",
            "heading 2",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/><w:bCs/>"
        ),
        (
            "BriefingTitle",
            "Briefing Title",
            "<w:keepNext/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>"
        ),
        (
            "BriefingHeading",
            "Briefing Heading",
            "<w:keepNext/><w:spacing w:before=\"110\" w:after=\"30\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/><w:bCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
        ),
        ("Subject", "Subject", "<w:keepNext/><w:spacing w:before=\"300\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/>"),
    ];

    public static string Write(LetterLanguage language) =>
        $"""
            <w:styles xmlns:w="{DocxParts.Word}">
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{Font}" w:hAnsi="{Font}" w:eastAsia="{Font}" w:cs="{Font}"/><w:sz w:val="22"/><w:szCs w:val="22"/>{Language(
                language
            )}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
            {string.Concat(Styles.Concat(Headings).Select(Style))}
            {Table}
            </w:styles>
            """;

    private static string Language(LetterLanguage language) =>
        language.IsRightToLeft
            ? $"<w:lang w:val=\"en-GB\" w:bidi=\"{language.Culture}\"/>"
            : $"<w:lang w:val=\"{language.Culture}\"/>";

    private static string Style((string Id, string Name, string Paragraph, string Run) style) =>
        $"""<w:style w:type="paragraph" w:styleId="{style.Id}"><w:name w:val="{style.Name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{style.Paragraph}</w:pPr><w:rPr>{style.Run}</w:rPr></w:style>""";

    private const string Table = """
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>
        <w:style w:type="table" w:styleId="AnnexTable"><w:name w:val="Annex Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:left w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:right w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="555555"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="555555"/></w:tblBorders><w:tblCellMar><w:top w:w="85" w:type="dxa"/><w:left w:w="113" w:type="dxa"/><w:bottom w:w="85" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="ECECEC"/></w:tcPr></w:tblStylePr></w:style>
        """;
}
