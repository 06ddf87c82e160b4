using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The ranks of the table of forms of address in words; one that the office added stands as it wrote it.</summary>
internal static class Ranks
{
    /// <summary>Under which the table has the words of a note verbale: it is addressed to an institution, not to a person.</summary>
    public const string Institution = "institution";

    public static string InWords(string rank) =>
        rank switch
        {
            "agency-head" => Text.Key("Head of an agency"),
            "ambassador" => Text.Key("Ambassador"),
            "commissioner" => Text.Key("Commissioner"),
            "company-or-platform" => Text.Key("Company or online platform"),
            "deputy-minister" => Text.Key("Deputy minister"),
            "director-general" => Text.Key("Director-general"),
            "head-of-government" => Text.Key("Head of government"),
            "head-of-international-organisation" => Text.Key("Head of an international organisation"),
            "head-of-state" => Text.Key("Head of state"),
            Institution => Text.Key("Institution, by note verbale"),
            "member-of-parliament" => Text.Key("Member of parliament"),
            "minister" => Text.Key("Minister"),
            "official" => Text.Key("Official"),
            "parliament-president" => Text.Key("President of a parliament"),
            "state-secretary" => Text.Key("State secretary"),
            _ => rank,
        };

    /// <summary>The ranks of persons to choose from, by their words.</summary>
    public static IEnumerable<SelectListItem> Options(IEnumerable<string> ranks, Text t) =>
        ranks
            .Where(rank => rank != Institution)
            .Select(rank => new SelectListItem(t.Of(InWords(rank)), rank))
            .OrderBy(option => option.Text, StringComparer.Create(t.Language.Culture, ignoreCase: true));
}
