using System.Collections.Frozen;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>The family name of somebody of whom none is recorded: the last word of the name, with the particles before it.</summary>
public static class FamilyName
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        [
            .. "von vom zu zum zur van ter ten de den der des het".Split(' '),
            .. "di da do dos das du del della dello delle dei degli la le lo las los".Split(' '),
            .. "af av el al bin bint ibn ben abu ó ní nic mac".Split(' '),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <param name="name">In the order given name, family name. The first word is never a particle: Al Gore, Ben Sample.</param>
    public static string Of(string name)
    {
        var words = PersonName.WithoutTitles(name).TrimEnd(',').Split(' ');
        var first = words.Length - 1;
        while (first > 1 && Particles.Contains(words[first - 1]))
            first--;
        return string.Join(' ', words[first..]);
    }

    /// <summary>Whether the family name is one of a whole name: its words stand there one after the other.</summary>
    public static bool IsIn(string name, string family) =>
        Words(name).Contains(Words(family), StringComparison.OrdinalIgnoreCase);

    /// <summary>Why somebody is not called so instead: the name was changed, and a family name stayed that is not in it. Null when all is well.</summary>
    /// <param name="before">The name and the family name that are recorded.</param>
    public static string? WhyNotCall(string? name, string? family, (string? Name, string? Family) before) =>
        !string.IsNullOrWhiteSpace(name)
        && !string.IsNullOrWhiteSpace(family)
        && family.Trim() == before.Family
        && name.Trim() != before.Name
        && !IsIn(name, family)
            ? Text.Key("The family name is not in the changed name: correct it, or leave it empty.")
            : null;

    private static string Words(string name) =>
        $" {string.Join(' ', name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))} ";
}
