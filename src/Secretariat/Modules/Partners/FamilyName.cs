using System.Collections.Frozen;
using Secretariat.Modules.Partners.Duplicates;

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
}
