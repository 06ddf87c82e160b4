using System.Globalization;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>Names of countries in languages, from the CLDR data in .NET.</summary>
public static class CountryNames
{
    /// <summary>The name in the languages that it lacks; what was written stays.</summary>
    /// <param name="isoAlpha2">Code of ISO 3166-1.</param>
    public static LocalizedText Complete(LocalizedText name, string isoAlpha2, IEnumerable<string> languages) =>
        languages
            .Except(name.Languages, StringComparer.Ordinal)
            .Select(language => (Language: language, Name: In(language, isoAlpha2)))
            .Where(found => found.Name is not null)
            .Aggregate(name, (names, found) => names.With(found.Language, found.Name!));

    /// <summary>The name without what came with a code that it has no longer.</summary>
    /// <param name="written">The languages in which somebody wrote it.</param>
    public static LocalizedText Without(LocalizedText name, string isoAlpha2, IReadOnlyCollection<string> written) =>
        new(
            name.Languages.Where(l => written.Contains(l) || name.In(l) != In(l, isoAlpha2))
                .Select(l => KeyValuePair.Create(l, name.In(l)))
        );

    /// <returns>Null where it is not known.</returns>
    public static string? In(string language, string isoAlpha2)
    {
        try
        {
            // The “native” name of a region under a language is its name in that language, also where nobody there speaks it.
            var name = new RegionInfo($"{language}-{isoAlpha2}").NativeName;
            return name == isoAlpha2 ? null : name;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
