using System.Runtime.CompilerServices;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Writes tables of text, row by row. What it writes, <see cref="TableReader"/> gives back cell for cell, empty rows and cells included,
/// as long as the file is within that reader's limits and no other program has saved it anew.
/// </summary>
/// <remarks>
/// <para>Halves of characters and noncharacters become U+FFFD (<see cref="WellFormed"/>), which reads back as such.</para>
/// <para>A table without rows says nothing about its header: the reader of text judges the one row it finds by its words.</para>
/// <para>
/// A spreadsheet program carries out what begins like a formula. In text such cells get one apostrophe in front, except numbers, telephone
/// numbers without hyphens, slashes and brackets among them, and our reader takes it off again; in a workbook all cells are text. A program that cuts the lines elsewhere than
/// the file does, as one set up for semicolons cuts at those, finds cells whose beginning nobody guarded: for people, a workbook is safer.
/// </para>
/// </remarks>
public static class TableWriter
{
    /// <summary>Writes a table; nothing is kept in memory but the first hundred rows of a workbook.</summary>
    /// <param name="output">Where to; written to without blocking, not closed. What stands there after an exception is no whole file.</param>
    /// <param name="form">As what.</param>
    /// <param name="header">The names of the columns, any text; from one to <see cref="TableReader.MaxColumns"/>.</param>
    /// <param name="rows">Each with as many cells as the header, any text up to <see cref="TableReader.MaxCellCharacters"/>; in a workbook at most 1,048,575.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="ArgumentException">There are no columns or too many of them, a row is wider or narrower than the header, a cell is too long, or there are more rows than a sheet has.</exception>
    public static Task WriteAsync(
        Stream output,
        TableForm form,
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken = default
    )
    {
        if (header.Count is 0 or > TableReader.MaxColumns)
            throw new ArgumentException($"A table has from 1 to {TableReader.MaxColumns} columns.", nameof(header));
        var names = Checked(header, "The header");
        var cells = Checked(rows, names.Length, cancellationToken);
        return form switch
        {
            TableForm.Csv => DelimitedWriter.WriteAsync(output, ',', names, cells, cancellationToken),
            TableForm.Tsv => DelimitedWriter.WriteAsync(output, '\t', names, cells, cancellationToken),
            TableForm.Xlsx => WorkbookWriter.WriteAsync(output, names, cells, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Checked(
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        int width,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var number = 1;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (row.Count != width)
                throw new ArgumentException($"Row {number} has {row.Count} cells, and the header has {width}.", nameof(rows));
            yield return Checked(row, $"Row {number}");
        }
    }

    private static string[] Checked(IReadOnlyList<string> row, string name)
    {
        var cells = new string[row.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] =
                row[i].Length <= TableReader.MaxCellCharacters
                    ? WellFormed.Of(row[i])
                    : throw new ArgumentException(
                        $"{name} has a cell of {row[i].Length} characters in column {CellReference.LettersOf(i)}, and a spreadsheet takes {TableReader.MaxCellCharacters}.",
                        nameof(row)
                    );
        return cells;
    }
}
