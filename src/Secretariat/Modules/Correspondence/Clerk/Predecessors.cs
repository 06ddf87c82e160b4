namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells who goes, of the persons in a statement that tells of a change.</summary>
internal sealed class Predecessors(ClerkWords words)
{
    private const int NearReplaced = 8;

    public List<Mention> In(Statement statement, IReadOnlyList<Mention> persons, Cues cues)
    {
        var leaving = new List<Mention>();
        foreach (var cue in cues.Succeeds)
            if (
                (
                    Former(statement, persons) ?? InObjectCase(statement, persons, cue) ?? Replaced(statement, persons, cue, cues)
                ) is
                { } replaced
            )
                leaving.Add(replaced);
        foreach (var cue in cues.SucceededBy)
            // "… Kirsi Halmeen seuraajaksi": where nobody follows, the one right before it goes.
            leaving.AddRange(
                persons.Any(p => p.First >= cue.First)
                    ? persons.Where(p => p.End <= cue.First)
                    : persons.Where(p => p.End <= cue.First).TakeLast(1)
            );
        foreach (var cue in cues.Departures)
            if (
                (
                    persons.LastOrDefault(p => p.End <= cue.First)
                    ?? persons.FirstOrDefault(p => p.First >= cue.End && p.First - cue.End <= NearReplaced)
                ) is
                { } gone
            )
                leaving.Add(gone);
        return leaving;
    }

    /// <summary>Who is called the contact person so far: "afløser Sidsel Thorup vores hidtidige kontaktperson, Preben Holck".</summary>
    private Mention? Former(Statement statement, IReadOnlyList<Mention> persons)
    {
        var formers = words[WordList.Formers].Find(statement.Tokens);
        return persons.FirstOrDefault(p => formers.Exists(f => IsBeside(statement.Tokens, f, p)));
    }

    /// <summary>In front of the name, or behind it and a comma.</summary>
    private static bool IsBeside(IReadOnlyList<Token> tokens, Match former, Mention person)
    {
        var first = former.End < tokens.Count && tokens[former.End].IsAnyMark(",:–-") ? former.End + 1 : former.End;
        return first == person.First
            || former.First > person.End && tokens[person.End].IsAnyMark(",(") && former.First - person.End <= 3;
    }

    /// <summary>Where the order of words is free, the form tells: of two persons around the verb the only one named as an object goes.</summary>
    private Mention? InObjectCase(Statement statement, IReadOnlyList<Mention> persons, Match cue)
    {
        if (persons is not [var one, var other] || one.First > cue.First || other.First < cue.End)
            return null;
        List<Mention> objects = [.. persons.Where(p => HasObjectTitle(statement.Tokens, p) || HasObjectEnding(p.Name))];
        return objects is [var only] ? only : null;
    }

    private bool HasObjectTitle(IReadOnlyList<Token> tokens, Mention person) =>
        words[WordList.ObjectTitles].EndAt(tokens, person.First) > 0
        || person.First > 0 && words[WordList.ObjectTitles].EndAt(tokens, person.First - 1) >= person.First;

    private bool HasObjectEnding(string name) =>
        words.ObjectEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Who stands behind "replaces"; where the verb comes first and two persons follow it side by side, the second: "Ab Mai löst
    /// Frau Berg Herrn Holm ab".
    /// </summary>
    private Mention? Replaced(Statement statement, IReadOnlyList<Mention> persons, Match cue, Cues cues)
    {
        var behind = persons.Where(p => p.End > cue.End).Take(2).ToList();
        if (
            behind.Count is 0
            || behind[0].First - cue.End > NearReplaced
            || behind.Count is 1 && persons.Count is 1 && IsNominated(cue.End, behind[0].First, cues)
        )
            return null;
        var isVerbFirst = behind.Count is 2 && !persons.Any(p => p.End <= cue.First) && cue.First > statement.FirstWord;
        return isVerbFirst && IsOnlyRole(statement.Tokens, behind[0].DetailsEnd, behind[1].First) ? behind[1] : behind[0];
    }

    /// <summary>"In place of our former colleague we nominate Mr Holm".</summary>
    private static bool IsNominated(int first, int end, Cues cues) => cues.Nominates.Any(n => n.First >= first && n.End <= end);

    /// <summary>Whether nothing, or nothing but the role, stands between two persons.</summary>
    private bool IsOnlyRole(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (first < end)
        {
            var role = Math.Max(words[WordList.Roles].EndAt(tokens, first), words[WordList.WeakRoles].EndAt(tokens, first));
            if (role is 0)
                return false;
            first = role;
        }
        return first == end;
    }
}
