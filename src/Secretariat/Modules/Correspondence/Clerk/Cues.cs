namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>The words of a statement that speak of a nomination or a change of person, less those that are denied, asked for or left open.</summary>
internal sealed record Cues(
    IReadOnlyList<Match> Nominates,
    IReadOnlyList<Match> Roles,
    IReadOnlyList<Match> Alternates,
    IReadOnlyList<Match> Succeeds,
    IReadOnlyList<Match> SucceededBy,
    IReadOnlyList<Match> Departures,
    IReadOnlyList<Match> Instead,
    bool IsNew,
    bool IsSelf,
    bool HasDeparture
)
{
    public bool HasAlternate => Alternates.Count > 0;

    public bool IsReplacement => IsNew || Succeeds.Count + SucceededBy.Count + Instead.Count > 0;

    /// <summary>Whether the statement nominates somebody, named in it or elsewhere.</summary>
    public bool Says => Nominates.Count + Roles.Count + Alternates.Count + Succeeds.Count + SucceededBy.Count > 0;

    public static Cues Of(Statement statement, IReadOnlyList<Mention> persons, ClerkWords words, Context context)
    {
        var tokens = statement.Tokens;
        var voids = words[WordList.NominationVoids];
        List<Match> Find(string list) =>
            words[list].Find(tokens, voids, words[WordList.Buts]).FindAll(m => !Conditions.Governs(context.Governed, m.First));

        // "Head of the Nominations Unit" and "Deputy Director" are parts of a person's function.
        bool IsSaid(Match match) => !persons.Any(p => match.First >= p.First && match.End <= p.DetailsEnd);
        List<Match> roles = [.. Find(WordList.Roles).Where(IsSaid)];
        var weak = Find(WordList.WeakRoles);
        List<Match> alternates =
        [
            .. Find(WordList.Alternates)
                .Where(m => persons.Count > 0 || roles.Count + weak.Count > 0 || m.First <= statement.FirstWord + 2),
        ];
        List<Match> nominates = [.. Find(WordList.Nominates).Where(IsSaid)];
        var isOfRole = context.FollowsRole && !words[WordList.Meetings].IsIn(tokens) || words[WordList.Roles].IsIn(tokens);
        var isChange = context.SpeaksOfRole && persons.Count > 0 || roles.Count > 0;
        // "In her place": not who stands before it goes, nor is anybody behind it replaced.
        var instead = isChange ? words[WordList.Instead].Find(tokens) : [];
        if (weak.Count + alternates.Count + instead.Count > 0 || isOfRole)
            nominates.AddRange(Find(WordList.Appoints).Where(IsSaid));
        var isForMeeting = roles.Count is 0 && words[WordList.Registers].IsIn(tokens) && words[WordList.Meetings].IsIn(tokens);
        if (isForMeeting)
            nominates.Clear();
        // "In her place is Mr Holm" says more than "in her place".
        List<Match> succeededBy = isChange
            ? [.. Find(WordList.SucceededBy).Where(m => !instead.Exists(i => i.First <= m.First && i.End >= m.End))]
            : [];
        List<Match> departures = [.. Find(WordList.Departures).Where(m => !instead.Exists(m.Overlaps))];
        return new Cues(
            nominates,
            roles,
            isForMeeting ? [] : alternates,
            // "replaced by" is no "replace", though they fold alike.
            isChange
                ? [.. Find(WordList.Succeeds).Where(m => !succeededBy.Exists(m.Overlaps) && !instead.Exists(m.Overlaps))]
                : [],
            succeededBy,
            departures,
            instead,
            Find(WordList.Newcomers).Count > 0,
            Find(WordList.Selves).Count > 0,
            departures.Count > 0 && context.SpeaksOfRole && (persons.Count > 0 || words[WordList.Roles].IsIn(tokens))
        );
    }

    /// <param name="SpeaksOfRole">Whether the letter names the role anywhere: then "his successor is …" is understood.</param>
    /// <param name="FollowsRole">Whether the clause before a semicolon names it: "You ask for a contact person; we propose …".</param>
    /// <param name="Governed">The stretches that hold only under a condition.</param>
    internal sealed record Context(bool SpeaksOfRole, bool FollowsRole, IReadOnlyList<Match> Governed);
}
