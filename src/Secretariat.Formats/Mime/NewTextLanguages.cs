namespace Secretariat.Formats.Mime;

/// <summary>What mail programs write above a quoted message in other languages. An official who answers in English may well use a program that does not.</summary>
internal static class NewTextLanguages
{
    /// <summary>The EU languages whose programs differ from English; closings follow with the languages themselves.</summary>
    public static IReadOnlyList<NewTextRules> Programs { get; } =
    [
        // German
        Of(
            "Von",
            "Gesendet,An,Cc,Bcc,Betreff,Datum",
            "Ursprüngliche Nachricht,Weitergeleitete Nachricht,Originalnachricht",
            "am |schrieb:,am |schrieb Folgendes:"
        ),
        // French
        Of(
            "De",
            "Envoyé,Date,À,A,Cc,Objet",
            "Message d'origine,Message original,Message transféré,Mail original",
            "le |a écrit :,le |a écrit:"
        ),
        // Dutch
        Of(
            "Van",
            "Verzonden,Datum,Aan,CC,Onderwerp",
            "Oorspronkelijk bericht,Doorgestuurd bericht",
            "op |het volgende geschreven:,op |schreef:"
        ),
        // Spanish
        Of("De", "Enviado,Enviado el,Fecha,Para,CC,Asunto", "Mensaje original,Mensaje reenviado", "el |escribió:"),
        // Italian
        Of("Da", "Inviato,Data,A,Cc,Oggetto", "Messaggio originale,Messaggio inoltrato", "il |ha scritto:"),
        // Portuguese
        Of("De", "Enviada,Enviado,Enviada em,Data,Para,Cc,Assunto", "Mensagem original,Mensagem encaminhada", "em |escreveu:"),
        // Polish
        Of(
            "Od",
            "Wysłano,Data,Do,DW,UDW,Temat",
            "Wiadomość oryginalna,Oryginalna wiadomość",
            "w dniu |napisał(a):,w dniu |pisze:"
        ),
        // Czech
        Of("Od", "Odesláno,Datum,Komu,Kopie,Předmět", "Původní zpráva,Přeposlaná zpráva", "dne |napsal(a):"),
        // Slovak
        Of("Od", "Odoslané,Dátum,Komu,Kópia,Predmet", "Pôvodná správa", "dňa |napísal(a):"),
        // Slovenian
        Of("Od", "Poslano,Datum,Za,Kp,Zadeva", "Izvirno sporočilo", "dne |napisal:,dne |napisal/-a:"),
        // Croatian
        Of("Od,Šalje", "Poslano,Datum,Prima,Za,Kopija,Predmet", "Izvorna poruka", "dana |napisao je:"),
        // Hungarian
        Of("Feladó", "Küldve,Elküldve,Dátum,Címzett,Másolatot kap,Tárgy", "Eredeti üzenet", "|ezt írta:,|írta:"),
        // Romanian
        Of("De la,De", "Trimis,Data,Către,Catre,Cc,Subiect", "Mesaj original", "în data |a scris:,pe |a scris:"),
        // Bulgarian
        Of("От", "Изпратено,Дата,До,Копие,Относно,Тема", "Оригинално съобщение", "на |написа:"),
        // Greek
        Of("Από", "Στάλθηκε,Ημερομηνία,Προς,Κοιν.,Κοινοποίηση,Θέμα", "Αρχικό μήνυμα", "στις |έγραψε:"),
        // Danish
        Of("Fra", "Sendt,Dato,Til,Cc,Emne", "Oprindelig meddelelse", "den |skrev:"),
        // Swedish
        Of("Från", "Skickat,Datum,Till,Kopia,Ämne", "Ursprungligt meddelande", "den |skrev:"),
        // Finnish
        Of("Lähettäjä", "Lähetetty,Päiväys,Vastaanottaja,Kopio,Aihe", "Alkuperäinen viesti", "|kirjoitti:"),
        // Estonian
        Of("Saatja", "Saadetud,Saatmisaeg,Kuupäev,Adressaat,Kellele,Koopia,Teema", "Algne sõnum", "|kirjutas:"),
        // Latvian
        Of("No", "Nosūtīts,Datums,Kam,Kopija,Tēma,Temats", "Sākotnējais ziņojums", "|rakstīja:"),
        // Lithuanian
        Of("Nuo", "Išsiųsta,Data,Kam,Kopija,Tema", "Pradinis laiškas", "|rašė:"),
    ];

    private static NewTextRules Of(string sender, string others, string dividers, string introductions) =>
        new()
        {
            SenderFields = sender.Split(','),
            OtherFields = others.Split(','),
            Dividers = dividers.Split(','),
            Introductions = [.. introductions.Split(',').Select(i => (i.Split('|')[0], i.Split('|')[1]))],
        };
}
