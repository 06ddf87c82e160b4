using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>With what a letter begins that replaces another one, in each language that it is written in: <c>letters/correction.json</c>.</summary>
public sealed record CorrectionText(LocalizedText Text)
{
    private const string File = "letters/correction.json";

    public static CorrectionText Read(AllianceFolder folder) =>
        folder.Has(File)
            ? folder.ReadOne<CorrectionText>(File)
            : new CorrectionText(LocalizedText.InEnglish("This letter replaces our letter of {date}, reference {reference}."));

    /// <summary>The sentence as the letter says it.</summary>
    /// <param name="replaced">A letter that has its number.</param>
    public static string Fill(LocalizedText text, string language, NamedLetter replaced) =>
        text.In(language)
            .Replace("{date}", LetterLanguage.For(language).Write(replaced.SignedOn!.Value), StringComparison.Ordinal)
            .Replace("{reference}", replaced.Reference, StringComparison.Ordinal);
}
