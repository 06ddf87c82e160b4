namespace Secretariat.Formats.Tables;

/// <summary>The letters beyond ASCII that languages write with, small ones, a text per language, by the families that charsets were made for.</summary>
internal static class Languages
{
    public static readonly string[] Western =
    [
        "éèàêçôîâûëïùœæüÿ", // French
        "äöüßé", // German
        "áéíóúñüçºª", // Spanish
        "ãçáéíóúâêôõàüºª", // Portuguese
        "àèéìòùî", // Italian
        "éëïöüèá", // Dutch
        "åäöé", // Swedish, Finnish
        "æøåéäö", // Danish, Norwegian
        "õäöüšž", // Estonian
        "áðéíóúýþæö", // Icelandic
        "áéíóú", // Irish
        "ëç", // Albanian
        "àèéíïòóúüç·", // Catalan
    ];

    public static readonly string[] Central =
    [
        "ąćęłńóśźż", // Polish
        "áčďéěíňóřšťúůýž", // Czech
        "áäčďéíĺľňóôŕšťúýž", // Slovak
        "áéíóöőúüű", // Hungarian
        "čćšžđ", // Croatian, Slovenian, Serbian
        "ăâîşţșț", // Romanian
        "äöüß", // German
    ];

    public static readonly string[] Baltic =
    [
        "āčēģīķļņšūžō", // Latvian
        "ąčęėįšųūž", // Lithuanian
        "õäöüšž", // Estonian
    ];

    public static readonly string[] Turkish = ["çğıöşüâîûi̇"];

    public static readonly string[] Maltese = ["ċġħżàèìòù"];

    public static readonly string[] Greek = ["αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"];

    public static readonly string[] Cyrillic =
    [
        "абвгдежзийклмнопрстуфхцчшщъьюяѝ", // Bulgarian
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё", // Russian
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", // Ukrainian
        "абвгдђежзијклљмнњопрстћуфхцчџш", // Serbian
        "абвгдѓежзѕијклљмнњопрстќуфхцчџш", // Macedonian
    ];

    /// <summary>Vowels of the alphabets in which every word needs some.</summary>
    public const string Vowels = "αεηιουωάέήίόύώϊϋΐΰаеиоуъыэюяёєії";
}
