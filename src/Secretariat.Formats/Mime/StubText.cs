namespace Secretariat.Formats.Mime;

/// <summary>
/// Tells a plain text that stands in for a letter in HTML ("Please use an HTML viewer", or its first words) from one that says the same,
/// in any language: the HTML says several times as much, or something else, and hardly a word of the plain text would be lost.
/// </summary>
internal static class StubText
{
    /// <summary>Characters; a longer plain text is a letter itself.</summary>
    public const int MaxLength = 1_000;

    private const int MaxPageLength = 60_000;
    private const int MinLetters = 40;
    private const int Times = 3;
    private const int MaxOwnWords = 40;

    /// <param name="plain">The plain text.</param>
    /// <param name="page">The HTML turned to text. What it quotes and its signature do not count: some programs leave them out of the plain text.</param>
    public static bool Is(string plain, string page)
    {
        var written = LettersOf(NewText.Split(WellFormed.Cut(page, MaxPageLength)).NewText);
        var said = LettersOf(plain);
        var words = WordsOf(plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = words.Except(WordsOf(page), StringComparer.OrdinalIgnoreCase).Count();
        // Mostly other words are another text, and what programs show is the HTML; the same words may be an answer without what it quotes.
        var isOther = 2 * own > words.Count && !written.Contains(said, StringComparison.OrdinalIgnoreCase);
        return own <= MaxOwnWords && written.Length >= MinLetters && written.Length >= (isOther ? 1 : Times) * said.Length;
    }

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetter));

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '*', '>'))
            .Where(word => word.Any(char.IsLetterOrDigit));
}
