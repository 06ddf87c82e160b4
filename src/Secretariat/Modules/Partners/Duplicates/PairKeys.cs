using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

internal enum PairKind
{
    Name,
    FullName,
    Mailbox,
    Phone,
    Domain,
    Code,
}

/// <summary>What two entries must have in common to be compared; and, for people, how it was written.</summary>
internal readonly record struct PairKey(PairKind Kind, string Value, string Written)
{
    public PairKey At(string place) => new(Kind, $"{Value} @ {place}", $"{Written}, {place}");

    public Reason LeftOut(int count) =>
        Kind switch
        {
            PairKind.Mailbox => Text.Key(
                "{0} entries share the mailbox {1}; only those of one partner or domain were compared.",
                count,
                Written
            ),
            PairKind.Phone => Text.Key(
                "{0} entries share the number {1}; only those of one partner or domain were compared.",
                count,
                Written
            ),
            PairKind.Domain => Text.Key(
                "{0} entries share the domain and initials {1}; only those of one partner were compared.",
                count,
                Written
            ),
            PairKind.Code => Text.Key("{0} entries share the code {1}; only those of one domain were compared.", count, Written),
            _ => Text.Key(
                "{0} entries are called like “{1}”; only those of one partner or domain were compared.",
                count,
                Written
            ),
        };
}

/// <summary>The keys of an entry. What two names that agree share, whatever the script, is at least one of them.</summary>
internal static class PairKeys
{
    private const int ShortestSkeleton = 2;

    public static IEnumerable<PairKey> Of(PersonTraits person)
    {
        var words = person.Name.Words;
        foreach (var key in OfWords(words))
            yield return key;
        if (words.Count > 0)
            yield return new(PairKind.FullName, Whole(words), person.Name.Written);
        if (person.Phone is { } phone)
            yield return new(PairKind.Phone, phone, phone);
        if (person.Mailbox is not { } mailbox)
            yield break;
        yield return new(PairKind.Mailbox, mailbox.Address, mailbox.Address);
        var initials = string.Concat(words.Select(w => w.Latin.Length > 0 ? w.Latin[..1] : "").Order(StringComparer.Ordinal));
        if (!mailbox.IsPublic && initials.Length > 1)
            yield return new(PairKind.Domain, $"{mailbox.Domain} {initials}", $"{mailbox.Domain} {initials}");
    }

    public static IEnumerable<PairKey> Of(PartnerTraits partner)
    {
        foreach (var name in partner.Names.Concat(partner.ShortNames).Where(n => n.Words.Count > 0))
        {
            yield return new(PairKind.FullName, Whole(name.Words), name.Written);
            yield return new(PairKind.FullName, name.Words.Count > 1 ? name.Initials : name.Latin, name.Written);
            foreach (var key in OfWords([.. name.Words.Take(3)]).Concat(OfWordsThatCount(name)))
                yield return key;
        }

        foreach (var name in partner.ShortNames)
            yield return new(PairKind.FullName, name.Latin, name.Written);
        if (partner.Code is { } code)
            yield return new(PairKind.Code, code, code);
        foreach (var domain in partner.Domains)
            yield return new(PairKind.Domain, Registered(domain), domain);
    }

    /// <summary>A state is met under its name with “Republic” and without.</summary>
    private static IEnumerable<PairKey> OfWordsThatCount(OrganisationName name)
    {
        var words = name.Words.Where(w => !w.IsOfStates).Take(3).ToList();
        return words.Count == 0 || words.Count == name.Words.Count ? [] : OfWords(words);
    }

    /// <summary>Each word by its consonants, with the beginning of each other one: whichever of them is the family name.</summary>
    private static IEnumerable<PairKey> OfWords(IReadOnlyList<NameWord> words)
    {
        if (words.Count == 1)
            return words[0].Sounds.Skeletons.Select(s => new PairKey(PairKind.Name, s, words[0].Prepared));
        return from i in Enumerable.Range(0, words.Count)
            where !words[i].IsInitial
            from j in Enumerable.Range(0, words.Count)
            where i != j
            from skeleton in words[i].Sounds.Skeletons
            from beginning in words[j].Sounds.Beginnings
            let key = skeleton.Length < ShortestSkeleton ? "=" + words[i].Latin : skeleton
            select new PairKey(PairKind.Name, $"{key} {beginning}", $"{words[i].Prepared} {words[j].Prepared[0]}.");
    }

    private static string Whole(IReadOnlyList<NameWord> words) =>
        string.Join(' ', words.Select(w => w.Sounds.Skeletons[0]).Order(StringComparer.Ordinal));

    private static string Registered(string domain) =>
        string.Join('.', domain.Split('.')[^Math.Min(2, domain.Split('.').Length)..]);
}
