using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>Enters a mandate among those of the same partner and role, as of its day.</summary>
public static class MandateEntry
{
    /// <summary>
    /// A replacement takes over from the others and lasts as long as they would have; whoever is replaced for some strands keeps
    /// the rest. Of one person no two mandates hold for the same strand.
    /// </summary>
    /// <param name="strands">The codes that there are: what a mandate without strands covers.</param>
    public static EnteredMandate Enter(
        IReadOnlyCollection<Mandate> known,
        Mandate asked,
        bool replaces,
        IReadOnlyCollection<string> strands
    )
    {
        var touching = known.Where(m => m.CoversAny(asked.Strands)).ToList();
        var own = touching.Where(m => m.PersonId == asked.PersonId).ToList();
        var ending = touching.Where(m => m.HoldsOn(asked.From) && replaces && m.PersonId != asked.PersonId).ToList();
        var (replaced, rests) = (new List<Mandate>(), new List<(Mandate Before, Mandate After)>());
        foreach (var former in ending)
        {
            if (RestOf(former, asked, strands) is { } rest)
                rests.Add((former, rest));
            else
                replaced.Add(former);
        }

        var kept = rests.ConvertAll(r => r.After);
        if (own.Find(m => m.HoldsOn(asked.From) && Says(m, asked)) is { } same)
        {
            if (ending.Count > 0)
                same.Prolong(EndOf(asked, ending, own));
            ending.ForEach(m => m.HandOver(asked.From));
            return new(same, kept, replaced, rests);
        }

        var before = own.Where(m => m.HoldsOn(asked.From)).ToList();
        before.ForEach(m => Widen(asked, m));
        ending.AddRange(before);
        // What was said of its last day holds, unless it is longer than can be.
        if (EndOf(asked, ending, own) is { } end && !(asked.To <= end))
            asked.End(end);
        ending.ForEach(m => m.HandOver(asked.From));
        return new(asked, [asked, .. kept], [.. replaced, .. before], rests);
    }

    /// <summary>Others who hold the role in one of the same strands on some day from the one until the other, in the order of their days.</summary>
    /// <param name="known">Mandates of the same partner and role.</param>
    public static IEnumerable<Mandate> Beside(
        IEnumerable<Mandate> known,
        Guid? personId,
        IReadOnlyCollection<string> strands,
        DateOnly from,
        DateOnly? to
    ) => known.Where(m => m.PersonId != personId && m.CoversAny(strands) && m.MeetsOn(new Days(from, to))).OrderBy(m => m.From);

    /// <summary>
    /// Each of those who begin after the mandate takes over from it on their day, in the strands that they cover; it goes on for the
    /// rest. Answered are the mandates for the rest, which are new.
    /// </summary>
    public static IReadOnlyList<Mandate> HandOn(Mandate mandate, IEnumerable<Mandate> later, IReadOnlyCollection<string> strands)
    {
        var parts = new List<Mandate> { mandate };
        foreach (var next in later.Where(m => m.From > mandate.From).OrderBy(m => m.From))
        foreach (var part in parts.Where(p => p.HoldsOn(next.From) && p.CoversAny(next.Strands)).ToList())
        {
            if (RestOf(part, next, strands) is { } rest)
                parts.Add(rest);
            part.HandOver(next.From);
        }

        return parts[1..];
    }

    /// <summary>
    /// Why somebody cannot hold a role from that day until that one, or null when they can: nobody holds it twice at once, nor is their
    /// own alternate.
    /// </summary>
    /// <param name="others">The person's other mandates of the partner.</param>
    public static Reason? WhyNotHold(
        IEnumerable<Mandate> others,
        MandateRole role,
        IReadOnlyCollection<string> strands,
        DateOnly from,
        DateOnly? to
    ) =>
        Mandate.WhyNotLast(from, to) is { } never
            ? never
            : others
                .Select(m =>
                    m.Role == role && Meet(m, strands, from, to)
                        ? Text.Key("The same person holds this role from {0} on already. Give that day, or other days.", m.From)
                        : m.WhyNotBeside(role, strands, new Days(from, to))
                )
                .FirstOrDefault(reason => reason is not null);

    /// <summary>Whether a mandate holds on one of those days for one of those strands.</summary>
    public static bool Meet(Mandate other, IReadOnlyCollection<string> strands, DateOnly from, DateOnly? to) =>
        from != to && !other.HeldOnNoDay() && other.CoversAny(strands) && !(other.To <= from) && !(to <= other.From);

    /// <summary>The mandate for the strands that nobody takes over, or null when there are none.</summary>
    private static Mandate? RestOf(Mandate before, Mandate asked, IReadOnlyCollection<string> strands)
    {
        if (asked.Strands.Count == 0)
            return null;
        var left = (before.Strands.Count == 0 ? strands : before.Strands).Except(asked.Strands).ToList();
        return left.Count == 0 ? null : before.For(left, asked.From);
    }

    private static bool Says(Mandate known, Mandate asked) =>
        (asked.To is null || asked.To == known.To)
        && (known.Strands.Count == 0 || (asked.Strands.Count > 0 && asked.Strands.TrueForAll(known.Strands.Contains)))
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
        var next = own.Where(m => m.From > asked.From && !m.HeldOnNoDay()).Min(m => (DateOnly?)m.From);
        return rest is null || next < rest ? next : rest;
    }
}

/// <summary>The mandate that says what was asked, and what is new in the record: it may have stood there already.</summary>
/// <param name="Replaced">Mandates that it takes over for good, no strand of them left: of others, and former ones of the person.</param>
/// <param name="Rests">Mandates that it takes some strands from, each with the one that goes on for the rest.</param>
public sealed record EnteredMandate(
    Mandate Mandate,
    IReadOnlyList<Mandate> New,
    IReadOnlyList<Mandate> Replaced,
    IReadOnlyList<(Mandate Before, Mandate After)> Rests
);
