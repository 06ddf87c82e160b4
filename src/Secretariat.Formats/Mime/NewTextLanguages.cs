namespace Secretariat.Formats.Mime;

/// <summary>
/// What mail programs write in each language of the Union and of its neighbours. An official who answers in English may well use a
/// program that does not, so all of them count in each message.
/// </summary>
internal static partial class NewTextLanguages
{
    public static IReadOnlyList<NewTextRules> All { get; } =
    [
        English(),
        German(),
        Dutch(),
        Danish(),
        Norwegian(),
        Swedish(),
        French(),
        Italian(),
        Spanish(),
        Portuguese(),
        Romanian(),
        Polish(),
        Czech(),
        Slovak(),
        Slovenian(),
        Croatian(),
        SerbianInLatin(),
        SerbianInCyrillic(),
        Bulgarian(),
        Ukrainian(),
        Russian(),
        Estonian(),
        Finnish(),
        Hungarian(),
        Latvian(),
        Lithuanian(),
        Greek(),
        Maltese(),
        Irish(),
        Albanian(),
        Turkish(),
        Arabic(),
    ];
}
