using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Enters a mandate among those of the same partner and role, as of its day.</summary>
public static class MandateEntry
{
    /// <summary>
    /// The mandate that says what is asked: one that is there, or the new one. A replacement takes over from the others and lasts as
    /// long as they would have; of one person no two mandates hold for the same strand.
    /// </summary>
    public static Mandate Enter(IReadOnlyCollection<Mandate> known, Mandate asked, bool replaces)
    {
        var touching = known.Where(m => Overlaps(m, asked)).ToList();
        var own = touching.Where(m => m.PersonId == asked.PersonId).ToList();
        var ending = touching.Where(m => m.HoldsOn(asked.From) && replaces && m.PersonId != asked.PersonId).ToList();
        if (own.Find(m => m.HoldsOn(asked.From) && Says(m, asked)) is { } same)
        {
            ending.ForEach(m => m.HandOver(asked.From));
            return same;
        }

        var before = own.Where(m => m.HoldsOn(asked.From)).ToList();
        before.ForEach(m => Widen(asked, m));
        ending.AddRange(before);
        if (EndOf(asked, ending, own) is { } end)
            asked.End(end);
        ending.ForEach(m => m.HandOver(asked.From));
        return asked;
    }

    private static bool Overlaps(Mandate one, Mandate other) =>
        one.Strands.Count == 0 || other.Strands.Count == 0 || one.Strands.Intersect(other.Strands).Any();

    private static bool Says(Mandate known, Mandate asked) =>
        (known.Strands.Count == 0 || (asked.Strands.Count > 0 && asked.Strands.TrueForAll(known.Strands.Contains)))
        && (asked.Function.Length == 0 || Fold.Of(known.Function) == Fold.Of(asked.Function));

    /// <summary>A new function takes no strand away.</summary>
    private static void Widen(Mandate asked, Mandate before)
    {
        if (before.Strands.Count == 0)
            asked.Strands.Clear();
        else if (asked.Strands.Count > 0)
            asked.Strands.AddRange(before.Strands.Except(asked.Strands).ToList());
        if (asked.Function.Length == 0)
            asked.Function = before.Function;
    }

    private static DateOnly? EndOf(Mandate asked, List<Mandate> ending, List<Mandate> own)
    {
        var rest = ending.Exists(m => m.To is null) ? null : ending.Max(m => m.To);
        var next = own.Where(m => m.From > asked.From).Min(m => (DateOnly?)m.From);
        return rest is null || next < rest ? next : rest;
    }
}
