using System.Runtime.InteropServices;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A place in a statement that names strands of work.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StrandMention(int First, int End, IReadOnlyList<string> Codes);

/// <summary>Finds strands of work: by name, by number ("the first and third strand"), all of them, or all but one.</summary>
internal sealed class Strands(ClerkWords words)
{
    private const int NearNoun = 5;

    public IReadOnlyList<string> AllCodes => [.. words.Strands.Select(s => s.Code)];

    /// <summary>Mentions in their order; those inside the function or organisation of a person are left out.</summary>
    public List<StrandMention> In(Statement statement, IReadOnlyList<Mention> persons)
    {
        var tokens = statement.Tokens;
        var found = new List<StrandMention>();
        var voids = words[WordList.StrandVoids].Find(tokens);
        var nouns = words[WordList.StrandNouns].Find(tokens);
        foreach (var (code, names, ordinals) in words.Strands)
        {
            found.AddRange(
                names.Find(tokens).Where(m => IsStrand(statement, m)).Select(m => new StrandMention(m.First, m.End, [code]))
            );
            if (nouns.Count > 0)
                found.AddRange(
                    ordinals.Find(tokens).Where(m => IsNear(m, nouns)).Select(m => new StrandMention(m.First, m.End, [code]))
                );
        }
        found.AddRange(words[WordList.AllStrands].Find(tokens).Select(m => new StrandMention(m.First, m.End, AllCodes)));
        found.RemoveAll(m =>
            voids.Exists(new Match(m.First, m.End).Overlaps) || persons.Any(p => m.First >= p.First && m.First < TitlesEnd(p))
        );
        return [.. found.OrderBy(m => m.First)];
    }

    public IReadOnlyList<string> Named(Statement statement, IReadOnlyList<StrandMention> mentions) =>
        Named(statement, mentions, 0, statement.Tokens.Count);

    /// <summary>The strands named between two tokens: all of them, less those behind a word such as "except".</summary>
    public IReadOnlyList<string> Named(Statement statement, IReadOnlyList<StrandMention> mentions, int first, int end)
    {
        // "X kivételével", "X hariç": some languages put the word behind what is taken out.
        var behind = words[WordList.ExceptAfter].Find(statement.Tokens);
        if (behind.Count > 0 && mentions.LastOrDefault(m => m.End <= behind[0].First) is { Codes: not null } excepted)
            return [.. Inside(statement, [.. mentions.Where(m => m != excepted)], first, end).Except(excepted.Codes)];
        return Inside(statement, mentions, first, end);
    }

    private List<string> Inside(Statement statement, IReadOnlyList<StrandMention> mentions, int first, int end)
    {
        var except = words[WordList.Except].Find(statement.Tokens).Select(m => m.First).FirstOrDefault(int.MaxValue);
        var inside = mentions.Where(m => m.First >= first && m.First < end).ToList();
        var named = inside.Where(m => m.First < except).SelectMany(m => m.Codes).ToHashSet();
        if (inside.Exists(m => m.First < except && m.Codes.Count > 1))
            named.ExceptWith(inside.Where(m => m.First > except).SelectMany(m => m.Codes));
        else
            named.UnionWith(inside.SelectMany(m => m.Codes));
        return [.. AllCodes.Where(named.Contains)];
    }

    private static int TitlesEnd(Mention person) =>
        person.Person.Function is null && person.Person.Organisation is null ? person.End : person.DetailsEnd;

    private static bool IsNear(Match match, List<Match> nouns) => nouns.Exists(n => Math.Abs(n.First - match.First) <= NearNoun);

    /// <summary>A strand's name beside another capitalised word is part of a name: "Crime Prevention Unit".</summary>
    private bool IsStrand(Statement statement, Match match)
    {
        var tokens = statement.Tokens;
        if (!tokens[match.First].IsCapital)
            return true;
        var before = match.First > 0 ? tokens[match.First - 1] : default;
        var after = match.End < tokens.Count ? tokens[match.End] : default;
        return !IsPartOfName(before, match.First - 1 > statement.FirstWord) && !IsPartOfName(after, true);
    }

    private bool IsPartOfName(Token token, bool counts) =>
        counts
        && token is { Kind: TokenKind.Word, IsCapital: true }
        && !words.Strands.Any(s => s.Words.Contains(token))
        && !words[WordList.StrandNouns].Contains(token)
        && !words[WordList.Ands].Contains(token)
        && !words[WordList.Honorifics].Contains(token);
}
