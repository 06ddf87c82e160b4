namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds the persons named in a statement: by a title, or as a row of capitalised words that are no other name.</summary>
internal sealed class Names(ClerkWords words)
{
    private const int MaxNameWords = 7;
    private const int MaxTitles = 6;
    private const int MaxDetails = 60;

    private readonly Details details = new(words);
    private readonly Dictionary<Statement, List<Mention>> known = [];

    public List<Mention> In(Statement statement) =>
        known.TryGetValue(statement, out var mentions) ? mentions : known[statement] = ReadAll(statement);

    private List<Mention> ReadAll(Statement statement)
    {
        var mentions = new List<Mention>();
        if (statement.IsSalutation)
            return mentions;
        for (var at = 0; at < statement.Tokens.Count; at++)
        {
            if (Read(statement, at) is not { } mention)
                continue;
            mentions.Add(details.Complete(mention, NextName(statement, mention.End)));
            at = Math.Max(mention.End, mentions[^1].DetailsEnd) - 1;
        }
        return mentions;
    }

    /// <summary>Where a later titled name begins, which ends what is said of this one.</summary>
    private int NextName(Statement statement, int from)
    {
        for (var at = from; at < Math.Min(statement.Tokens.Count, from + MaxDetails); at++)
            if (
                words[WordList.Honorifics].EndAt(statement.Tokens, at) > 0
                && statement.Tokens[at].IsCapital
                && Read(statement, at) is not null
            )
                return at;
            else if (IsNextUntitled(statement, at))
                return at;
        return Math.Min(statement.Tokens.Count, from + MaxDetails);
    }

    /// <summary>"Anneli Vesik, arendusjuht ja Raimond Paju, turvajuht": "and", a name, and a function or address behind a comma.</summary>
    private bool IsNextUntitled(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        return words[WordList.Ands].EndAt(tokens, at) is > 0 and var first
            && first < tokens.Count
            && Read(statement, first) is { } next
            && next.End + 1 < tokens.Count
            && tokens[next.End].IsAnyMark(",(")
            && (tokens[next.End + 1].IsAddress || IsFunctionAt(tokens, next.End + 1));
    }

    private bool IsFunctionAt(IReadOnlyList<Token> tokens, int at) => words[WordList.FunctionWords].EndAt(tokens, at) > 0;

    private Mention? Read(Statement statement, int first)
    {
        var tokens = statement.Tokens;
        if (
            !tokens[first].IsCapital
            && tokens[first].Kind is TokenKind.Word
            && TitleEnd(tokens, first) is 0
            && !IsLabelled(statement, first)
        )
            return null;
        var (nameFirst, hasHonorific, rank) = SkipTitles(statement, first);
        var hasTitle = nameFirst > first;
        var nameEnd = NameEnd(statement, nameFirst, hasTitle);
        // "Kovács János úr", "Ahmet Yılmaz Bey"
        var end = Math.Max(nameEnd, words[WordList.HonorificsAfter].EndAt(tokens, nameEnd));
        hasHonorific |= end > nameEnd && nameEnd > nameFirst;
        if (!IsName(statement, nameFirst, nameEnd, hasHonorific, hasTitle) || !hasTitle && IsStreet(statement, first, nameEnd))
            return null;
        var name = WithoutSuffix(statement.Text(nameFirst, nameEnd));
        return new Mention(statement, first, end, name, rank, hasTitle, end, new ProposedPerson(name, null, null, null, null));
    }

    /// <summary>"Kerem Altuntaş'tır": what a language writes behind the apostrophe is no part of the name.</summary>
    private string WithoutSuffix(string name)
    {
        var mark = name.LastIndexOfAny(['\'', '’']);
        return mark > 0 && words.NameSuffixes.Contains(Tokenizer.Fold(name.AsSpan(mark + 1))) ? name[..mark] : name;
    }

    /// <summary>A line that opens "Alt Moabit 140,".</summary>
    private static bool IsStreet(Statement statement, int first, int end) =>
        statement.StartsLine
        && first == statement.FirstWord
        && end < statement.Tokens.Count
        && statement.Tokens[end].Kind is TokenKind.Number
        && (end + 1 == statement.Tokens.Count || statement.Tokens[end + 1].IsAnyMark(",|\t"));

    private int TitleEnd(IReadOnlyList<Token> tokens, int at) =>
        Math.Max(words[WordList.Honorifics].EndAt(tokens, at), words[WordList.Ranks].EndAt(tokens, at));

    /// <summary>The value behind "Name:".</summary>
    private bool IsLabelled(Statement statement, int at) =>
        statement.ValueStart == at && at > 0 && statement.OpensWith(words[WordList.NameLabels]);

