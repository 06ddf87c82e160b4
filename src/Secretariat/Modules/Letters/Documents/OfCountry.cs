namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// “Of the country” as a language says it, with article and case: <c>of the Netherlands</c>, <c>du Pakistan</c>, <c>der Schweiz</c>.
/// The names are the short ones of CLDR; of a language that is not known here, the name as it is.
/// </summary>
public static class OfCountry
{
    private const string FrenchVowels = "AEIOUYÂÀÉÈÊËÎÏÔŒ";

    private static readonly string[] EnglishWithArticle =
    [
        "Bahamas",
        "Comoros",
        "Gambia",
        "Holy See",
        "Maldives",
        "Netherlands",
        "Philippines",
        "Seychelles",
    ];

    private static readonly string[] FrenchPlural =
    [
        "Bahamas",
        "Comores",
        "Émirats",
        "États-Unis",
        "Fidji",
        "Îles",
        "Maldives",
        "Palaos",
        "Pays-Bas",
        "Philippines",
        "Seychelles",
        "Territoires",
        "Tonga",
    ];

    private static readonly string[] FrenchWithoutArticle =
    [
        "Andorre",
        "Antigua-et-Barbuda",
        "Bahreïn",
        "Chypre",
        "Cuba",
        "Djibouti",
        "Haïti",
        "Israël",
        "Kiribati",
        "Madagascar",
        "Malte",
        "Maurice",
        "Monaco",
        "Nauru",
        "Oman",
        "Saint-Christophe-et-Niévès",
        "Saint-Marin",
        "Saint-Vincent-et-les Grenadines",
        "Sainte-Lucie",
        "Sao Tomé-et-Principe",
        "Singapour",
        "Taïwan",
        "Trinité-et-Tobago",
        "Tuvalu",
        "Vanuatu",
    ];

    private static readonly string[] FrenchMasculineInE =
    [
        "Belize",
        "Cambodge",
        "Mexique",
        "Mozambique",
        "Royaume",
        "Saint",
        "Suriname",
        "Zimbabwe",
    ];

    private static readonly Dictionary<string, string> German = new(StringComparer.Ordinal)
    {
        ["Irak"] = "des Irak",
        ["Iran"] = "des Iran",
        ["Jemen"] = "des Jemen",
        ["Kosovo"] = "des Kosovo",
        ["Libanon"] = "des Libanon",
        ["Sudan"] = "des Sudan",
        ["Südsudan"] = "des Südsudan",
        ["Tschad"] = "des Tschad",
        ["Vereinigtes Königreich"] = "des Vereinigten Königreichs",
        ["Vereinigte Staaten"] = "der Vereinigten Staaten",
        ["Vereinigte Arabische Emirate"] = "der Vereinigten Arabischen Emirate",
        ["Dominikanische Republik"] = "der Dominikanischen Republik",
        ["Zentralafrikanische Republik"] = "der Zentralafrikanischen Republik",
        ["Palästinensische Autonomiegebiete"] = "der Palästinensischen Autonomiegebiete",
    };

    private static readonly string[] GermanWithDer =
    [
        "Bahamas",
        "Komoren",
        "Malediven",
        "Marshallinseln",
        "Mongolei",
        "Niederlande",
        "Philippinen",
        "Republik Moldau",
        "Salomonen",
        "Schweiz",
        "Seychellen",
        "Slowakei",
        "Türkei",
        "Ukraine",
        "Vatikanstadt",
    ];

    public static string In(string language, string name) =>
        language.Split('-')[0] switch
        {
            "en" => English(name),
            "fr" => French(name),
            "de" => InGerman(name),
            _ => name,
        };

    private static string English(string name) =>
        EnglishWithArticle.Contains(name)
        || name.StartsWith("United ", StringComparison.Ordinal)
        || name.EndsWith(" Islands", StringComparison.Ordinal)
        || name.EndsWith(" Republic", StringComparison.Ordinal)
        || name.Contains("Republic of ", StringComparison.Ordinal)
            ? $"of the {name}"
            : $"of {name}";

    private static string French(string name)
    {
        var first = name.Split(' ', '-')[0];
        var isElided = FrenchVowels.Contains(name[0], StringComparison.Ordinal) && first != "Yémen";
        if (FrenchPlural.Any(plural => name.StartsWith(plural, StringComparison.Ordinal)))
            return $"des {name}";
        if (FrenchWithoutArticle.Contains(name))
            return isElided || first == "Haïti" ? $"d’{name}" : $"de {name}";
        if (isElided)
            return $"de l’{name}";
        var isFeminine = first == "Sierra" || (first.EndsWith('e') && !FrenchMasculineInE.Contains(first));
        return isFeminine ? $"de la {name}" : $"du {name}";
    }

    private static string InGerman(string name)
    {
        if (German.TryGetValue(name, out var known))
            return known;
        if (GermanWithDer.Contains(name))
            return $"der {name}";
        return name.Contains(' ', StringComparison.Ordinal) || "sxzß".Contains(name[^1], StringComparison.Ordinal)
            ? $"von {name}"
            : $"{name}s";
    }
}
