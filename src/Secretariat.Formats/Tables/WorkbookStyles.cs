namespace Secretariat.Formats.Tables;

/// <summary>How the cells of a written workbook look (ECMA-376 part 1, section 18.8).</summary>
internal static class WorkbookStyles
{
    /// <summary>Number format 49 is text, so that "007" stays as it is when somebody edits the cell too.</summary>
    public const string Xml = $"""
        <styleSheet xmlns="{WorkbookWriter.Main}">
        <fonts count="2">
        <font><sz val="11"/><name val="Calibri"/></font>
        <font><b/><sz val="11"/><name val="Calibri"/></font>
        </fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="3">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">
        <alignment vertical="top" wrapText="1"/>
        </xf>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">
        <alignment vertical="top" wrapText="1"/>
        </xf>
        </cellXfs>
        </styleSheet>
        """;

    /// <summary>The numbers of the last two formats.</summary>
    public const string Cell = "1",
        Header = "2";
}
