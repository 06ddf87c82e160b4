using System.Collections.Frozen;
using System.Globalization;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>The two letters by which a country is known.</summary>
public static class CountryCode
{
    /// <summary>Those of ISO 3166-1 with the three letters of each, from the CLDR data in .NET, where Kosovo is XK.</summary>
    private static readonly FrozenDictionary<string, string> Iso = CultureInfo
        .GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name))
        .Where(r => r.TwoLetterISORegionName.Length == 2 && r.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
        .DistinctBy(r => r.TwoLetterISORegionName)
        .ToFrozenDictionary(r => r.TwoLetterISORegionName, r => r.ThreeLetterISORegionName, StringComparer.Ordinal);

    /// <summary>The EU writes two countries otherwise than ISO 3166-1 does.</summary>
    public static string IsoOf(string letters) =>
        letters switch
        {
            "EL" => "GR",
            "UK" => "GB",
            _ => letters,
        };

    public static string EuOf(string iso) =>
        iso switch
        {
            "GR" => "EL",
            "GB" => "UK",
            _ => iso,
        };

    public static string? Iso3Of(string iso) => Iso.GetValueOrDefault(iso);

    public static Reason? WhyNotIso(string letters) =>
        Iso.ContainsKey(letters) ? null : Text.Key("“{0}” is not the code of a country. Correct it, or leave it out.", letters);
}
