using System.Globalization;

namespace Secretariat.Formats.Tables;

/// <summary>Names of cells such as <c>AB12</c> (ECMA-376 part 1, section 18.18.7); rows and columns count from 1 and 0.</summary>
internal sealed record CellReference(int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>The cell of that name; null where it is none within the sheet.</summary>
    public static CellReference? Parse(ReadOnlySpan<char> name)
    {
        var (column, at) = (0, 0);
        for (; at < name.Length && char.IsAsciiLetter(name[at]) && column <= TableReader.MaxColumns; at++)
            column = column * Letters + (name[at] | 0x20) - 'a' + 1;
        if (column is 0 or > TableReader.MaxColumns)
            return null;
        return int.TryParse(name[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? new CellReference(row, column - 1)
            : null;
    }

    /// <summary>The letters of a column, <c>A</c> for 0.</summary>
    public static string LettersOf(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / Letters)
            letters = (char)('A' + (left - 1) % Letters) + letters;
        return letters;
    }
}
