namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What two names have to do with each other.</summary>
internal enum Agreement
{
    Nothing,
    Different,
    Partly,
    OneWord,
    OneLetter,
    Initials,
    Part,
    Vowels,
    Spelling,
    Script,
    Order,
    Same,
}

/// <summary>How two people's names agree, with the words that they share and those in which they differ.</summary>
internal sealed record NameAgreement(Agreement Kind, string Shared = "", string OnlyFirst = "", string OnlySecond = "")
{
    public bool HasName => Kind > Agreement.Partly;

    public bool IsWeak => Kind is Agreement.OneWord or Agreement.OneLetter or Agreement.Initials;

    public static NameAgreement Of(PersonName one, PersonName other)
    {
        if (one.Words.Count == 0 || other.Words.Count == 0)
            return new(Agreement.Nothing);
        if (one.Words.Any(w => w.IsUnread) != other.Words.Any(w => w.IsUnread))
            return new(Agreement.Nothing);
        var pairs = Pairs(one, other);
        var kind = KindOf(one, other, pairs);
        return kind is not Agreement.Partly
            ? new(kind)
            : new(
                kind,
                Said(pairs.Where(p => p.Match >= WordMatch.Vowels).Select(p => one.Words[p.First])),
                Said(one.Words.Where((_, i) => !pairs.Exists(p => p.First == i && p.Match >= WordMatch.Vowels))),
                Said(other.Words.Where((_, i) => !pairs.Exists(p => p.Second == i && p.Match >= WordMatch.Vowels)))
            );
    }

    private static string Said(IEnumerable<NameWord> words) => string.Join(' ', words.Select(w => w.Prepared));

    private static Agreement KindOf(PersonName one, PersonName other, List<Pair> pairs)
    {
        var whole = pairs.Count(p => p.Match >= WordMatch.Vowels);
        var initials = pairs.Count(p => p.Match is WordMatch.Initial);
        var slips = pairs.Count(p => p.Match is WordMatch.Letter);
        var (left, right) = (one.Words.Count - pairs.Count, other.Words.Count - pairs.Count);
        if (whole == 0)
            return Agreement.Different;
        if ((left > 0 && right > 0) || slips > 1 || (slips == 1 && initials + left + right > 0))
            return Agreement.Partly;
        if (slips == 1)
            return Agreement.OneLetter;
        if (initials > 0)
            return Agreement.Initials;
        if (whole == 1)
            return Agreement.OneWord;
        return left + right > 0 ? Agreement.Part : WholeKindOf(one, other, pairs);
    }

    private static Agreement WholeKindOf(PersonName one, PersonName other, List<Pair> pairs)
    {
        if (pairs.Exists(p => one.Words[p.First].IsLatin != other.Words[p.Second].IsLatin))
            return Agreement.Script;
        var least = pairs.Min(p => p.Match);
        if (least is not WordMatch.Same)
            return least is WordMatch.Sound ? Agreement.Spelling : Agreement.Vowels;
        var order = pairs.OrderBy(p => p.First).Select(p => p.Second).ToList();
        return order.SequenceEqual(order.Order()) ? Agreement.Same : Agreement.Order;
    }

    /// <summary>Each word with the one of the other name that fits it best; whole words first. The same whichever name comes first.</summary>
    private static List<Pair> Pairs(PersonName one, PersonName other)
    {
        if (string.CompareOrdinal(one.Written, other.Written) > 0)
            return [.. Pairs(other, one).Select(p => new Pair(p.Second, p.First, p.Match))];
        var isArabic = one.IsArabic || other.IsArabic;
        var all = new List<Pair>();
        for (var i = 0; i < one.Words.Count; i++)
        for (var j = 0; j < other.Words.Count; j++)
            if (one.Words[i].With(other.Words[j], isArabic) is not WordMatch.None and var match)
                all.Add(new(i, j, match));
        var chosen = new List<Pair>();
        foreach (var pair in all.OrderByDescending(p => p.Match).ThenBy(p => Math.Abs(p.First - p.Second)))
            if (!chosen.Exists(c => c.First == pair.First || c.Second == pair.Second))
                chosen.Add(pair);
        return chosen;
    }

    private sealed record Pair(int First, int Second, WordMatch Match);
}
