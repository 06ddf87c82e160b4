namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Parts a name from the word that is written in one with it: "en remplacement d'Anne-Lise Fournel".</summary>
internal static class ElidedNames
{
    /// <summary>Only before a row of capitalised words; "d'Interpol" and "l'intérieur" stay one word.</summary>
    public static IEnumerable<Token> Part(IReadOnlyList<Token> tokens, string body, ClerkWords words)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (OpensRow(tokens, i, out var length) && Name(tokens[i], length, body, words) is { } name)
            {
                yield return tokens[i] with
                {
                    End = name.Start,
                    Folded = tokens[i].Folded[..length],
                };
                yield return name;
            }
            else
                yield return tokens[i];
        }
    }

    /// <summary>A capitalised word follows, and none stands before: "Paul Martin d'Air France" is no other name.</summary>
    private static bool OpensRow(IReadOnlyList<Token> tokens, int at, out int length)
    {
        length = tokens[at].Kind is TokenKind.Word ? tokens[at].Folded.IndexOf('\'', StringComparison.Ordinal) + 1 : 0;
        return length > 0
            && at + 1 < tokens.Count
            && tokens[at + 1].IsCapital
            && (at is 0 || tokens[at - 1] is not { Kind: TokenKind.Word, IsCapital: true });
    }

    private static Token? Name(Token token, int length, string body, ClerkWords words)
    {
        var start = token.Start + length;
        if (!words.Elisions.Contains(token.Folded[..length]) || start >= token.End || !char.IsUpper(body[start]))
            return null;
        var name = token with { Start = start, Folded = token.Folded[length..], IsCapital = true };
        return Lists.Any(list => words[list].Contains(name)) ? null : name;
    }

    private static readonly string[] Lists =
    [
        WordList.NotNames,
        WordList.OrganisationWords,
        WordList.UnitWords,
        WordList.FunctionWords,
    ];
}
