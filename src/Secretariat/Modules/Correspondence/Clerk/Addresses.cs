namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds e-mail addresses and telephone numbers.</summary>
internal sealed class Addresses(ClerkWords words)
{
    /// <summary>A number is written in no more groups.</summary>
    private const int MostTokens = 10;

    /// <summary>The first address and the first number between two tokens, where the person has none yet.</summary>
    public ProposedPerson AddTo(ProposedPerson person, Statement statement, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (person.Email is null && statement.Tokens[at].Kind is TokenKind.Email)
                person = person with { Email = Email(statement.Tokens[at]) };
            if (person.Phone is null && PhoneAt(statement, at) is { } phone)
                person = person with { Phone = phone };
        }
        for (var at = first; person is { Phone: null, Email: not null } && at < end; at++)
            if (PhoneBesideEmail(statement, at, first, end) is { } phone)
                person = person with { Phone = phone };
        return person;
    }

    public static string Email(Token token) => token.Folded.Trim('.', '\'', '-');

    /// <summary>Whether a label of an address begins here: "E-mail:", "Tel. 02".</summary>
    public bool IsLabelAt(IReadOnlyList<Token> tokens, int at)
    {
        var end = Math.Max(words[WordList.EmailLabels].EndAt(tokens, at), words[WordList.PhoneLabels].EndAt(tokens, at));
        return end > 0
            && end < tokens.Count
            && (tokens[end].IsAnyMark(":.") || tokens[end].IsAddress || tokens[end].Kind is TokenKind.Number);
    }

    /// <summary>A number with its international prefix, or any number behind a label that says so.</summary>
    private string? PhoneAt(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        if (tokens[at].Kind is TokenKind.Phone)
            return tokens[at].Folded;
        if (tokens[at].Kind is not TokenKind.Number && !tokens[at].IsMark('(') || at is 0 || !IsBehindPhoneLabel(tokens, at))
            return null;
        var text = statement.Text(at, tokens.Count);
        return Tokenizer.PhoneEnd(text, 0, text.Length) is > 0 and var length ? text[..length] : null;
    }

    /// <summary>"anna.berg@interior.example or 02 555 01 99": a number that is no date, within some tokens of an address.</summary>
    private static string? PhoneBesideEmail(Statement statement, int at, int first, int end)
    {
        const int near = 4;
        const int fewestDigits = 7;
        var tokens = statement.Tokens;
        if (tokens[at].Kind is not TokenKind.Number && !tokens[at].IsMark('('))
            return null;
        var text = statement.Text(at, Math.Min(end, at + MostTokens));
        var length = Tokenizer.PhoneEnd(text, 0, text.Length);
        if (length is 0 || text[..length] is var phone && (phone.Count(char.IsDigit) < fewestDigits || IsDate(phone)))
            return null;
        for (var other = Math.Max(first, at - near); other < Math.Min(end, at + MostTokens); other++)
            if (tokens[other].Kind is TokenKind.Email)
                return phone;
        return null;
    }

    /// <summary>"12.02.2024", "2024-02-12".</summary>
    private static bool IsDate(string number) =>
        number.Split('.', '-', '/', ' ') is [var one, var two, var three]
        && (one.Length is 4 && two.Length is 2 && three.Length is 2 || one.Length <= 2 && two.Length <= 2 && three.Length is 4);

    private bool IsBehindPhoneLabel(IReadOnlyList<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].IsAnyMark(":.)\t|"))
            at--;
        for (var start = Math.Max(0, at - 3); start < at; start++)
            if (words[WordList.PhoneLabels].EndAt(tokens, start) == at)
                return true;
        return false;
    }
}
