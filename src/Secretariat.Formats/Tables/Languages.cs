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

    public static readonly string[] Arabic =
    [
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", // Arabic
        "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکكگلمنهوىیي", // Persian
        "ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکكگلمنںوہھءیيے", // Urdu
    ];

    public static readonly string[] Hebrew = ["אבגדהוזחטיךכלםמןנסעףפץצקרשת"];

    /// <summary>Without the letters and marks of old texts.</summary>
    public static readonly string[] Thai =
    [
        "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮะาำเแโใไๆ\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D",
    ];

    /// <summary>Vowels of the alphabets in which every word needs some.</summary>
    public const string Vowels = "αεηιουωάέήίόύώϊϋΐΰаеиоуъыэюяёєії";
}
