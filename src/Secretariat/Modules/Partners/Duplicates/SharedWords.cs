namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Which words two names of organisations have in common.</summary>
/// <param name="Same">Written alike.</param>
/// <param name="Near">Alike, or two ways of writing one word.</param>
/// <param name="Slips">Alike but for one letter.</param>
/// <param name="AreAllThatCount">Nothing else stands in either but words that many states bear.</param>
internal sealed record SharedWords(int Same, int Near, int Slips, bool AreAllThatCount)
{
    public static SharedWords Of(OrganisationName one, OrganisationName other)
    {
        var (matches, left, right) = (new List<WordMatch>(), new List<NameWord>(), other.Words.ToList());
        foreach (var word in one.Words)
            if (Nearest(word, right) is var (nearest, match))
            {
                right.Remove(nearest);
                matches.Add(match);
            }
            else
            {
                left.Add(word);
            }

        var slips = matches.Count(m => m is WordMatch.Letter);
        return new(
            matches.Count(m => m is WordMatch.Same),
            matches.Count - slips,
            slips,
            slips == 0 && left.Concat(right).All(w => w.IsOfStates) && one.Words.Any(w => !w.IsOfStates && !left.Contains(w))
        );
    }

    private static (NameWord Word, WordMatch Match)? Nearest(NameWord word, IEnumerable<NameWord> others) =>
        others
            .Select(w => ((NameWord Word, WordMatch Match)?)(w, word.With(w, isArabic: false)))
            .Where(m => m!.Value.Match is not (WordMatch.None or WordMatch.Initial))
            .OrderByDescending(m => m!.Value.Match)
            .FirstOrDefault();
}
