namespace Secretariat.Modules.Letters.Documents;

/// <summary>The lines around the text of a letter, the same in every format.</summary>
public static class LetterLines
{
    public static IReadOnlyList<string> Titles(LetterSender sender) =>
        Filled(sender.Institution, sender.Portfolio);

    public static IReadOnlyList<string> Address(LetterDocument letter)
    {
        var sender = letter.Sender;
        var phone = string.IsNullOrWhiteSpace(sender.Phone)
            ? null
            : Language(letter).Phone + sender.Phone;
        return Filled(sender.Address, phone, sender.Mailbox);
    }

    /// <summary>Place and date, then the references.</summary>
    public static IReadOnlyList<string> Mark(LetterDocument letter) =>
        Filled(
            letter.SignedOn is { } day
                ? $"{letter.Place}, {Language(letter).Write(day)}"
                : letter.Place,
            letter.Reference is null ? null : Language(letter).Reference + letter.Reference,
            letter.AresNumber is null
                ? null
                : LetterLanguage.Ares(letter.AresNumber, letter.AresDate)
        );

    public static string? Subject(LetterDocument letter) =>
        string.IsNullOrWhiteSpace(letter.Subject)
            ? null
            : Language(letter).Subject + PlainText.Clean(letter.Subject);

    public static IReadOnlyList<string> Addressee(LetterDocument letter) =>
        Filled([.. letter.AddresseeLines]);

    public static LetterLanguage Language(LetterDocument letter) =>
        LetterLanguage.For(letter.Language);

    private static List<string> Filled(params string?[] lines) =>
        [
            .. lines
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => PlainText.Clean(line!)),
        ];
}
