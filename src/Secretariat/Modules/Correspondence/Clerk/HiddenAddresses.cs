namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Puts together addresses written so that programs should not find them: <c>name [at] host [dot] example</c>.</summary>
internal static class HiddenAddresses
{
    private const int MaxLabels = 8;

    public static IEnumerable<Token> Join(List<Token> tokens, ClerkWords words)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Read(tokens, i, words) is { } address)
            {
                yield return address.Token;
                i = address.End - 1;
            }
            else
                yield return tokens[i];
        }
    }

    private static (Token Token, int End)? Read(List<Token> tokens, int index, ClerkWords words)
    {
        if (tokens[index].Kind is not TokenKind.Word)
            return null;
        var at = index + 1;
        var text = tokens[index].Folded;
        if (!Skip(tokens, ref at, words.AtSigns, out var isBracketed) || !Label(tokens, ref at, out var label))
            return null;
        text += "@" + label;
        for (var n = 0; n < MaxLabels; n++)
        {
            var next = at;
            if (!Skip(tokens, ref next, words.Dots, out var dotIsBracketed) || !Label(tokens, ref next, out label))
                break;
            (text, at, isBracketed) = (text + "." + label, next, isBracketed || dotIsBracketed);
        }
        // "Ms Berg at the ministry" is no address: brackets or a full domain must be there.
        if (!isBracketed || !text[text.IndexOf('@', StringComparison.Ordinal)..].Contains('.', StringComparison.Ordinal))
            return null;
        return (new Token(TokenKind.Email, tokens[index].Start, tokens[at - 1].End, text, false), at);
    }

    private static bool Label(List<Token> tokens, ref int at, out string label)
    {
        label = at < tokens.Count && tokens[at].Kind is TokenKind.Word or TokenKind.Number ? tokens[at].Folded : "";
        return label.Length > 0 && ++at > 0;
    }

    private static bool Skip(List<Token> tokens, ref int at, IReadOnlySet<string> signs, out bool isBracketed)
    {
        isBracketed = at < tokens.Count && tokens[at].IsAnyMark("[({<");
        var word = isBracketed ? at + 1 : at;
        if (word >= tokens.Count || !signs.Contains(tokens[word].Folded))
            return false;
        at = word + 1;
        if (isBracketed && (at >= tokens.Count || !tokens[at].IsAnyMark("])}>")))
            return false;
        at += isBracketed ? 1 : 0;
        return true;
    }
}
