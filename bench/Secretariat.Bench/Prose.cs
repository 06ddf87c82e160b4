using System.Text;

namespace Secretariat.Bench;

/// <summary>Sentences in a language, and the charset in which its mail used to come.</summary>
internal sealed record Prose(string Name, Encoding Charset, string[] Sentences)
{
    public static readonly Prose English = new(
        "Ada Sample",
        Encoding.ASCII,
        [
            "Thank you for your letter of last month on the follow-up to the conference.",
            "The Ministry of the Interior takes part in the strand on prevention.",
            "We nominate Ms Ada Sample as our contact point; her deputy is Mr Tomas Sample.",
            "The timetable in the annex suits us, apart from the meeting in June.",
            "Please find attached the signed reply of the Minister.",
        ]
    );

    private static readonly Prose[] All =
    [
        English,
        Of(
            "Élodie Échantillon",
            28591,
            "Nous vous remercions de votre lettre relative au suivi de la conférence.",
            "Le ministère de l’Intérieur désigne Mme Élodie Échantillon comme point de contact.",
            "Veuillez agréer l’expression de notre considération distinguée."
        ),
        Of(
            "Jürgen Muster",
            1252,
            "Für Ihr Schreiben über die Folgemaßnahmen danken wir Ihnen.",
            "Das Bundesministerium benennt Herrn Jürgen Muster als Ansprechpartner.",
            "Mit freundlichen Grüßen"
        ),
        Of(
            "Łukasz Przykład",
            28592,
            "Dziękujemy za pismo dotyczące dalszych działań po konferencji.",
            "Ministerstwo wyznacza pana Łukasza Przykładowego na punkt kontaktowy.",
            "Z wyrazami szacunku"
        ),
        Of(
            "Иван Примеров",
            1251,
            "Благодарим ви за писмото относно последващите действия.",
            "Министерството определя г-н Иван Примеров за лице за контакт.",
            "С уважение"
        ),
        Of(
            "Тарас Зразок",
            20866,
            "Дякуємо за ваш лист щодо подальших заходів після конференції.",
            "Міністерство призначає пана Зразка контактною особою.",
            "З повагою"
        ),
        Of(
            "Ελένη Δείγμα",
            28597,
            "Σας ευχαριστούμε για την επιστολή σας σχετικά με τη διάσκεψη.",
            "Το Υπουργείο ορίζει την κ. Ελένη Δείγμα ως σημείο επαφής.",
            "Με εκτίμηση"
        ),
        Of(
            "Ayşe Örnek",
            1254,
            "Konferansın takibine ilişkin mektubunuz için teşekkür ederiz.",
            "Bakanlık, irtibat noktası olarak Ayşe Örnek’i görevlendirmiştir.",
            "Saygılarımızla"
        ),
    ];

    public static Prose Of(int number) => All[number % All.Length];

    public string Sentence(Random random) => Sentences[random.Next(Sentences.Length)];

    /// <summary>About so many characters, in paragraphs of a few lines.</summary>
    public string Paragraphs(Random random, int length)
    {
        var text = new StringBuilder(length + 200);
        while (text.Length < length)
            text.Append(Sentence(random)).Append(random.Next(4) is 0 ? "\r\n\r\n" : "\r\n");
        return text.ToString();
    }

    private static Prose Of(string name, int codePage, params string[] sentences) =>
        new(name, CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage), sentences);
}
