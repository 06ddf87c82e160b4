using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>What the sender wrote this time, divided into statements.</summary>
/// <param name="Part">The part of the message that quotes are taken from.</param>
/// <param name="Passages">The sender's own words; several where answers stand between quotations.</param>
/// <param name="Signature">The statements of the signature.</param>
/// <param name="IsAnnounced">Whether the message before it nominates somebody who is not named there, as in "see the attached form".</param>
internal sealed record Letter(
    string Part,
    string Body,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Statement> Signature,
    MailAddress? From,
    bool IsAnnounced = false
)
{
    public IEnumerable<Statement> Statements => Passages.SelectMany(p => p.Statements);

    public static Letter Of(Writing writing, ClerkWords words, bool isAnnounced)
    {
        var split = writing.Text;
        List<Passage> passages =
        [
            .. split.New.Select(range => new Passage(
                new Statements(split.Body, words).Read(range),
                QuestionBefore(split, range, words)
            )),
        ];
        var signature = split.Signature is { } block ? new Statements(split.Body, words).Read(block) : [];
        return new Letter(writing.Part, split.Body, passages, signature, writing.From, isAnnounced);
    }

    /// <summary>The end of the quotation right above an answer.</summary>
    private static List<Token> QuestionBefore(SplitText split, TextRange answer, ClerkWords words)
    {
        const int longestQuestion = 400;
        var above = split.Quoted.LastOrDefault(q => q.End <= answer.Start);
        if (above.Length is 0)
            return [];
        var start = Math.Max(above.Start, above.End - longestQuestion);
        var tokens = new Tokenizer(split.Body, words).Read(new TextRange(start, above.End - start));
        tokens.RemoveAll(t => t.Kind is TokenKind.Break || t.IsMark('>'));
        return tokens;
    }
}

/// <summary>A stretch of the sender's own words, with the end of the quotation it answers.</summary>
internal sealed record Passage(IReadOnlyList<Statement> Statements, IReadOnlyList<Token> Question);
