using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Mandates of two entries of one person, in one role of a partner, of which one is made.</summary>
/// <param name="Into">The first one of the kept entry, which says what all of them say.</param>
/// <param name="Of">All of them, in the order of their days.</param>
public sealed record OneMandate(Mandate Into, IReadOnlyList<Mandate> Of)
{
    /// <summary>From the earliest to the latest; an open end wins.</summary>
    public Days Days => new(Of.Min(m => m.From), Of.Any(m => m.To is null) ? null : Of.Max(m => m.To));

    /// <summary>Those of all of them; none means all.</summary>
    public IReadOnlyList<string> Strands =>
        Of.Any(m => m.Strands.Count == 0) ? [] : [.. Of.Prepend(Into).SelectMany(m => m.Strands).Distinct()];

    /// <summary>Function and language are those of the mandate that lasts longest, since they hold on; of two, that of the kept entry.</summary>
    public Mandate Named =>
        Of.Where(m => m.Function.Length > 0)
            .OrderByDescending(m => m.To ?? DateOnly.MaxValue)
            .ThenBy(m => m != Into)
            .FirstOrDefault()
        ?? Into;

    /// <summary>On each day it covers each strand that one of them covered, and no other.</summary>
    internal bool CoversTheSame =>
        Strands.Count == 0
            ? IsWhole(Of.Where(m => m.Strands.Count == 0))
            : Strands.All(strand => IsWhole(Of.Where(m => m.Covers(strand))));

    internal IReadOnlyList<JoinedMandate> Join()
    {
        var before = Of.Select(m => (Mandate: m, Says: MandateSays.Of(m))).ToList();
        var says = new MandateSays(Days.From, Days.To, Strands, Named.Function, Named.Functions, Named.Language);
        // One that is in the other held on no day of its own.
        foreach (var mandate in Of.Where(m => m != Into))
            mandate.Correct(mandate.From, mandate.From);
        says.WriteTo(Into);
        return [.. before.Select(b => new JoinedMandate(b.Mandate.Id, Into.Id, b.Says, MandateSays.Of(b.Mandate)))];
    }

    private bool IsWhole(IEnumerable<Mandate> parts) => Days.Without(parts).Count == 0;
}

/// <summary>Which mandates of two entries become one, and why the others forbid it that the entries do.</summary>
public sealed class JoinMandates
{
    private readonly HashSet<Guid> kept;
    private readonly List<OneMandate> joined = [];

    private JoinMandates(IEnumerable<Mandate> kept) => this.kept = [.. kept.Select(m => m.Id)];

    public IReadOnlyList<OneMandate> Joined => joined;

    /// <summary>
    /// Why the two cannot be one person as their mandates stand, or null: nobody holds a role twice at once, and one mandate cannot say
    /// of some days what held on others; nor is anybody their own alternate.
    /// </summary>
    public Reason? WhyNot { get; private set; }

    public static JoinMandates Of(IReadOnlyCollection<Mandate> kept, IReadOnlyCollection<Mandate> gone)
    {
        var plan = new JoinMandates(kept) { WhyNot = WhyNotBeside(kept, gone) };
        var held = kept.Concat(gone).Where(m => !m.HeldOnNoDay()).OrderBy(m => m.From).ThenBy(m => m.Id);
        foreach (var set in Sets(held, (one, other) => plan.AreTwice(one, other) || plan.GoOn(one, other)))
            if (!plan.TryJoin(set))
                Sets(set, plan.AreTwice).Where(twice => !plan.TryJoin(twice)).ToList().ForEach(plan.Forbid);
        return plan;
    }

    private static Reason? WhyNotBeside(IReadOnlyCollection<Mandate> kept, IReadOnlyCollection<Mandate> gone) =>
        kept.SelectMany(k => gone.Where(g => g.PartnerId == k.PartnerId).Select(g => k.WhyNotBeside(g.Role, g.Strands, g)))
            .FirstOrDefault(reason => reason is not null);

    private bool TryJoin(List<Mandate> set)
    {
        if (set.Count == 1)
            return true;
        var own = set.FindAll(m => kept.Contains(m.Id));
        var one = new OneMandate(own[0], set);
        if (!one.CoversTheSame || !own.TrueForAll(m => SayTheSame(m, own[0])))
            return false;
        joined.Add(one);
        return true;
    }

    private void Forbid(List<Mandate> set)
    {
        var (one, other) = set.SelectMany(k => set.Select(g => (k, g))).First(p => kept.Contains(p.k.Id) && AreTwice(p.k, p.g));
        WhyNot ??= Text.Key(
            "Both entries hold the role “{0}” for one partner at once: {1}, and {2}. One mandate cannot say both, because the strands or the function were not the same on all days. End or correct one of the two first.",
            (Reason)PartnerWords.NameOf(one.Role),
            Days.Of(one).InWords(),
            Days.Of(other).InWords()
        );
    }

    private bool AreTwice(Mandate one, Mandate other) => AreOfBoth(one, other) && one.IsTwiceWith(other);

    /// <summary>One begins on the day on which the other ends, and says the same.</summary>
    private bool GoOn(Mandate one, Mandate other) =>
        AreOfBoth(one, other)
        && (one.PartnerId, one.Role, one.Rank) == (other.PartnerId, other.Role, other.Rank)
        && (one.To == other.From || other.To == one.From)
        && one.Strands.ToHashSet(StringComparer.Ordinal).SetEquals(other.Strands)
        && SayTheSame(one, other);

    private bool AreOfBoth(Mandate one, Mandate other) => kept.Contains(one.Id) != kept.Contains(other.Id);

    private static bool SayTheSame(Mandate one, Mandate other) =>
        one.Function.Length == 0 || other.Function.Length == 0 || Fold.Of(one.Function) == Fold.Of(other.Function);

    /// <summary>Those that hang together, one by the next.</summary>
    private static List<List<Mandate>> Sets(IEnumerable<Mandate> mandates, Func<Mandate, Mandate, bool> hangTogether)
    {
        var sets = new List<List<Mandate>>();
        foreach (var mandate in mandates)
        {
            var near = sets.FindAll(s => s.Exists(m => hangTogether(m, mandate)));
            sets.RemoveAll(near.Contains);
            sets.Add([.. near.SelectMany(s => s).OrderBy(m => m.From), mandate]);
        }

        return sets;
    }
}
