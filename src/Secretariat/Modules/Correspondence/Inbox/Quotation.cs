using System.Text;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Words that somebody copied out of a message.</summary>
public static class Quotation
{
    /// <summary>
    /// The same words exactly as they stand in the text, or null when they do not stand there. A browser that copies
    /// changes line breaks and blanks; nothing else may differ.
    /// </summary>
    public static string? FindIn(string text, string? copied)
    {
        var (wanted, _) = Squeeze(copied ?? "");
        wanted = wanted.Trim();
        if (wanted.Length == 0)
            return null;
        var (squeezed, places) = Squeeze(text);
        var found = squeezed.IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? null : text[places[found]..(places[found + wanted.Length - 1] + 1)];
    }

    /// <summary>The text with single blanks, and where each character came from.</summary>
    private static (string Text, List<int> Places) Squeeze(string text)
    {
        var (squeezed, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = char.IsWhiteSpace(text[i]);
            if (isBlank && squeezed.Length > 0 && squeezed[^1] == ' ')
                continue;
            squeezed.Append(isBlank ? ' ' : text[i]);
            places.Add(i);
        }

        return (squeezed.ToString(), places);
    }
}
