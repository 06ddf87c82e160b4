using System.Text;

namespace Secretariat.Formats;

/// <summary>Texts of a file as they can be shown in one line.</summary>
internal static class Words
{
    private const int Longest = 1_000;

    /// <summary>The text with each run of white space as one space and without control characters; cut where it is very long.</summary>
    public static string OnOneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (line.Length > Longest)
                return line.Append('…').ToString();
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(c);
            else if (char.IsWhiteSpace(c) && line.Length > 0 && line[^1] is not ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }
}
