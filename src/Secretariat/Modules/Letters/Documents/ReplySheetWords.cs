namespace Secretariat.Modules.Letters.Documents;

/// <summary>What a reply sheet says in one language.</summary>
public sealed record ReplySheetWords(
    string Language,
    string Title,
    string DateOfLetter,
    string Partner,
    string HowTo,
    string Online,
    string ContactPerson,
    string Alternate,
    string Name,
    string Function,
    string Organisation,
    string Email,
    string Phone,
    string Replaces,
    string SpeaksOn,
    string AllWhenNone,
    string Interest,
    string Remark,
    string Signature,
    string Date,
    string SignedBy
)
{
    private static readonly ReplySheetWords[] Known =
    [
        new(
            "en",
            "Reply sheet",
            "Date of our letter: ",
            "Partner: ",
            "Fill in what you wish to tell us and leave the rest as it is. Send this file to {0} and quote our reference {1} in the subject.",
            "Without an account and without this sheet you can answer here: ",
            "Contact person",
            "Alternate",
            "Name: ",
            "Function: ",
            "Organisation: ",
            "E-mail: ",
            "Telephone: ",
            "This person replaces the contact person named before.",
            "Strands on which the contact person speaks",
            "None ticked means all of them.",
            "Strands in which we take interest",
            "Remark",
            "Signature",
            "Date: ",
            "Signed by: "
        ),
        new(
            "fr",
            "Fiche-réponse",
            "Date de notre lettre : ",
            "Partenaire : ",
            "Remplissez ce que vous souhaitez nous communiquer et laissez le reste tel quel. Envoyez ce fichier à {0} en rappelant notre référence {1} dans l’objet.",
            "Vous pouvez aussi répondre ici, sans compte et sans cette fiche : ",
            "Personne de contact",
            "Suppléant",
            "Nom : ",
            "Fonction : ",
            "Organisation : ",
            "Courriel : ",
            "Téléphone : ",
            "Cette personne remplace la personne de contact désignée auparavant.",
            "Volets sur lesquels la personne de contact s’exprime",
            "Si rien n’est coché, tous les volets sont visés.",
            "Volets qui nous intéressent",
            "Remarque",
            "Signature",
            "Date : ",
            "Signataire : "
        ),
        new(
            "de",
            "Antwortbogen",
            "Datum unseres Schreibens: ",
            "Partner: ",
            "Füllen Sie aus, was Sie uns mitteilen möchten, und lassen Sie das Übrige stehen. Senden Sie diese Datei an {0} und nennen Sie unser Zeichen {1} im Betreff.",
            "Ohne Konto und ohne diesen Bogen können Sie hier antworten: ",
            "Kontaktperson",
            "Stellvertretung",
            "Name: ",
            "Funktion: ",
            "Organisation: ",
            "E-Mail: ",
            "Telefon: ",
            "Diese Person tritt an die Stelle der bisher benannten Kontaktperson.",
            "Arbeitsbereiche, für die die Kontaktperson spricht",
            "Ist nichts angekreuzt, sind alle gemeint.",
            "Arbeitsbereiche, für die wir uns interessieren",
            "Bemerkung",
            "Unterschrift",
            "Datum: ",
            "Unterzeichnet von: "
        ),
    ];

    /// <summary>Those of the letter's language; where there are none yet, the English ones.</summary>
    public static ReplySheetWords For(string language) =>
        Known.FirstOrDefault(words => words.Language == language.Split('-')[0]) ?? Known[0];
}
