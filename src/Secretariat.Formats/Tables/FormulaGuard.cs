using System.Buffers;

namespace Secretariat.Formats.Tables;

/// <summary>
/// An apostrophe before texts of delimited files that a spreadsheet program would take for a formula, and before those that begin with
/// apostrophes and go on so, that it can be told from theirs.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>With the wide signs, which programs set up for Chinese or Japanese take for the narrow ones.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789 .,\u00A0\u202F");

    public static string Put(string cell) => StartsFormula(cell) && !IsNumber(cell) ? Guard + cell : cell;

    public static string Take(string cell) => cell.StartsWith(Guard) && StartsFormula(cell) ? cell[1..] : cell;

    private static bool StartsFormula(string cell) => cell.AsSpan().TrimStart(Guard) is [var first, ..] && Starts.Contains(first);

    /// <summary>A number, as of telephones, of which nothing can be carried out: <c>+32-2-000</c> is calculated, and so is <c>+(32)/2</c>.</summary>
    private static bool IsNumber(string cell) =>
        cell[0] is '+' or '-' && !cell.AsSpan(1).ContainsAnyExcept(NumberSigns) && cell.AsSpan(1).ContainsAnyInRange('0', '9');
}
