using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Modules.Events.Programme;

/// <summary>A programme as WordprocessingML, with the styles of a letter. The same programme gives the same bytes.</summary>
public static class ProgrammeDocx
{
    // The text width of a letter, in twentieths of a point: what happens has the long text.
    private static readonly int[] Widths = [1600, 5272, 2200];

    /// <param name="author">Who stands in the properties of the file.</param>
    public static byte[] Write(PrintedProgramme programme, string author)
    {
        var writer = new DocxWriter(LetterLanguage.For(programme.Language));
        var document = new Document(new Body([.. Parts(programme, writer), LetterDocx.Section(writer)]));
        var properties = new DocxProperties(programme.FileTitle, author, programme.On);
        var next = new Footer(writer.Paragraph("PageNumber", programme.Mark), writer.PageNumber());
        return DocxPackage.Write(properties, writer, document, new Footer(writer.Paragraph("PageNumber", programme.Mark)), next);
    }

    private static IEnumerable<OpenXmlElement> Parts(PrintedProgramme programme, DocxWriter writer) =>
        [
            writer.Paragraph("Heading1", [programme.Title]),
            .. programme.Head.Select(line => writer.Paragraph("CentredLine", line)),
            .. programme.Days.SelectMany(day => Day(day, programme, writer)),
        ];

    private static IEnumerable<OpenXmlElement> Day(PrintedDay day, PrintedProgramme programme, DocxWriter writer)
    {
        var items = day.Items.Select(item =>
            new[]
            {
                [writer.Paragraph("TableText", item.Time)],
                item.What.Select(line => writer.Paragraph("TableText", line)),
                [writer.Paragraph("TableText", item.Room)],
            }
        );
        return
        [
            writer.Paragraph("Heading2", day.Day),
            DocxTable.Of(day.Day, [.. programme.Columns.Zip(Widths)], items, writer),
            // A table may not be the last thing before the end of a section.
            writer.Paragraph("AfterTable", ""),
        ];
    }
}
