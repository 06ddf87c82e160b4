namespace Secretariat.Formats;

/// <summary>Text that every reader of Unicode takes: no halves of characters, no noncharacters (The Unicode Standard, sections 3.9 and 23.7).</summary>
public static class WellFormed
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with U+FFFD for whatever is no character. Never throws; linear.</summary>
    public static string Of(string text)
    {
        var at = FirstFlaw(text, 0);
        if (at < 0)
            return text;
        var mended = text.ToCharArray();
        for (; at >= 0; at = FirstFlaw(text, at + 1))
            mended[at] = Replacement;
        return new string(mended);
    }

    /// <summary>At most so many UTF-16 units from the beginning, ending with a whole character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    private static int FirstFlaw(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
                return i;
        }

        return -1;
    }
}
