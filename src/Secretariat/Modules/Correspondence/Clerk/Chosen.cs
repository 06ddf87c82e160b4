namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells, of the persons in a statement, who is nominated from who is replaced, who decides and who is only mentioned.</summary>
internal sealed class Chosen(ClerkWords words)
{
    private const int NearAlternate = 3;

    private readonly Predecessors predecessors = new(words);

    public List<Mention> From(Statement statement, IReadOnlyList<Mention> persons, Cues cues, out List<Mention> old)
    {
        var leaving = predecessors.In(statement, persons, cues);
        old = leaving;
        if (cues.SucceededBy is [var by, ..] && persons.Any(p => p.First >= by.First))
            return Joined(statement, [.. persons.Where(p => p.First >= by.First)], cues);
        List<Mention> left = [.. persons.Except(leaving).Where(p => !IsBystander(statement, p))];
        // "Kindly replace Mr Lund by Ms Holm"
        if (left.Count is 0 && cues.Succeeds.Count > 0 && leaving.Count > 0)
            left = [.. persons.Except(leaving)];
        if (left.Count < 2)
            return left;
        if (cues.Nominates is not [.., var nominates])
            return cues.Roles.Count + cues.Alternates.Count is 0 ? [left[0]] : ByCues(statement, left, cues);
        List<Mention> after = [.. left.Where(p => p.First >= nominates.First)];
        if (cues.Nominates is [var first, _, ..])
            after = [.. left.Where(p => p.First >= first.First)];
        var verb = cues.Nominates[0];
        List<Mention> before = [.. left.Where(p => p.End <= verb.First)];
        if (before.Count > 0 && left.Find(p => p.First >= verb.First) is { } second && IsSecond(statement, verb, second, cues))
            return
            [
                .. JoinedBefore(statement, before, cues),
                .. Joined(statement, [.. left.Where(p => p.First >= second.First)], cues),
            ];
        return after.Count > 0 ? Joined(statement, after, cues) : JoinedBefore(statement, left, cues);
    }

    /// <summary>"Ms Berg has been designated as contact person and Mr Holm as her alternate": the verb has its person before it.</summary>
    private bool IsSecond(Statement statement, Match nominates, Mention person, Cues cues) =>
        cues
            .Roles.Concat(cues.Alternates)
            .Any(role =>
                role.First >= nominates.First
                && role.End <= person.First
                && Enumerable
                    .Range(role.End, person.First - role.End)
                    .Any(at => Separates(statement.Tokens, at) || words[WordList.Buts].Contains(statement.Tokens[at]))
            );

    /// <summary>Whether the words that make somebody an alternate belong to this person.</summary>
    public bool IsAlternate(Statement statement, Mention person, IReadOnlyList<Mention> people, Cues cues) =>
        people.Count is 1 ? cues.HasAlternate : cues.Alternates.Any(cue => Owner(statement, cue, people) == person);

    /// <summary>Of several persons each has the strands that follow the name, or stand before it where the statement opens with a strand.</summary>
    public static IReadOnlyList<string> StrandsOf(
        Statement statement,
        Mention person,
        List<Mention> people,
        List<StrandMention> named,
        Strands strands
    )
    {
        if (people.Count is 1)
            return strands.Named(statement, named);
        var index = people.IndexOf(person);
        var end = statement.Tokens.Count;
        return named.Count > 0 && named[0].First < people[0].First
            ? strands.Named(statement, named, index is 0 ? 0 : people[index - 1].End, person.First)
            : strands.Named(statement, named, person.End, index + 1 < people.Count ? people[index + 1].First : end);
    }

    /// <summary>Somebody only mentioned, unless "with Mr Holm as her alternate" follows.</summary>
    public bool IsBystander(Statement statement, Mention person)
    {
        for (var at = person.DetailsEnd; at < Math.Min(statement.Tokens.Count, person.DetailsEnd + NearAlternate); at++)
            if (words[WordList.Alternates].EndAt(statement.Tokens, at) > 0)
                return false;
        for (var at = Math.Max(0, person.First - 5); at < person.First; at++)
            if (words[WordList.Bystanders].EndAt(statement.Tokens, at) == person.First)
                return true;
        return false;
    }

