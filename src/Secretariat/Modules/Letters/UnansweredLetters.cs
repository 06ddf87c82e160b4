namespace Secretariat.Modules.Letters;

/// <summary>What a partner has not answered of a campaign: it is reminded in one word, which names all of it.</summary>
/// <param name="Answers">The letter in whose thread it is reminded first: the one to the entry that stands for the partner, else the newest.</param>
public sealed record UnansweredLetters(IReadOnlyList<LetterAnswer> Answers)
{
    public LetterAnswer First => Answers[0];

    public string References => string.Join(", ", Answers.Select(a => a.Letter.Reference).Order(StringComparer.Ordinal));

    /// <summary>In the order of the letters.</summary>
    public static IReadOnlyList<UnansweredLetters> Of(IEnumerable<LetterAnswer> missing) =>
        [
            .. missing
                .GroupBy(m => m.PartnerId)
                .Select(g => new UnansweredLetters([
                    .. g.OrderBy(m => m.Letter.MadeForId is not null)
                        .ThenByDescending(m => m.Letter.Reference, StringComparer.Ordinal),
                ])),
        ];
}
