using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.WordTemplates;

/// <summary>What all readers of Word documents know of their XML (ECMA-376 part 1, section 17), in its transitional and its strict form.</summary>
internal static class WordXml
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>The namespace of the prefix <c>xml</c>.</summary>
    public const string OfXml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The namespace of the marks by which Word finds a paragraph again.</summary>
    public const string OfParagraphs = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <summary>The namespace of what Office adds to the shapes of older programs.</summary>
    public const string OfOffice = "urn:schemas-microsoft-com:office:office";

    /// <summary>The name of the part that is the document; Word on the web calls it otherwise than Word does.</summary>
    public static string MainPart(OfficePackage package) => package.MainPart ?? "word/document.xml";

    public static bool IsWord(this XmlReader xml) => IsWord(xml.NamespaceURI);

    public static bool IsWord(string space) => space is Word or StrictWord;

    public static bool IsCompatibility(string space) => space is Compatibility;

    public static bool IsMath(string space) => space is Math or StrictMath;

    /// <summary>Whether it is that of the shapes of older programs (ECMA-376 part 4, section 19.1).</summary>
    public static bool IsVml(string space) => space is Vml;

    /// <summary>Whether an attribute of it names another part, or what lies outside.</summary>
    public static bool IsRelationship(string space) => space is Relationships or StrictRelationships;

    /// <summary>Whether an element holds what somebody changed or how it was before (section 17.13.5).</summary>
    public static bool IsTrackedChange(string local) =>
        local is "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel" or "cellMerge"
        || local.EndsWith("Change", StringComparison.Ordinal);

    /// <summary>Whether an element of Word holds no text of the document: deleted text, and properties, whose tab stops are named as tabs are.</summary>
    public static bool IsLeftOut(string local) =>
        local is "del" or "moveFrom" or "delText" or "delInstrText" or "rPr" or "pPr" or "sectPr";

    /// <summary>Whether an element holds no text of the document, the fall-back copy of drawings included.</summary>
    public static bool IsLeftOut(this XmlReader xml) =>
        xml.NodeType is XmlNodeType.Element
        && (xml.NamespaceURI is Compatibility ? xml.LocalName is "Fallback" : xml.IsWord() && IsLeftOut(xml.LocalName));
}