    private List<Mention> ByCues(Statement statement, List<Mention> left, Cues cues)
    {
        var owners = cues.Roles.Concat(cues.Alternates).Select(cue => Owner(statement, cue, left)).OfType<Mention>().ToHashSet();
        List<Mention> chosen = [.. left.Where(owners.Contains)];
        return [.. chosen.Concat(Joined(statement, [.. left.SkipWhile(p => !owners.Contains(p))], cues)).Distinct()];
    }

    /// <summary>A cue belongs to the person named next, unless a comma or "and" opens something new before the name.</summary>
    private Mention? Owner(Statement statement, Match cue, IReadOnlyList<Mention> people)
    {
        var next = people.FirstOrDefault(p => p.First >= cue.End);
        var before = people.LastOrDefault(p => p.End <= cue.First);
        if (next is null || before is null)
            return next ?? before;
        // In languages that leave "is" out a dash stands for it.
        if (next.First - 1 == cue.End && statement.Tokens[cue.End].IsAnyMark("–—-:"))
            return next;
        return OpensWithAnd(statement.Tokens, before.DetailsEnd, cue.First) || !Separates(statement.Tokens, next.First - 1)
            ? next
            : before;
    }

    /// <summary>"and, as alternate, Mr Yolcu".</summary>
    private bool OpensWithAnd(IReadOnlyList<Token> tokens, int first, int cue)
    {
        for (var at = Math.Max(first, cue - 3); at < cue; at++)
            if (words[WordList.Ands].Contains(tokens[at]))
                return true;
        return false;
    }

    /// <summary>The first, and those that a comma, an "and" or a cue of their own adds to it.</summary>
    private List<Mention> Joined(Statement statement, List<Mention> people, Cues cues) =>
        [
            .. people.Where(
                (p, i) => i is 0 || p.First > 0 && (Separates(statement.Tokens, p.First - 1) || HasOwnCue(statement, p, cues))
            ),
        ];

    private bool HasOwnCue(Statement statement, Mention person, Cues cues) =>
        cues.Roles.Concat(cues.Alternates).Concat(cues.Nominates).Any(c => c.End <= person.First && person.First - c.End <= 2)
        || cues.Alternates.Any(c => c.First >= person.End && c.First - person.End <= 2)
        || HasOwnStrand(statement.Tokens, person.First, 0);

    /// <summary>A strand some small words before the name: "pentru alternative pe domnul …", "for response – Head of Unit Anna Berg".</summary>
    /// <param name="from">Where what is said of the person before ends.</param>
    public bool HasOwnStrand(IReadOnlyList<Token> tokens, int first, int from)
    {
        const int mostWordsBetween = 3;
        var between = 0;
        for (var at = first - 1; at >= from && between <= mostWordsBetween; at--)
            if (tokens[at].Kind is TokenKind.Word && words.Strands.Any(s => s.Words.Contains(tokens[at])))
                return true;
            else if (tokens[at].Kind is TokenKind.Word)
                between++;
            else if (!tokens[at].IsAnyMark(",:–-"))
                return false;
        return false;
    }

    /// <summary>The last before the verb, with those that "and" or a role of their own adds in front of it.</summary>
    private List<Mention> JoinedBefore(Statement statement, List<Mention> left, Cues cues)
    {
        var first = left.Count - 1;
        while (
            first > 0
            && (
                words[WordList.Ands].Contains(statement.Tokens[left[first].First - 1])
                || cues.Roles.Concat(cues.Alternates).Any(c => c.First >= left[first - 1].End && c.End <= left[first].First)
                || HasOwnStrand(statement.Tokens, left[first].First, left[first - 1].End)
            )
        )
            first--;
        return left[first..];
    }

    private bool Separates(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsAnyMark(",;(–-•") || words[WordList.Ands].Contains(tokens[at]);
}
