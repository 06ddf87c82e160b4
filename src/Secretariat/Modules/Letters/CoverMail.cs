using System.Globalization;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>The mail that carries a letter, in the letter’s language.</summary>
public sealed class CoverMail(LetterMaker maker, AllianceWords alliance, Keys keys, Settings settings)
{
    private AnswerLink link = null!;

    private static readonly Words English = new(
        "en",
        "Please find attached the letter “{0}”.",
        "Please find attached the note verbale “{0}”.",
        "Please answer to {0} and quote our reference {1} in the subject, so that your answer finds its file.",
        "Without an account you can answer here until {0}:\n{1}",
        "Registered as {0}.",
        "The attached reply sheet can be filled in and sent back by e-mail."
    );

    private static readonly Words French = new(
        "fr",
        "Vous trouverez ci-joint la lettre « {0} ».",
        "Veuillez trouver ci-joint la note verbale « {0} ».",
        "Veuillez répondre à {0} en rappelant notre référence {1} dans l’objet, afin que votre réponse soit versée au bon dossier.",
        "Vous pouvez répondre ici sans compte jusqu’au {0} :\n{1}",
        "Enregistrée sous le numéro {0}.",
        "La fiche-réponse ci-jointe peut être remplie et renvoyée par courriel."
    );

    private static readonly Words German = new(
        "de",
        "Anbei erhalten Sie das Schreiben „{0}“.",
        "Anbei wird die Verbalnote „{0}“ übermittelt.",
        "Bitte antworten Sie an {0} und nennen Sie unser Zeichen {1} im Betreff, damit Ihre Antwort richtig zugeordnet wird.",
        "Ohne Konto können Sie bis zum {0} hier antworten:\n{1}",
        "Registriert unter {0}.",
        "Den beigefügten Antwortbogen können Sie ausfüllen und per E-Mail zurücksenden."
    );

    /// <summary>Ours, to which partners answer.</summary>
    public string Mailbox => settings.Mail.Mailbox;

    /// <summary>Reads once what all letters of the campaign share.</summary>
    public async Task PrepareAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        link = new AnswerLink(await keys.GetAsync(AnswerLink.KeyName, cancellationToken));
        await maker.PrepareAsync(campaign, cancellationToken);
    }

    /// <summary>What the letter is about, as it says itself: its subject, else its title.</summary>
    public string SubjectOf(Campaign campaign, Letter letter) =>
        maker.Make(campaign, letter).Document is { } document ? document.Subject ?? document.Title : campaign.Title;

    /// <summary>To whom it is sent by name: of a note verbale, the institution.</summary>
    public string RecipientOf(Campaign campaign, Letter letter) =>
        letter.IsNoteVerbale ? InstitutionOf(campaign, letter) : letter.AddresseeName!;

    /// <summary>How the letter addresses its reader, be it an institution; empty where it can no longer be put together.</summary>
    public string SalutationOf(Campaign campaign, Letter letter) =>
        letter.IsNoteVerbale ? InstitutionOf(campaign, letter) : maker.Make(campaign, letter).Document?.Salutation ?? "";

    private string InstitutionOf(Campaign campaign, Letter letter) =>
        maker.Make(campaign, letter).Document?.AddresseeLines[0] ?? "";

    /// <summary>Few words, or those of a letter in the form of an e-mail; the reference stands in them too, for answers without ours.</summary>
    /// <param name="leaves">When it leaves, from when the link of its answer counts.</param>
    public string BodyFor(Campaign campaign, Letter letter, DateTimeOffset leaves)
    {
        var words = For(letter.Language);
        string?[] lines =
        [
            FirstWords(words, campaign, letter),
            letter.AresNumber is { } ares ? string.Format(CultureInfo.InvariantCulture, words.Registered, ares) : null,
            string.Format(CultureInfo.InvariantCulture, words.Answer, Mailbox, letter.Reference ?? "…"),
            HasReplySheet(letter) ? words.Sheet : null,
            string.Format(CultureInfo.InvariantCulture, words.Form, Until(words.Language, leaves), AnswerAt(letter)),
            $"{alliance.Secretariat.In(words.Language)}\n{Mailbox}",
        ];
        return string.Join("\n\n", lines.OfType<string>()) + "\n";
    }

    /// <summary>Before its files are made, whether it will have one.</summary>
    private bool HasReplySheet(Letter letter) =>
        letter.IsFrozen ? letter.ReplySheetSha256 is not null : maker.AsksForReply(letter);

    private string FirstWords(Words words, Campaign campaign, Letter letter)
    {
        if (letter.WrittenAs is CorrespondenceForm.Mail && maker.Make(campaign, letter).Document is { } document)
            return LetterText.WriteMail(document).TrimEnd() + "\n\n—";
        var attached = letter.IsNoteVerbale ? words.NoteAttached : words.Attached;
        return string.Format(CultureInfo.InvariantCulture, attached, SubjectOf(campaign, letter));
    }

    /// <summary>Where the letter is answered without an account.</summary>
    public string AnswerAt(Letter letter) => $"{settings.BaseUrl}/t/{link.TokenFor(letter.Id)}";

    private static string Until(string language, DateTimeOffset leaves) =>
        LetterLanguage.For(language).Write(Clock.DayOf(leaves + AnswerLink.ValidFor));

    private static Words For(string language) =>
        language switch
        {
            "fr" => French,
            "de" => German,
            _ => English,
        };

    private sealed record Words(
        string Language,
        string Attached,
        string NoteAttached,
        string Answer,
        string Form,
        string Registered,
        string Sheet
    );
}
