using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A sentence, or a line that stands for itself: a label with its value, an entry of a list, a row of a table.</summary>
internal sealed class Statement(
    string body,
    IReadOnlyList<Token> tokens,
    int paragraph,
    bool startsLine,
    bool isSalutation,
    bool isQuestion
)
{
    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>Counted through the body; an empty line begins a new one.</summary>
    public int Paragraph => paragraph;

    /// <summary>Whether nothing stands before it on its line.</summary>
    public bool StartsLine => startsLine;

    /// <summary>Persons in it are addressed, and it asks for nothing.</summary>
    public bool IsSalutation => isSalutation;

    public int Start => tokens[0].Start;
    public int End => tokens[^1].End;
    public bool Introduces => tokens[^1].IsMark(':');
    public bool IsQuestion => isQuestion;
    public int WordCount => tokens.Count(t => t.Kind is TokenKind.Word);

    /// <summary>The first token behind a bullet or number.</summary>
    public int FirstWord { get; } = FindFirstWord(tokens);

    /// <summary>Where the value behind a label begins ("Function: Head of Unit"), or 0.</summary>
    public int ValueStart { get; } = FindValue(tokens);

    /// <summary>Whether its first word begins one of the phrases.</summary>
    public bool OpensWith(PhraseSet phrases) => phrases.EndAt(tokens, FirstWord) > 0;

    public string Quote => body[Start..End];

    /// <summary>Words of the body with every run of white space made one blank.</summary>
    public string Text(int first, int end) =>
        first >= end
            ? ""
            : string.Join(
                ' ',
                body[tokens[first].Start..tokens[end - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );

    public TextRange Range => new(Start, End - Start);

    private static int FindFirstWord(IReadOnlyList<Token> tokens)
    {
        var at = 0;
        while (
            at < Math.Min(3, tokens.Count - 1)
            && (tokens[at].Kind is TokenKind.Number || tokens[at].Kind is TokenKind.Mark && !tokens[at].IsAnyMark("\"“„«"))
        )
            at++;
        return at;
    }

    private static int FindValue(IReadOnlyList<Token> tokens)
    {
        const int longestLabel = 7;
        for (var i = 1; i < Math.Min(tokens.Count, longestLabel); i++)
            if (tokens[i].IsAnyMark(":\t|") || tokens[i].IsAnyMark("–-") && tokens[i].Start > tokens[i - 1].End)
                return tokens.Take(i).Any(t => t.Kind is TokenKind.Word) ? i + 1 : 0;
        return 0;
    }
}
