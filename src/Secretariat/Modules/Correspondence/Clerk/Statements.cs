using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Divides a stretch of a letter into statements. Mail programs wrap lines, so a line break alone ends nothing.</summary>
internal sealed class Statements(string body, ClerkWords words)
{
    /// <summary>No sentence is longer; it also keeps every later step linear.</summary>
    private const int MaxTokens = 250;
    private const int WidestWrapped = 100;
    private const int ShortestWrapped = 40;

    private readonly List<Statement> statements = [];
    private readonly List<Token> current = [];
    private readonly Salutation salutation = new(words);
    private bool startsLine;
    private int paragraph;

    public List<Statement> Read(TextRange range)
    {
        var tokens = new Tokenizer(body, words).Read(range);
        var width = WidthOf(range);
        startsLine = true;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.Break)
                i = AtBreak(tokens, i, width);
            else if (salutation.EndAt(tokens, i) is > 0 and var end && current.TrueForAll(t => t.Kind is TokenKind.Mark))
                i = TakeSalutation(tokens, i, end);
            else
                Take(tokens, i);
        }
        Close(false);
        paragraph++;
        return statements;
    }

    private void Take(List<Token> tokens, int index)
    {
        current.Add(tokens[index]);
        if (EndsSentence(tokens, index) || current.Count >= MaxTokens)
            Close(false);
    }

    private int TakeSalutation(List<Token> tokens, int first, int end)
    {
        current.AddRange(tokens[first..end].Where(t => t.Kind is not TokenKind.Break));
        Close(false, isSalutation: true);
        return end - 1;
    }

    private void Close(bool atLineEnd, bool isSalutation = false)
    {
        if (current.Exists(t => t.Kind is not TokenKind.Mark))
            statements.Add(new Statement(body, [.. current], paragraph, startsLine, isSalutation, IsQuestion()));
        if (current.Count > 0)
            startsLine = false;
        startsLine |= atLineEnd;
        current.Clear();
    }

    /// <summary>In Greek a semicolon at the end asks.</summary>
    private bool IsQuestion() => current.Exists(t => t.IsMark('?')) || words[WordList.QuestionMarks].Contains(current[^1]);

    /// <summary>The last of the line breaks that stand here.</summary>
    private int AtBreak(List<Token> tokens, int index, int width)
    {
        var next = index;
        while (next < tokens.Count && tokens[next].Kind is TokenKind.Break)
            next++;
        if (next - index > 1 || next == tokens.Count)
        {
            Close(true);
            paragraph++;
        }
        else if (current.Count is 0 || !IsWrapped(tokens, next, width))
            Close(true);
        return next - 1;
    }

    /// <summary>Whether the sentence goes on in the next line: its first word would not have fitted, or begins small.</summary>
    private bool IsWrapped(List<Token> tokens, int next, int width)
    {
        var length = LineAround(current[^1].Start).Length;
        // People and programs wrap a little short of the widest line.
        var isFull = length > ShortestWrapped && length + 1 + tokens[next].End - tokens[next].Start > width * 9 / 10;
        if (current[^1].IsMark(':') || StartsItem(tokens, next) && !isFull || IsBullet(tokens, next) || StartsLabel(tokens, next))
            return false;
        return isFull || tokens[next] is { IsCapital: false, IsCaseless: false, Kind: TokenKind.Word };
    }

    private static bool StartsItem(List<Token> tokens, int at) =>
        tokens[at].Kind is TokenKind.Number or TokenKind.Phone or TokenKind.Email;

    private static bool IsBullet(List<Token> tokens, int at) =>
        tokens[at].IsAnyMark("-•*·–▪◦") && at + 1 < tokens.Count && tokens[at + 1].Start > tokens[at].End
        || tokens[at].Kind is TokenKind.Number
            && tokens[at].End - tokens[at].Start < 3
            && at + 1 < tokens.Count
            && tokens[at + 1].IsAnyMark(".)")
        || tokens[at].IsMark('(')
            && at + 2 < tokens.Count
            && tokens[at + 1].End - tokens[at + 1].Start == 1
            && tokens[at + 2].IsMark(')');

    /// <summary>One to four words that begin with a capital, then a colon or tab.</summary>
    private bool StartsLabel(List<Token> tokens, int at)
    {
        var label = Math.Max(words[WordList.PhoneLabels].EndAt(tokens, at), words[WordList.EmailLabels].EndAt(tokens, at));
        if (label > 0 && label < tokens.Count && (tokens[label].IsAnyMark(":.") || tokens[label].Kind is not TokenKind.Word))
            return true;
        if (!tokens[at].IsCapital && !tokens[at].IsCaseless)
            return false;
        for (var i = at + 1; i < Math.Min(tokens.Count, at + 5); i++)
            if (tokens[i].IsAnyMark(":\t|"))
                return true;
            else if (tokens[i].Kind is not TokenKind.Word && !tokens[i].IsAnyMark("/-.()&"))
                return false;
        return false;
    }

    private bool EndsSentence(List<Token> tokens, int index)
    {
        var token = tokens[index];
        if (
            !token.IsAnyMark(".!?。…;")
            || index + 1 < tokens.Count && tokens[index + 1].Start == token.End && tokens[index + 1].Kind is not TokenKind.Break
        )
            return false;
        if (token.IsMark(';'))
            return !current.Exists(t => t.IsMark(':')) && current.Count(t => t.IsMark('(')) <= current.Count(t => t.IsMark(')'));
        if (!token.IsMark('.'))
            return true;
        return !IsAbbreviation(tokens, index);
    }

    private bool IsAbbreviation(List<Token> tokens, int index)
    {
        if (index is 0)
            return false;
        var (before, token) = (tokens[index - 1], tokens[index]);
        if (before.Kind is TokenKind.Number)
            return current.Count <= 2 || IsDate(tokens, index);
        if (before.Kind is not TokenKind.Word || before.End != token.Start)
            return false;
        const int longestAbbreviation = 6;
        var length = before.End - before.Start;
        return length == 1 && before.IsCapital
            || before.IsInitials && AreOfName(tokens, index)
            || words[WordList.Abbreviations].Contains(before)
            || words[WordList.Honorifics].Contains(before)
            || length <= longestAbbreviation && words[WordList.Ranks].Contains(before);
    }

    /// <summary>"Mr J.W. Berg", "J.W. van Dorn", but not "to the U.N. We nominate".</summary>
    private bool AreOfName(List<Token> tokens, int index) =>
        index + 1 < tokens.Count && tokens[index + 1] is { Kind: TokenKind.Word, IsCapital: false }
        || current.Count <= 2
        || current[^3].Kind is TokenKind.Mark
        || words[WordList.Honorifics].Contains(current[^3])
        || words[WordList.Ranks].Contains(current[^3]);

    /// <summary>"14. augustini", "1.5. alkaen", "5. März".</summary>
    private bool IsDate(List<Token> tokens, int index)
    {
        if (index + 1 >= tokens.Count || tokens[index + 1].Kind is not TokenKind.Word)
            return false;
        var isYearNext = index + 2 < tokens.Count && tokens[index + 2].Kind is TokenKind.Number;
        return !tokens[index + 1].IsCapital || isYearNext || words[WordList.Months].Contains(tokens[index + 1]);
    }

    /// <summary>The widest line; none is full where some are so wide that nothing was wrapped.</summary>
    private int WidthOf(TextRange range)
    {
        int widest = 0,
            start = range.Start;
        for (var i = range.Start; i <= range.End; i++)
            if (i == range.End || body[i] is '\n')
                (widest, start) = (Math.Max(widest, i - start), i + 1);
        return widest <= WidestWrapped ? widest : int.MaxValue / 9;
    }

    private ReadOnlySpan<char> LineAround(int at)
    {
        var start = body.LastIndexOf('\n', at) + 1;
        var end = body.IndexOf('\n', at);
        return body.AsSpan(start, (end < 0 ? body.Length : end) - start).Trim();
    }
}
