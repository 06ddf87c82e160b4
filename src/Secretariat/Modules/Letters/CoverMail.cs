using System.Globalization;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>The mail that carries a letter, in the letter’s language.</summary>
public sealed class CoverMail(LetterMaker maker, AllianceWords alliance, Settings settings)
{
    private static readonly Words English = new(
        "en",
        "Please find attached the letter “{0}”.",
        "Please answer to {0} and quote our reference {1} in the subject, so that your answer finds its file.",
        "Registered as {0}."
    );

    private static readonly Words French = new(
        "fr",
        "Vous trouverez ci-joint la lettre « {0} ».",
        "Veuillez répondre à {0} en rappelant notre référence {1} dans l’objet, afin que votre réponse soit versée au bon dossier.",
        "Enregistrée sous le numéro {0}."
    );

    private static readonly Words German = new(
        "de",
        "Anbei erhalten Sie das Schreiben „{0}“.",
        "Bitte antworten Sie an {0} und nennen Sie unser Zeichen {1} im Betreff, damit Ihre Antwort richtig zugeordnet wird.",
        "Registriert unter {0}."
    );

    /// <summary>Ours, to which partners answer.</summary>
    public string Mailbox => settings.Mail.Mailbox;

    /// <summary>Reads once what all letters of the campaign share.</summary>
    public Task PrepareAsync(Campaign campaign, CancellationToken cancellationToken) =>
        maker.PrepareAsync(campaign, cancellationToken);

    /// <summary>What the letter is about, as it says itself: its subject, else its title.</summary>
    public string SubjectOf(Campaign campaign, Letter letter) =>
        maker.Make(campaign, letter).Document is { } document ? document.Subject ?? document.Title : campaign.Title;

    /// <summary>Few words; the reference stands in them too, for answers without ours.</summary>
    public string BodyFor(Letter letter, string subject)
    {
        var words = For(letter.Language);
        string?[] lines =
        [
            string.Format(CultureInfo.InvariantCulture, words.Attached, subject),
            letter.AresNumber is { } ares ? string.Format(CultureInfo.InvariantCulture, words.Registered, ares) : null,
            string.Format(CultureInfo.InvariantCulture, words.Answer, Mailbox, letter.Reference),
            $"{alliance.Secretariat.In(words.Language)}\n{Mailbox}",
        ];
        return string.Join("\n\n", lines.OfType<string>()) + "\n";
    }

    private static Words For(string language) =>
        language switch
        {
            "fr" => French,
            "de" => German,
            _ => English,
        };

    private sealed record Words(string Language, string Attached, string Answer, string Registered);
}
