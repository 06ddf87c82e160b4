using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Delimited text (RFC 4180): cells in quotation marks may hold delimiters, line breaks and doubled quotation marks. A quotation mark
/// that closes nothing is text, and one that is never closed opens nothing; text behind a closing one belongs to the cell and is told.
/// Lines end in CR LF, LF or CR.
/// </summary>
internal sealed class DelimitedReader(string text, int start, char delimiter)
{
    private readonly List<string> cells = [];
    private readonly StringBuilder quoted = new();
    private readonly RawTable table = new();
    private int position = start;
    private int row;

    /// <summary>Up to here no quotation mark opens a cell, since one before it was never closed.</summary>
    private int plainUntil;

    public RawTable Read()
    {
        while (ReadRecord(int.MaxValue))
            table.Add(row, cells);
        return table;
    }

    /// <summary>The numbers of cells of the records that begin within so many units of text and hold anything.</summary>
    public List<int> WidthsWithin(int length)
    {
        var end = position + length;
        var widths = new List<int>();
        while (position < end && ReadRecord(end))
        {
            if (cells.Count > 1 || !string.IsNullOrWhiteSpace(cells[0]))
                widths.Add(cells.Count);
        }

        return widths;
    }

    private bool ReadRecord(int end)
    {
        if (position >= text.Length)
            return false;
        row++;
        cells.Clear();
        do
        {
            if (cells.Count == TableReader.MaxColumns)
                throw new UnreadableException(
                    Sentence.Of(
                        "Row {0} has more than {1} cells: save the list as a workbook (.xlsx).",
                        row,
                        TableReader.MaxColumns
                    )
                );
            cells.Add(ReadCell());
        } while (position < end && Skip(delimiter));

        Skip('\r');
        Skip('\n');
        return true;
    }

    private bool Skip(char c)
    {
        if (position >= text.Length || text[position] != c)
            return false;
        position++;
        return true;
    }

    private string ReadCell()
    {
        var opening = position;
        while (opening < text.Length && text[opening] is ' ')
            opening++;
        if (opening < text.Length && text[opening] is '"' && opening >= plainUntil)
        {
            if (ReadQuoted(opening + 1) is { } cell)
                return cell;
            table.Tell(row, cells.Count, Sentence.Of("A quotation mark is opened here and never closed; it was read as text."));
        }

        return ReadPlain();
    }

    private string ReadPlain()
    {
        var cell = Plain(position);
        position += cell.Length;
        return Bounded(cell);
    }

    /// <summary>What lies before the next delimiter or line end.</summary>
    private ReadOnlySpan<char> Plain(int from)
    {
        var rest = text.AsSpan(from);
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        return length < 0 ? rest : rest[..length];
    }

    private string Bounded(ReadOnlySpan<char> cell)
    {
        if (cell.Length <= TableReader.MaxCellCharacters)
            return cell.ToString();
        table.Tell(
            row,
            cells.Count,
            Sentence.Of("The cell has {0} characters; the first {1} were read.", cell.Length, TableReader.MaxCellCharacters)
        );
        return WellFormed.Cut(cell[..(TableReader.MaxCellCharacters + 1)].ToString(), TableReader.MaxCellCharacters);
    }

    /// <summary>
    /// The cell up to its closing quotation mark, the first one that a delimiter or line end follows, or with the text behind a mark that
    /// no other one closes before them; null where there is no mark.
    /// </summary>
    private string? ReadQuoted(int from)
    {
        quoted.Clear();
        var (at, closing) = (from, from);
        while (quoted.Length <= TableReader.MaxCellCharacters)
        {
            var length = text.AsSpan(at).IndexOf('"');
            if (length < 0 || length > TableReader.MaxCellCharacters)
                break;
            quoted.Append(text, at, length);
            at += length + 1;
            if (at < text.Length && text[at] is '"')
                at++;
            else if (EndsAt(at) is >= 0 and var end)
            {
                position = end;
                return quoted.ToString();
            }
            else if (at > closing && (closing = ClosingMark(at)) < 0)
                return ReadRest(at);

            quoted.Append('"');
        }

        plainUntil = Math.Min(text.Length, from + TableReader.MaxCellCharacters);
        return null;
    }

    /// <summary>Behind the mark that closes a cell before the next delimiter or line end, so that those before it are text; -1 where none does.</summary>
    private int ClosingMark(int at)
    {
        var cell = Plain(at).TrimEnd(' ');
        var marks = cell.Length - cell.TrimEnd('"').Length;
        return marks % 2 is 1 ? at + cell.Length : -1;
    }

    /// <summary>Ends the quotation here, since further rows would be taken into it otherwise.</summary>
    private string ReadRest(int from)
    {
        table.Tell(row, cells.Count, Sentence.Of("Text follows the closing quotation mark; it was read as part of the cell."));
        var rest = Plain(from);
        position = from + rest.Length;
        return Bounded(quoted.Append(rest).ToString());
    }

    /// <summary>Where the cell ends after a closing quotation mark and spaces; -1 where it goes on.</summary>
    private int EndsAt(int at)
    {
        while (at < text.Length && text[at] is ' ')
            at++;
        return at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? at : -1;
    }
}
