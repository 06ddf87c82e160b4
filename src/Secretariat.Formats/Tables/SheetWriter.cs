using System.Globalization;
using System.Text;
using System.Xml;

namespace Secretariat.Formats.Tables;

/// <summary>
/// A sheet of text (ECMA-376 part 1, section 18.3.1): a bold header that stays in sight, every cell an inline string, so that no program
/// makes numbers, days or formulas of them and no list of all texts is kept.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private const int LastRow = 1_048_576;
    private const int RowsForWidths = 100;
    private const int Narrowest = 8;
    private const int Widest = 60;

    private readonly XmlWriter xml;
    private int row;

    public SheetWriter(Stream part)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.None,
            CloseOutput = true,
        };
        xml = XmlWriter.Create(part, settings);
    }

    /// <summary>Writes the sheet.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">What stands below.</param>
    /// <param name="afterRow">Is waited for after each row.</param>
    public async Task WriteAsync(
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        Func<ValueTask> afterRow
    )
    {
        await using var all = rows.GetAsyncEnumerator();
        var first = new List<IReadOnlyList<string>>();
        while (first.Count < RowsForWidths && await all.MoveNextAsync())
            first.Add(all.Current);
        Begin(header.Select((name, i) => WidthOf(first.Select(r => r[i]).Prepend(name))));
        Write(header, WorkbookStyles.Header);
        foreach (var cells in first)
            Write(cells, WorkbookStyles.Cell);
        while (await all.MoveNextAsync())
        {
            Write(all.Current, WorkbookStyles.Cell);
            await afterRow();
        }

        xml.WriteEndDocument();
    }

    public void Dispose() => xml.Dispose();

    private void Begin(IEnumerable<int> widths)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", WorkbookWriter.Main);
        xml.WriteRaw(
            """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
        );
        xml.WriteStartElement("cols");
        foreach (var (i, width) in widths.Index())
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", Text(width));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData");
    }

    /// <summary>In characters, so that the longest line fits, and a margin.</summary>
    private static int WidthOf(IEnumerable<string> cells) =>
        Math.Clamp(cells.Max(c => c.Split('\r', '\n').Max(line => line.Length)) + 2, Narrowest, Widest);

    private void Write(IReadOnlyList<string> cells, string style)
    {
        if (row == LastRow)
            throw new ArgumentException(
                $"There are more rows than a sheet has, which is {LastRow} with the header.",
                nameof(cells)
            );
        var number = Text(++row);
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number);
        for (var i = 0; i < cells.Count; i++)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", CellReference.LettersOf(i) + number);
            xml.WriteAttributeString("s", style);
            if (cells[i].Length > 0)
                WriteText(cells[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteText(string cell)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        if (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]))
            xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XmlText.Escape(cell));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