    private (int NameFirst, bool HasHonorific, string? Rank) SkipTitles(Statement statement, int first)
    {
        var tokens = statement.Tokens;
        int at = first,
            rankFirst = -1,
            rankEnd = -1;
        var hasHonorific = false;
        for (var count = 0; count < MaxTitles && at < tokens.Count; count++)
        {
            var honorific = words[WordList.Honorifics].EndAt(tokens, at);
            var rank = words[WordList.Ranks].EndAt(tokens, at);
            if (honorific is 0 && rank is 0)
                break;
            hasHonorific |= honorific > 0;
            if (rank > honorific)
                (rankFirst, rankEnd) = (rankFirst < 0 ? at : rankFirst, rank);
            at = Math.Max(honorific, rank);
            while (at < tokens.Count && tokens[at].IsAnyMark("./") && at > first)
                at++;
        }
        return (at, hasHonorific, rankFirst < 0 ? null : statement.Text(rankFirst, rankEnd));
    }

    /// <summary>Capitalised words, initials and particles ("van", "al-") up to the first word that belongs to no name.</summary>
    private int NameEnd(Statement statement, int first, bool hasTitle)
    {
        var (tokens, end) = (statement.Tokens, first);
        for (var at = first; at < tokens.Count && at - first < MaxNameWords; at++)
        {
            if (at > first && tokens[at].IsMark('.') && tokens[at - 1].IsInitials && tokens[at].Start == tokens[at - 1].End)
                end = at + 1;
            else if (at > first && words[WordList.HonorificsAfter].EndAt(tokens, at) > 0)
                break;
            else if (IsNameAt(tokens, at))
                end = at + 1;
            else if (at > first && IsJoined(statement, at, at - first))
                end = ++at + 1;
            else if (at > first && IsElidedParticle(statement, at, at - first))
                end = at + 1;
            else if (!words[WordList.Particles].Contains(tokens[at]) || at + 1 >= tokens.Count || at == first && !hasTitle)
                break;
        }
        return end;
    }

    /// <summary>"João da Costa e Silva": two names before the link and a single one behind it are one person.</summary>
    private bool IsJoined(Statement statement, int at, int namesBefore)
    {
        var tokens = statement.Tokens;
        return namesBefore >= 2
            && words[WordList.NameLinks].Contains(tokens[at])
            && IsNameAt(tokens, at + 1)
            && (at + 2 >= tokens.Count || !tokens[at + 2].IsCapital && !words[WordList.Particles].Contains(tokens[at + 2]));
    }

    private bool IsNameAt(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count
        && IsNameWord(tokens[at])
        && words[WordList.NotNames].EndAt(tokens, at) is 0
        && !IsOtherName(tokens, at);

    /// <summary>"Jean d'Ormesson", but "Paul Martin d'Airbus"; Portuguese says "Iara Montanha d'Ávila".</summary>
    private bool IsElidedParticle(Statement statement, int at, int namesBefore)
    {
        var text = statement.Text(at, at + 1);
        var mark = text.IndexOfAny(['\'', '’']);
        return mark > 0
            && mark + 1 < text.Length
            && char.IsUpper(text[mark + 1])
            && words[namesBefore is 1 ? WordList.Particles : WordList.NameLinks].Contains(statement.Tokens[at]);
    }

    private bool IsOtherName(IReadOnlyList<Token> tokens, int at) =>
        words[WordList.FunctionWords].EndAt(tokens, at) > 0
        || words[WordList.OrganisationWords].EndAt(tokens, at) > 0
        || words[WordList.FromBodies].EndAt(tokens, at) > 0;

    private static bool IsNameWord(Token token) =>
        token.Kind is TokenKind.Word
        && !token.Folded.AsSpan().ContainsAnyInRange('0', '9')
        && (
            token.IsCapital
            || token.IsCaseless
            || token.HasInnerCapital
            || token.Folded.Contains('-', StringComparison.Ordinal) && token.Folded.Length > 4
        );

    /// <summary>Into the name of a body, unless its form says that the person is of that body: "Anne Lepavere Siseministeeriumist".</summary>
    private bool RunsOn(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsCapital
        && words[WordList.OrganisationWords].EndAt(tokens, at) > 0
        && words[WordList.FromBodies].EndAt(tokens, at) is 0;

    /// <summary>A row without a title needs two words, and must not run on into the name of a body or country.</summary>
    private bool IsName(Statement statement, int first, int end, bool hasHonorific, bool hasTitle)
    {
        var tokens = statement.Tokens;
        if (first < end && tokens[first].IsCaseless)
            return hasHonorific || IsLabelled(statement, first);
        var count = Enumerable
            .Range(first, end - first)
            .Count(i => (tokens[i].IsCapital || tokens[i].HasInnerCapital) && tokens[i].End - tokens[i].Start > 1);
        if (count is 0 || !tokens[first].IsCapital)
            return false;
        if (hasHonorific)
            return true;
        if (end < tokens.Count && !hasTitle && RunsOn(tokens, end))
            return false;
        var isAcronym = tokens[first].End - tokens[first].Start < 4 && statement.Text(first, first + 1).All(char.IsUpper);
        var isPartOfName =
            first > 0
            && tokens[first - 1].IsCapital
            && !hasTitle
            && words[WordList.NotNames].EndAt(tokens, first - 1) is 0
            && tokens[first - 1].Kind is TokenKind.Word;
        return count >= 2 && !isAcronym && !isPartOfName;
    }
}
