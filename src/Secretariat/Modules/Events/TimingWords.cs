using System.Globalization;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>A date as exact as it is known, with the words for it in each language in which it is announced.</summary>
public static class TimingWords
{
    private static readonly string[] Languages = ["en", "fr", "de"];

    private static readonly Dictionary<string, string[]> Seasons = new(StringComparer.Ordinal)
    {
        ["en"] = ["winter", "spring", "summer", "autumn"],
        ["fr"] = ["hiver", "printemps", "été", "automne"],
        ["de"] = ["Winter", "Frühjahr", "Sommer", "Herbst"],
    };

    /// <summary>How exact a date can be said to be, the most exact first, with what it is called.</summary>
    public static readonly IReadOnlyList<(Precision Precision, string Name)> Offered =
    [
        (Precision.Day, Text.Key("One day")),
        (Precision.Range, Text.Key("Several days")),
        (Precision.Month, Text.Key("A month")),
        (Precision.Quarter, Text.Key("A quarter")),
        (Precision.Season, Text.Key("A season")),
        (Precision.Year, Text.Key("A year")),
        (Precision.ToBeDefined, Text.Key("To be defined")),
    ];

    /// <param name="first">Any day within a month, quarter, season or year; not asked for what is to be defined.</param>
    /// <param name="last">Of several days alone.</param>
    public static Timing Of(Precision precision, DateOnly first = default, DateOnly last = default)
    {
        var (earliest, latest) = Bounds(precision, first, last);
        var words = Languages.Select(l => KeyValuePair.Create(l, InWords(precision, earliest, latest, l)));
        return precision is Precision.ToBeDefined
            ? new(new(words), precision, null, null)
            : new(new(words), precision, earliest, latest);
    }

    private static (DateOnly Earliest, DateOnly Latest) Bounds(Precision precision, DateOnly first, DateOnly last)
    {
        var month = new DateOnly(first.Year, first.Month, 1);
        return precision switch
        {
            Precision.Range => (first, last),
            Precision.Month => Months(month, 1),
            Precision.Quarter => Months(month.AddMonths(-((month.Month - 1) % 3)), 3),
            // Winter begins in December: 1 January lies in that of the year before.
            Precision.Season => Months(month.AddMonths(-(month.Month % 3)), 3),
            Precision.Year => Months(new(first.Year, 1, 1), 12),
            _ => (first, first),
        };
    }

    private static (DateOnly Earliest, DateOnly Latest) Months(DateOnly first, int count) =>
        (first, first.AddMonths(count).AddDays(-1));

    private static string InWords(Precision precision, DateOnly first, DateOnly last, string language)
    {
        var (culture, written) = (CultureInfo.GetCultureInfo(language), LetterLanguage.For(language));
        return precision switch
        {
            Precision.Range when (first.Year, first.Month) == (last.Year, last.Month) =>
                $"{written.Write(first).Split(' ')[0]}–{written.Write(last)}",
            Precision.Range => $"{written.Write(first)} – {written.Write(last)}",
            Precision.Month => first.ToString("MMMM yyyy", culture),
            Precision.Quarter => Quarter((first.Month + 2) / 3, first.Year, language),
            Precision.Season => Season(first, last, language),
            Precision.Year => first.ToString("yyyy", culture),
            Precision.ToBeDefined => language switch
            {
                "fr" => "à définir",
                "de" => "noch festzulegen",
                _ => "to be defined",
            },
            _ => written.Write(first),
        };
    }

    private static string Quarter(int number, int year, string language) =>
        language switch
        {
            "fr" => string.Create(CultureInfo.InvariantCulture, $"{number}{(number == 1 ? "er" : "e")} trimestre {year}"),
            "de" => string.Create(CultureInfo.InvariantCulture, $"{number}. Quartal {year}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"Q{number} {year}"),
        };

    private static string Season(DateOnly first, DateOnly last, string language)
    {
        var name = Seasons[language][first.Month % 12 / 3];
        return first.Year == last.Year
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {first.Year}")
            : string.Create(CultureInfo.InvariantCulture, $"{name} {first.Year}/{last.Year}");
    }
}
