using System.Globalization;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>The few words and habits of a language that the layout of a letter needs by itself.</summary>
public sealed record LetterLanguage(
    string Tag,
    string Phone,
    string Subject,
    string Reference,
    string Annex,
    string PlaceAndDay,
    string Check,
    string NoteVerbale
)
{
    private static readonly LetterLanguage[] Known =
    [
        new(
            "en",
            "Tel. ",
            "Subject: ",
            "Our reference: ",
            "Annex",
            "{0}, {1}",
            "Check code {0} – check this letter at {1}",
            "Note verbale"
        ),
        new(
            "fr",
            "Tél. ",
            "Objet : ",
            "Notre référence : ",
            "Annexe",
            "{0}, le {1}",
            "Code de vérification {0} – vérifier cette lettre : {1}",
            "Note verbale"
        ),
        new(
            "de",
            "Tel. ",
            "Betreff: ",
            "Unser Zeichen: ",
            "Anlage",
            "{0}, den {1}",
            "Prüfcode {0} – dieses Schreiben prüfen: {1}",
            "Verbalnote"
        ),
        new(
            "ar",
            "هاتف: ",
            "الموضوع: ",
            "مرجعنا: ",
            "المرفق",
            "{0}، {1}",
            "رمز التحقق {0} – للتحقق من هذه الرسالة: {1}",
            "مذكرة شفوية"
        ),
    ];

    private static readonly Dictionary<string, string> DatePatterns = new(StringComparer.Ordinal)
    {
        ["bg"] = "d MMMM yyyy 'г.'",
        ["es"] = "d 'de' MMMM 'de' yyyy",
        ["pt"] = "d 'de' MMMM 'de' yyyy",
        ["hr"] = "d. MMMM yyyy.",
        ["hu"] = "yyyy. MMMM d.",
        ["lt"] = "yyyy 'm.' MMMM d 'd.'",
        ["lv"] = "yyyy. 'gada' d. MMMM",
        ["mt"] = "d 'ta’' MMMM yyyy",
        ["uk"] = "d MMMM yyyy 'р.'",
    };

    private static readonly string[] WithDayPoint = ["cs", "da", "de", "et", "fi", "sk", "sl", "sr"];

    private string Primary => Tag.Split('-')[0];

    public bool IsRightToLeft => Primary is "ar" or "fa" or "he" or "ur";

    /// <summary>Language of the file for Word and for screen readers; British English, as the Commission writes.</summary>
    public string Culture =>
        Tag switch
        {
            "en" => "en-GB",
            "fr" => "fr-FR",
            "de" => "de-DE",
            "ar" => "ar-SA",
            "ur" => "ur-PK",
            _ => Tag,
        };

    /// <summary>The words of a language; where there are none yet, the English ones.</summary>
    public static LetterLanguage For(string tag) =>
        (Known.FirstOrDefault(language => language.Tag == tag.Split('-')[0]) ?? Known[0]) with
        {
            Tag = tag,
        };

    /// <summary>A day written out, Gregorian in every language: <c>20 February 2024</c>, <c>1er mars 2024</c>.</summary>
    public string Write(DateOnly day)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(Primary == "sr" ? Tag : Primary).Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return Language.WithFirst(Primary, day, day.ToString(Pattern, culture));
    }

    /// <summary>Place and day as a letter begins: <c>Bruxelles, le 20 février 2024</c>.</summary>
    public string Write(string place, DateOnly day) =>
        string.Format(CultureInfo.InvariantCulture, PlaceAndDay, KeepLine(place), Write(day));

    /// <summary>
    /// Words of the other direction that begin a line would turn it, and a number behind them would go with them: right-to-left
    /// marks stand around them.
    /// </summary>
    private string KeepLine(string words) => IsRightToLeft && !words.Any(IsRightToLeftLetter) ? $"\u200F{words}\u200F" : words;

    /// <summary>
    /// Keeps a telephone number, an address or a reference in Latin letters in its own order within a line that runs
    /// from right to left (Unicode Bidirectional Algorithm, left-to-right marks).
    /// </summary>
    public string KeepOrder(string text) => IsRightToLeft && !text.Any(IsRightToLeftLetter) ? $"\u200E{text}\u200E" : text;

    /// <summary>Hebrew and Arabic with their supplements and presentation forms.</summary>
    public static bool IsRightToLeftLetter(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private string Pattern =>
        DatePatterns.GetValueOrDefault(Primary)
        ?? (WithDayPoint.Contains(Primary, StringComparer.Ordinal) ? "d. MMMM yyyy" : "d MMMM yyyy");
}
