namespace Secretariat.Formats.Tables;

/// <summary>Texts that a spreadsheet program would take for a formula and carry out.</summary>
internal static class Formulas
{
    private const int Looked = 200;
    private const int LongestColumn = 3;

    /// <summary>A formula, and not a telephone number, a handle or a dash before a word.</summary>
    public static bool Is(string cell)
    {
        if (cell.Length < 2 || cell[0] is not ('=' or '+' or '-' or '@'))
            return false;
        var rest = cell.AsSpan(1, Math.Min(cell.Length, Looked) - 1).TrimStart();
        if (rest.IsEmpty)
            return false;
        return cell[0] is '='
            ? char.IsLetterOrDigit(rest[0]) || "(\"'+-@$[{".Contains(rest[0], StringComparison.Ordinal)
            : CallsSomething(rest);
    }

    /// <summary>A function such as <c>SUM(</c>, a cell that is calculated with such as <c>A1+</c>, or another program such as <c>cmd|…!A0</c>.</summary>
    private static bool CallsSomething(ReadOnlySpan<char> text)
    {
        var letters = LengthOf(text, char.IsAsciiLetter);
        if (letters is 0)
            return false;
        var name = LengthOf(text, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '$');
        var after = name < text.Length ? text[name] : ' ';
        var isCell = letters <= LongestColumn && name > letters;
        return after is '(' || isCell && after is ('+' or '-' or '*' or '/' or '^' or '&') || IsOfAnotherProgram(text);
    }

    private static bool IsOfAnotherProgram(ReadOnlySpan<char> text) =>
        text.IndexOf('|') is >= 0 and var bar && text[bar..].Contains('!');

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> isOf)
    {
        var length = 0;
        while (length < text.Length && isOf(text[length]))
            length++;
        return length;
    }
}
