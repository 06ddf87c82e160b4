using System.Globalization;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>The few words of the mail that carries a letter; the reference stands in them too, for answers without ours.</summary>
public sealed record CoverMail(string Language, string Attached, string Answer, string Registered)
{
    private static readonly CoverMail English = new(
        "en",
        "Please find attached the letter “{0}”.",
        "Please answer to {0} and quote our reference {1} in the subject, so that your answer finds its file.",
        "Registered as {0}."
    );

    private static readonly CoverMail French = new(
        "fr",
        "Vous trouverez ci-joint la lettre « {0} ».",
        "Veuillez répondre à {0} en rappelant notre référence {1} dans l’objet, afin que votre réponse soit versée au bon dossier.",
        "Enregistrée sous le numéro {0}."
    );

    private static readonly CoverMail German = new(
        "de",
        "Anbei erhalten Sie das Schreiben „{0}“.",
        "Bitte antworten Sie an {0} und nennen Sie unser Zeichen {1} im Betreff, damit Ihre Antwort richtig zugeordnet wird.",
        "Registriert unter {0}."
    );

    public static CoverMail For(string language) =>
        language switch
        {
            "fr" => French,
            "de" => German,
            _ => English,
        };

    public string Body(Letter letter, string title, string mailbox, AllianceWords alliance)
    {
        string?[] lines =
        [
            string.Format(CultureInfo.InvariantCulture, Attached, title),
            letter.AresNumber is { } ares ? string.Format(CultureInfo.InvariantCulture, Registered, ares) : null,
            string.Format(CultureInfo.InvariantCulture, Answer, mailbox, letter.Reference),
            $"{alliance.Secretariat.In(Language)}\n{mailbox}",
        ];
        return string.Join("\n\n", lines.OfType<string>()) + "\n";
    }
}
