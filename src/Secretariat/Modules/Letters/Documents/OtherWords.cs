namespace Secretariat.Modules.Letters.Documents;

/// <summary>Words of a letter that are in another language than the letter, because they are not written in its own.</summary>
public sealed record OtherWords(string Language, string Text)
{
    /// <summary>Each once, in the order in which they are read.</summary>
    public static IReadOnlyList<OtherWords> In(LetterDocument letter) =>
        [
            .. letter.Word is not null
                ? letter.OtherWords
                : LetterText
                    .Parts(letter)
                    .SelectMany(part => part)
                    .Where(run => run.Language is not null)
                    .Select(run => new OtherWords(run.Language!, run.Text))
                    .Distinct(),
        ];
}
