using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>The values of one letter, and within a section those of its entry before them.</summary>
internal sealed class MergeData(MergeNames names, MergeData? outer)
{
    /// <summary>Which entry it is, of which list; zero where it is none of a list.</summary>
    public (int Number, string List) Entry { get; init; }

    /// <summary>
    /// The value of a name, null where there is none: it is looked up in the entry, then outside. A dotted name is found in one of them as a
    /// whole, so that it never mixes two entries.
    /// </summary>
    public JsonElement? Find(string name) => Holder(name)?.Find(name);

    /// <summary>What is inside the object of that name.</summary>
    public MergeData Within(string name) => new(Holder(name)!.Part(name), this);

    private MergeNames? Holder(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Names.Find(name) is not null)
                return scope.Names;
        }

        return null;
    }

    private MergeNames Names => names;

    private MergeData? Outer => outer;
}
