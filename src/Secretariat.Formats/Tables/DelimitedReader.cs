using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Delimited text (RFC 4180): cells in quotation marks may hold delimiters, line breaks and doubled quotation marks. A quotation mark
/// that closes nothing is text, and one that is never closed opens nothing. Lines end in CR LF, LF or CR.
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
                    $"Row {row} has more than {TableReader.MaxColumns} cells: save the list as a workbook (.xlsx)."
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
            table.Tell(row, cells.Count, "A quotation mark is opened here and never closed; it was read as text.");
        }

        return ReadPlain();
    }

    private string ReadPlain()
    {
        var rest = text.AsSpan(position);
        var length = rest.IndexOfAny(delimiter, '\r', '\n');
        length = length < 0 ? rest.Length : length;
        position += length;
        if (length <= TableReader.MaxCellCharacters)
            return rest[..length].ToString();
        table.Tell(row, cells.Count, $"The cell has {length} characters; the first {TableReader.MaxCellCharacters} were read.");
        return WellFormed.Cut(rest[..(TableReader.MaxCellCharacters + 1)].ToString(), TableReader.MaxCellCharacters);
    }

    /// <summary>The cell up to its closing quotation mark, the first one that a delimiter or line end follows; null where there is none.</summary>
    private string? ReadQuoted(int from)
    {
        quoted.Clear();
        var at = from;
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

            quoted.Append('"');
        }

        plainUntil = Math.Min(text.Length, from + TableReader.MaxCellCharacters);
        return null;
    }

    /// <summary>Where the cell ends after a closing quotation mark and spaces; -1 where it goes on.</summary>
    private int EndsAt(int at)
    {
        while (at < text.Length && text[at] is ' ')
            at++;
        return at == text.Length || text[at] == delimiter || text[at] is '\r' or '\n' ? at : -1;
    }
}
