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
            // A number may go over a line.
            return tokens[at].Folded.Replace('\n', ' ');
        if (tokens[at].Kind is not TokenKind.Number && !tokens[at].IsMark('(') || at is 0 || !IsBehindPhoneLabel(tokens, at))
            return null;
        var text = statement.Text(at, tokens.Count);
        return Tokenizer.PhoneEnd(text, 0, text.Length) is > 0 and var length ? text[..length] : null;
    }

    /// <summary>"anna.berg@interior.example or 02 555 01 99": a number that is no date and no file, within some tokens of an address.</summary>
    private static string? PhoneBesideEmail(Statement statement, int at, int first, int end)
    {
        const int near = 4;
        const int fewestDigits = 8;
        var tokens = statement.Tokens;
        if (tokens[at].Kind is not TokenKind.Number || at > 0 && tokens[at - 1].Kind is TokenKind.Number)
            return null;
        var text = statement.Text(at, Math.Min(end, at + MostTokens));
        var phone = text[..Tokenizer.PhoneEnd(text, 0, text.Length)];
        if (phone.Count(char.IsDigit) < fewestDigits || IsDate(phone))
            return null;
        for (var other = Math.Max(first, at - near); other < Math.Min(end, at + MostTokens); other++)
            if (tokens[other].Kind is TokenKind.Email)
                return phone;
        return null;
    }

    /// <summary>"12.02.2024", "12.05.-14.05.2024", "2024-02-12", "2024–2026", and files such as "2024/00317".</summary>
    private static bool IsDate(string number) =>
        number.Contains(".-", StringComparison.Ordinal)
        || number.Split('.', '-', '/') is [.., { Length: <= 2 }, { Length: 4 } year] && IsYear(year)
        || number.Length > 4 && IsYear(number[..4]) && number[4] is '-' or '–' or '/';

    private static bool IsYear(string text) =>
        text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal);

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
