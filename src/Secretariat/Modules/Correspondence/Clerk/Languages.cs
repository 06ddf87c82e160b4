using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells in which of the known languages a text is written, by the commonest words of each.</summary>
internal sealed class Languages(IReadOnlyList<ClerkWords> known)
{
    public IReadOnlyList<ClerkWords> Known => known;

    private const int LongestSample = 8_000;

    /// <summary>A second language counts when it has at least so many words of its own in the text.</summary>
    private const int WordsOfItsOwn = 8;

    /// <summary>
    /// The language of what is new in a text; two where much of it is written in a second one, as bilingual letters are. Where few
    /// words leave it open, the quotation below and the subject decide, then the order of the languages.
    /// </summary>
    public IReadOnlyList<ClerkWords> Of(SplitText text, string subject)
    {
        var (said, around) = (WordsOf(text.NewText), WordsOf($"{subject}\n{text.QuotedText}"));
        var first = known
            .OrderByDescending(language => said.Count(language.CommonWords.Contains))
            .ThenByDescending(language => around.Count(language.CommonWords.Contains))
            .First();
        var second = known.Where(language => language != first).MaxBy(language => Own(said, language, first));
        if (second is null)
            return [first];
        var own = Own(said, second, first);
        return own >= WordsOfItsOwn && own * 5 > Own(said, first, second) * 2 ? [first, second] : [first];
    }

    /// <summary>How many words of the text are those of a language and not of another.</summary>
    private static int Own(List<string> said, ClerkWords language, ClerkWords other) =>
        said.Count(word => language.CommonWords.Contains(word) && !other.CommonWords.Contains(word));

    private static List<string> WordsOf(string text) =>
        [
            .. new Tokenizer(text, null)
                .Read(new TextRange(0, Math.Min(text.Length, LongestSample)))
                .Where(t => t.Kind is TokenKind.Word)
                .Select(t => t.Folded),
        ];
}
