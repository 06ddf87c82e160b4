using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.ContentLines;

/// <summary>Text values with backslashes in them (RFC 2426 section 4, RFC 6350 section 3.4, RFC 5545 section 3.3.11).</summary>
internal static class EscapedText
{
    private const int MaxPieces = 100;

    /// <summary>What is shown of a value: one line without control characters, or null when nothing is left.</summary>
    public static string? OnOneLine(string text) => HeaderText.WithoutControls(text).Trim() is { Length: > 0 } line ? line : null;

    /// <summary>The same of a text of several lines, which stay apart by LF.</summary>
    public static string? OnItsLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(HeaderText.WithoutControls)).Trim()
            is { Length: > 0 } lines
            ? lines
            : null;

    /// <summary>The text with escapes, so that no sign in it divides it or ends its line (RFC 6350 section 3.4).</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or ',' or ';' or '\n')
                escaped.Append('\\');
            escaped.Append(c is '\n' ? 'n' : c);
        }
        return escaped.ToString();
    }

    /// <summary>The text with its escapes undone; a backslash before anything that needs none stays.</summary>
    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var next = value[i] is '\\' && i + 1 < value.Length ? value[i + 1] : '\0';
            if (next is 'n' or 'N')
                text.Append('\n');
            else if (next is '\\' or ',' or ';' or ':' or '"')
                text.Append(next);
            else
            {
                text.Append(value[i]);
                continue;
            }
            i++;
        }
        return text.ToString();
    }

    /// <summary>The pieces between separators that are not escaped, escapes still in them; at most the first hundred.</summary>
    public static List<string> Split(string value, char separator)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i <= value.Length && pieces.Count < MaxPieces; i++)
        {
            if (i < value.Length && value[i] is '\\')
                i++;
            else if (i == value.Length || value[i] == separator)
            {
                pieces.Add(value[start..i]);
                start = i + 1;
            }
        }
        return pieces;
    }
}
