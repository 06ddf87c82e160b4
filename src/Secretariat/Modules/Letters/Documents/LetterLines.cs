using System.Globalization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>The lines around the text of a letter, the same in every format.</summary>
public static class LetterLines
{
    public static IReadOnlyList<string> Titles(LetterDocument letter) =>
        Filled(letter, letter.Sender.Institution, letter.Sender.Portfolio);

    public static IReadOnlyList<string> Address(LetterDocument letter)
    {
        var (sender, language) = (letter.Sender, Language(letter));
        var phone = string.IsNullOrWhiteSpace(sender.Phone) ? null : language.Phone + language.KeepOrder(sender.Phone);
        return Filled(letter, sender.Address, phone, sender.Mailbox);
    }

    /// <summary>Place and date, then our reference; a note verbale has place and date at its end.</summary>
    public static IReadOnlyList<string> Mark(LetterDocument letter)
    {
        var language = Language(letter);
        return Filled(
            letter,
            letter.IsNoteVerbale ? null : PlaceAndDay(letter),
            letter.Reference is null ? null : language.Reference + language.KeepOrder(letter.Reference)
        );
    }

    public static string PlaceAndDay(LetterDocument letter) =>
        letter.SignedOn is { } day ? Language(letter).Write(letter.Place, day) : letter.Place;

    /// <summary>Where the seal is set (locus sigilli).</summary>
    public const string Seal = "L. S.";

    public static string? Subject(LetterDocument letter) =>
        string.IsNullOrWhiteSpace(letter.Subject) ? null : Language(letter).Subject + PlainText.Clean(letter.Subject);

    public static IReadOnlyList<string> Addressee(LetterDocument letter) => Filled(letter, [.. letter.AddresseeLines]);

    /// <summary>Below the addressee; null while there is no code.</summary>
    public static string? Check(LetterDocument letter) =>
        letter.Check is { } check && Language(letter) is var language
            ? string.Format(
                CultureInfo.InvariantCulture,
                language.Check,
                language.KeepOrder(PlainText.Clean(check.Code)),
                language.KeepOrder(PlainText.Clean(check.Address))
            )
            : null;

    /// <summary>Each annex with the word above it, numbered where there are several.</summary>
    public static IEnumerable<(string Word, LetterAnnex Annex)> Annexes(LetterDocument letter)
    {
        var word = Language(letter).Annex;
        return letter.Annexes.Select((annex, i) => (letter.Annexes.Count > 1 ? $"{word} {i + 1}" : word, annex));
    }

    public static LetterLanguage Language(LetterDocument letter) => LetterLanguage.For(letter.Language);

    private static List<string> Filled(LetterDocument letter, params string?[] lines) =>
        [
            .. lines
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => Language(letter).KeepOrder(PlainText.Clean(line!))),
        ];
}
