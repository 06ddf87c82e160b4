using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// A letter as WordprocessingML (ECMA-376, transitional): A4, styles, addressee and check code in the footer of page one, page
/// numbers after it. The same letter gives the same bytes.
/// </summary>
public static class LetterDocx
{
    // A4 and margins of 25 and 20 mm, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const uint SideMargin = 1417;
    private const int EndMargin = 1134;
    private const uint FooterMargin = 800;

    public static byte[] Write(LetterDocument letter)
    {
        var writer = new DocxWriter(LetterLines.Language(letter));
        var document = new Document(new Body([.. Parts(letter, writer), Section(writer)]));
        var first = new Footer([
            .. Lines(writer, "Addressee", letter, LetterLines.Addressee(letter)),
            .. writer.Lines("Check", [LetterLines.Check(letter) ?? ""]),
        ]);
        var next = new Footer(writer.PageNumber());
        var properties = new DocxProperties(letter.Title, letter.Sender.Name, letter.SignedOn);
        return DocxPackage.Write(properties, writer, document, first, next);
    }

    private static IEnumerable<OpenXmlElement> Parts(LetterDocument letter, DocxWriter writer) =>
        [
            .. Lines(writer, "SenderName", letter, [letter.Sender.Name]),
            .. Lines(writer, "SenderTitle", letter, LetterLines.Titles(letter)),
            .. Lines(writer, "SenderAddress", letter, LetterLines.Address(letter)),
            .. Lines(writer, "Mark", letter, LetterLines.Mark(letter)),
            .. letter.IsNoteVerbale ? [writer.Paragraph("NoteVerbale", writer.Language.NoteVerbale)] : Nothing,
            .. LetterLines.Subject(letter) is { } subject ? [writer.Paragraph("Subject", subject)] : Nothing,
            writer.Paragraph("Salutation", letter.Salutation),
            .. LetterMarkdown.Read(letter.Body).SelectMany(block => writer.Block(block)),
            writer.Paragraph("Closing", letter.Close),
            .. letter.IsNoteVerbale ? Seal(letter, writer) : Signatory(letter, writer),
            .. LetterLines.Annexes(letter).SelectMany(each => Annex(letter, each.Word, each.Annex, writer)),
        ];

    private static IEnumerable<OpenXmlElement> Signatory(LetterDocument letter, DocxWriter writer) =>
        [
            writer.Paragraph("Signatory", letter.SignatoryName),
            .. writer.Lines("SignatoryFunction", [letter.SignatoryFunction ?? ""]),
        ];

    private static IEnumerable<OpenXmlElement> Seal(LetterDocument letter, DocxWriter writer) =>
        [writer.Paragraph("PlaceAndDay", LetterLines.PlaceAndDay(letter)), writer.Paragraph("Seal", LetterLines.Seal)];

    private static IEnumerable<Paragraph> Lines(
        DocxWriter writer,
        string style,
        LetterDocument letter,
        IEnumerable<string> lines
    ) => lines.Where(line => line.Length > 0).Select(line => writer.Paragraph(style, line, letter.OtherLanguageOf(line)));

    private static IEnumerable<OpenXmlElement> Nothing => [];

    private static IEnumerable<OpenXmlElement> Annex(LetterDocument letter, string word, LetterAnnex annex, DocxWriter writer) =>
        [
            writer.Paragraph("AnnexWord", word),
            writer.Paragraph("Heading1", annex.Title, letter.OtherLanguageOf(annex.Title)),
            .. writer.Lines("Subtitle", [annex.Subtitle ?? ""]),
            DocxTable.Of(letter, annex, writer),
            // A table may not be the last thing before the end of a section.
            writer.Paragraph("AfterTable", ""),
        ];

    internal static SectionProperties Section(DocxWriter writer)
    {
        var section = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.First, Id = DocxPackage.FirstFooterId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = DocxPackage.NextFooterId },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = EndMargin,
                Bottom = EndMargin,
                Left = SideMargin,
                Right = SideMargin,
                Header = FooterMargin,
                Footer = FooterMargin,
                Gutter = 0,
            },
            new TitlePage()
        );
        if (writer.Language.IsRightToLeft)
            section.Append(new BiDi());
        return section;
    }
}

/// <summary>A table with a header row that is marked and repeated.</summary>
internal static class DocxTable
{
    private const int TextWidth = 9072;

    public static Table Of(LetterDocument letter, LetterAnnex annex, DocxWriter writer)
    {
        var rows = annex.Rows.Select(row =>
            row.Select(cell => cell.Split('\n').Select(line => writer.Paragraph("TableText", line, letter.OtherLanguageOf(line))))
        );
        return Of(annex.Title, [.. annex.Columns.Zip(Widths(annex))], rows, writer);
    }

    /// <param name="rows">Of each the cells, and of each cell its lines.</param>
    public static Table Of(
        string caption,
        IReadOnlyList<(string Heading, int Width)> columns,
        IEnumerable<IEnumerable<IEnumerable<Paragraph>>> rows,
        DocxWriter writer
    )
    {
        var headings = columns.Select(column => new[] { writer.Paragraph("TableHeading", column.Heading) });
        return new([
            Properties(caption, writer.Language),
            new TableGrid(columns.Select(column => new GridColumn { Width = Text(column.Width) })),
            Row(headings, new(new CantSplit(), new TableHeader())),
            .. rows.Select(row => Row(row, new(new CantSplit()))),
        ]);

        TableRow Row(IEnumerable<IEnumerable<Paragraph>> cells, TableRowProperties properties) =>
            new([properties, .. cells.Zip(columns, (cell, column) => Cell(cell, column.Width))]);
    }

    private static TableProperties Properties(string caption, LetterLanguage language) =>
        new()
        {
            TableStyle = new() { Val = "AnnexTable" },
            BiDiVisual = language.IsRightToLeft ? new() : null,
            TableWidth = new() { Width = Text(TextWidth), Type = TableWidthUnitValues.Dxa },
            TableLayout = new() { Type = TableLayoutValues.Fixed },
            TableLook = new()
            {
                Val = "0020",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
            TableCaption = new() { Val = PlainText.Clean(caption) },
        };

    private static TableCell Cell(IEnumerable<Paragraph> lines, int width) =>
        new([new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }), .. lines]);

    // Date, event, venue: the event has the long text. Day, time, what, room: so has what happens.
    private static int[] Widths(LetterAnnex annex) =>
        (annex.Kind, annex.Columns.Count) switch
        {
            (_, 3) => [2000, 4700, 2372],
            (AnnexKind.Programme, 4) => [1900, 1500, 3900, 1772],
            (_, var columns) => [.. Enumerable.Repeat(TextWidth / columns, columns)],
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
