using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Delimited text (RFC 4180) that leaves nothing to guess, see <see cref="WrittenText"/>: in UTF-8 with its mark, lines ending in CR LF,
/// every cell of the rows in quotation marks and the names above them without, where they can be.
/// </summary>
internal static class DelimitedWriter
{
    public const char Mark = '\uFEFF';

    private const string SignsOfOtherFiles = "\",;|=";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(
        Stream output,
        char delimiter,
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new StreamWriter(output, Utf8, bufferSize: 32 * 1024, leaveOpen: true);
        var line = new StringBuilder().Append(Mark);
        Append(line, delimiter, header, IsBare);
        await writer.WriteAsync(line, cancellationToken);
        await foreach (var row in rows)
        {
            Append(line.Clear(), delimiter, row, _ => false);
            await writer.WriteAsync(line, cancellationToken);
        }
    }

    /// <summary>A name that is written without quotation marks: no program takes it for anything else than text.</summary>
    public static bool IsBare(string name) =>
        name.Length > 0
        && char.IsLetterOrDigit(name[0])
        && !char.IsWhiteSpace(name[^1])
        && !name.Any(c => char.IsControl(c) || SignsOfOtherFiles.Contains(c, StringComparison.Ordinal));

    private static void Append(StringBuilder line, char delimiter, IReadOnlyList<string> cells, Func<string, bool> isBare)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(delimiter);
            var cell = FormulaGuard.Put(cells[i]);
            if (isBare(cell))
                line.Append(cell);
            else
                line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        line.Append("\r\n");
    }
}
