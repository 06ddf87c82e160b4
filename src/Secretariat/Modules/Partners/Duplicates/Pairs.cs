using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Two entries that may be one.</summary>
public sealed record Pair(Guid One, Guid Other, Likeness Likeness);

/// <summary>What was found, the most alike first; how many were compared, and what was too common to compare by.</summary>
public sealed record Found(IReadOnlyList<Pair> Pairs, int Compared, IReadOnlyList<Reason> LeftOut);

/// <summary>
/// Finds what may be entered twice, without comparing each with each: only those are compared that share a key, such as
/// a family name and an initial, a mailbox or a telephone number. Of those who share a common key, more than
/// <see cref="MostAlike"/>, only those of one partner or domain are compared: the others would hardly become a proposal.
/// Who is left out is said.
/// </summary>
public static class Pairs
{
    public const int MostAlike = 100;

    public static Found Among(
        IEnumerable<PersonEntry> people,
        double atLeast = Likeness.Likely,
        CancellationToken cancellationToken = default
    ) =>
        Find(
            [.. people.Select(p => new PersonTraits(p)).OrderBy(p => p.Id)],
            p => p.Id,
            PairKeys.Of,
            p => [p.Partner?.Folded, p.Mailbox is { IsPublic: false } mailbox ? mailbox.Domain : null],
            PersonLikeness.Of,
            atLeast,
            cancellationToken
        );

    public static Found Among(
        IEnumerable<PartnerEntry> partners,
        double atLeast = Likeness.Likely,
        CancellationToken cancellationToken = default
    ) =>
        Find(
            [.. partners.Select(p => new PartnerTraits(p)).OrderBy(p => p.Id)],
            p => p.Id,
            PairKeys.Of,
            p => p.Domains,
            PartnerLikeness.Of,
            atLeast,
            cancellationToken
        );

    private static Found Find<T>(
        IReadOnlyList<T> entries,
        Func<T, Guid> id,
        Func<T, IEnumerable<PairKey>> keysOf,
        Func<T, IEnumerable<string?>> placesOf,
        Func<T, T, Likeness> weigh,
        double atLeast,
        CancellationToken cancellationToken
    )
    {
        var blocks = Blocks(Enumerable.Range(0, entries.Count), i => keysOf(entries[i]));
        blocks.AddRange(blocks.Where(b => b.IsTooLarge).SelectMany(b => Narrowed(b, i => placesOf(entries[i]))).ToList());
        var keys = KeysInUse(entries.Count, blocks);
        var pairs = new List<Pair>();
        var compared = 0;
        for (var block = 0; block < blocks.Count; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (one, other) in PairsIn(blocks[block].Members))
                if (IsFirstShared(keys[one], keys[other], block))
                {
                    compared++;
                    var likeness = weigh(entries[one], entries[other]);
                    if (likeness.Score >= atLeast && id(entries[one]) != id(entries[other]))
                        pairs.Add(new(id(entries[one]), id(entries[other]), likeness));
                }
        }

        return new(
            [.. pairs.OrderByDescending(p => p.Likeness.Score).ThenBy(p => p.One).ThenBy(p => p.Other)],
            compared,
            [
                .. blocks
                    .Where(b => b.IsTooLarge)
                    .OrderByDescending(b => b.Members.Count)
                    .Select(b => b.Key.LeftOut(b.Members.Count)),
            ]
        );
    }

    private static List<Block> Blocks(IEnumerable<int> entries, Func<int, IEnumerable<PairKey>> keysOf)
    {
        var blocks = new Dictionary<(PairKind, string), Block>();
        foreach (var entry in entries)
        foreach (var key in keysOf(entry).DistinctBy(k => (k.Kind, k.Value)))
        {
            if (!blocks.TryGetValue((key.Kind, key.Value), out var block))
                blocks.Add((key.Kind, key.Value), block = new(key, []));
            block.Members.Add(entry);
        }

        return [.. blocks.Values.Where(b => b.Members.Count > 1)];
    }

    private static List<Block> Narrowed(Block block, Func<int, IEnumerable<string?>> placesOf) =>
        Blocks(block.Members, i => placesOf(i).OfType<string>().Select(place => block.Key.At(place)));

    /// <summary>For each entry its blocks, in their order, without those that are left out.</summary>
    private static List<int>[] KeysInUse(int entries, List<Block> blocks)
    {
        var keys = new List<int>[entries];
        for (var i = 0; i < entries; i++)
            keys[i] = [];
        for (var block = 0; block < blocks.Count; block++)
            if (!blocks[block].IsTooLarge)
                foreach (var member in blocks[block].Members)
                    keys[member].Add(block);
        return keys;
    }

    private static IEnumerable<(int One, int Other)> PairsIn(List<int> members)
    {
        if (members.Count > MostAlike)
            yield break;
        for (var i = 0; i < members.Count; i++)
        for (var j = i + 1; j < members.Count; j++)
            yield return (members[i], members[j]);
    }

    /// <summary>Whether two that share several blocks are to be compared in this one.</summary>
    private static bool IsFirstShared(List<int> one, List<int> other, int block)
    {
        var (i, j) = (0, 0);
        while (one[i] != other[j])
            if (one[i] < other[j])
                i++;
            else
                j++;
        return one[i] == block;
    }

    private sealed record Block(PairKey Key, List<int> Members)
    {
        public bool IsTooLarge => Members.Count > MostAlike;
    }
}
