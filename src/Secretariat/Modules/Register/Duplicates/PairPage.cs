using System.Globalization;
using System.Runtime.InteropServices;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>Where a pair stands in the list of those that may be one, the most alike first; as it is written in an address.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PairPlace(double Score, Guid One, Guid Other) : IParsable<PairPlace>
{
    public static PairPlace Of(Pair pair) => new(pair.Likeness.Score, pair.One, pair.Other);

    public bool IsAfter(PairPlace other) => (other.Score, One, Other).CompareTo((Score, other.One, other.Other)) > 0;

    public static PairPlace Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var place) ? place : throw new FormatException($"“{s}” is not the place of a pair.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PairPlace result)
    {
        result = default;
        if (
            s?.Split('_') is not [var score, var one, var other]
            || !double.TryParse(score, CultureInfo.InvariantCulture, out var likeness)
            || !Guid.TryParse(one, out var first)
            || !Guid.TryParse(other, out var second)
        )
            return false;
        result = new(likeness, first, second);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score:R}_{One}_{Other}");
}

/// <summary>Two entries that may be one, as they are shown.</summary>
public sealed record PairRow<T>(T One, T Other, Likeness Likeness, PairPlace Place) : IPlaced<PairPlace>;

/// <summary>Some of the pairs, which are found in memory, and how many there are on all pages.</summary>
/// <param name="Found">How many are likely to be one.</param>
/// <param name="FoundPerhaps">How many are called the same, and may be two as well.</param>
public sealed record PairPage<T>(int Found, int FoundPerhaps, ListPage<PairRow<T>, PairPlace> Page)
{
    public static readonly PairPage<T> None = new(0, 0, new([], null, null));

    public IEnumerable<PairRow<T>> Likely => Page.Rows.Where(r => r.Likeness.IsLikely);

    public IEnumerable<PairRow<T>> Perhaps => Page.Rows.Where(r => r.Likeness.IsPerhaps);

    public IReadOnlyList<PairRow<T>> Rows => Page.Rows;
}

public static class PairPages
{
    private const int PageSize = 50;

    /// <param name="pairs">In their order.</param>
    public static PairPage<T> Of<T>(
        IReadOnlyList<Pair> pairs,
        IReadOnlyDictionary<Guid, T> entries,
        (PairPlace? Next, PairPlace? Previous) at
    )
    {
        var placed =
            at.Previous is { } previous ? pairs.Where(p => previous.IsAfter(PairPlace.Of(p))).Reverse()
            : at.Next is { } next ? pairs.Where(p => PairPlace.Of(p).IsAfter(next))
            : pairs;
        var rows = placed
            .Take(PageSize + 1)
            .Select(p => new PairRow<T>(entries[p.One], entries[p.Other], p.Likeness, PairPlace.Of(p)));
        var likely = pairs.Count(p => p.Likeness.IsLikely);
        return new(likely, pairs.Count - likely, ListPages.Of([.. rows], at, PageSize));
    }
}
