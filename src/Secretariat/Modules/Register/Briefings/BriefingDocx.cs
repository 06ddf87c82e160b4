using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>A briefing as WordprocessingML, with the styles of a letter and narrower margins.</summary>
public static class BriefingDocx
{
    // A4 and margins of 15 and 12 mm, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const uint SideMargin = 850;
    private const int EndMargin = 680;

    /// <param name="site">Where the links lead, such as https://secretariat.example.</param>
    /// <param name="author">Who stands in the properties of the file.</param>
    public static byte[] Write(Briefing briefing, string site, string author)
    {
        var writer = new DocxWriter(LetterLanguage.For(briefing.Language));
        var document = new Document(new Body([.. Parts(briefing, writer, site), Section()]));
        var properties = new DocxProperties(briefing.FileTitle, author, null);
        return DocxPackage.Write(properties, writer, document, new Footer(new Paragraph()), new Footer(new Paragraph()));
    }

    private static IEnumerable<OpenXmlElement> Parts(Briefing briefing, DocxWriter writer, string site) =>
        [
            writer.Paragraph("BriefingTitle", briefing.Title),
            writer.Paragraph("BriefingLine", [new LetterRun(briefing.Subtitle, Bold: true)]),
            .. writer.Lines("BriefingLine", briefing.Head),
            .. briefing.Sections.SelectMany(section => Part(section, writer, site)),
        ];

    private static IEnumerable<OpenXmlElement> Part(BriefingSection section, DocxWriter writer, string site) =>
        [
            writer.Paragraph("BriefingHeading", section.Heading),
            .. section.Lines.Select(line => writer.Paragraph("BriefingLine", [Run(line, site)], list: DocxWriter.BulletsId)),
        ];

    private static LetterRun Run(BriefingLine line, string site) =>
        new(PlainText.Clean(line.Words), Link: line.Href is null ? null : site + line.Href);

    private static SectionProperties Section() =>
        new(
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = EndMargin,
                Bottom = EndMargin,
                Left = SideMargin,
                Right = SideMargin,
                Header = 0,
                Footer = 0,
                Gutter = 0,
            }
        );
}
