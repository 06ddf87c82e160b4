using System.Globalization;
using System.Text;
using Secretariat.Formats;
using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Cuts a stretch of a body into tokens. Each character is looked at a bounded number of times.</summary>
internal sealed class Tokenizer(string body, ClerkWords? words)
{
    private const int MaxPhoneLength = 30;
    private const int FewestDigits = 6;
    private const int NarrowestGap = 3;
    private const int LongestLabel = 8;

    private static readonly string[] Labels =
    [
        WordList.NameLabels,
        WordList.FunctionLabels,
        WordList.OrganisationLabels,
        WordList.EmailLabels,
        WordList.PhoneLabels,
        WordList.StrandLabels,
    ];

    private readonly List<Token> tokens = [];

    public List<Token> Read(TextRange range)
    {
        tokens.Clear();
        for (var at = range.Start; at < range.End; )
            at = ReadOne(at, range.End);
        if (words is null)
            return [.. tokens];
        List<Token> joined = [.. HiddenAddresses.Join(tokens, words)];
        return words.Elisions.Count is 0 ? joined : [.. ElidedNames.Part(joined, body, words)];
    }

    private int ReadOne(int at, int end)
    {
        var c = body[at];
        if (c is '\n')
            return Add(TokenKind.Break, at, at + 1, "\n");
        if (c is '\t' or ' ')
            return ReadBlanks(at, end);
        if (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format)
            return at + 1;
        if (PhoneEnd(body, at, end) is > 0 and var phoneEnd && StartsPhone(at))
            return Add(TokenKind.Phone, at, phoneEnd, body[at..phoneEnd]);
        return IsWordPart(c) && c is not ('.' or '-' or '\'' or '’' or '_' or '%') ? ReadRun(at, end) : ReadMark(at, end);
    }

    /// <summary>A tab parts columns, and so do three blanks behind a label ("Name      Anna Berg"); other blanks say nothing.</summary>
    private int ReadBlanks(int at, int end)
    {
        var stop = at;
        while (stop < end && body[stop] is ' ' or '\t')
            stop++;
        var isGap =
            body.AsSpan(at, stop - at).Contains('\t')
            || stop - at >= NarrowestGap && stop < end && body[stop] is not '\n' && IsLabel();
        var tab = body.IndexOf('\t', at, stop - at);
        return isGap ? Add(TokenKind.Mark, Math.Max(at, tab), stop, "\t") : stop;
    }

    /// <summary>Whether the line holds a label so far, and nothing else.</summary>
    private bool IsLabel()
    {
        if (words is null)
            return false;
        var first = tokens.Count;
        while (first > 0 && tokens.Count - first <= LongestLabel && tokens[first - 1].Kind is not TokenKind.Break)
            first--;
        return first < tokens.Count && Labels.Any(list => words[list].EndAt(tokens, first) == tokens.Count);
    }

    /// <summary>Without an international prefix a row of digits may be anything; labels tell, see <see cref="PhoneEnd"/>.</summary>
    private bool StartsPhone(int at) =>
        body[at] is '+' || body.AsSpan(at).StartsWith("(+") || body.AsSpan(at).StartsWith("00") && !IsBehindDigits(at);

    /// <summary>"01 99 00 47 12": within a number the two begin none.</summary>
    private bool IsBehindDigits(int at) => at > 1 && body[at - 1] is ' ' or '.' or '-' && char.IsDigit(body[at - 2]);

    private int ReadMark(int at, int end)
    {
        var length = char.IsHighSurrogate(body[at]) && at + 1 < end ? 2 : 1;
        return Add(TokenKind.Mark, at, at + length, Fold(body.AsSpan(at, length)));
    }

    private int ReadRun(int at, int end)
    {
        var stop = at;
        while (stop < end && IsWordPart(body[stop]))
            stop++;
        if (stop < end && body[stop] is '@' && DomainEnd(stop + 1, end) is > 0 and var domainEnd)
            return Add(TokenKind.Email, at, domainEnd, body[at..domainEnd]);
        while (stop > at + 1 && body[stop - 1] is '.' or '-' or '\'' or '’' or '_' or '%')
            stop--;
        return Add(char.IsDigit(body[at]) ? TokenKind.Number : TokenKind.Word, at, stop, Fold(body.AsSpan(at, stop - at)));
    }

    private int DomainEnd(int at, int end)
    {
        var stop = at;
        while (stop < end && (char.IsLetterOrDigit(body[stop]) || body[stop] is '.' or '-'))
            stop++;
        while (stop > at && body[stop - 1] is '.' or '-')
            stop--;
        return body.AsSpan(at, stop - at).Contains('.') ? stop : 0;
    }

    /// <summary>Where a telephone number of 6 to 17 digits that begins here ends, or 0.</summary>
    public static int PhoneEnd(string body, int at, int end)
    {
        int digits = 0,
            open = 0,
            last = 0;
        for (var i = at; i < Math.Min(end, at + MaxPhoneLength); i++)
        {
            var c = body[i];
            if (char.IsDigit(c))
                (digits, last) = (digits + 1, i + 1);
            else if (c is '(')
                open++;
            else if (c is ')' && open > 0)
                open--;
            else if (
                c is '\n' ? !IsWrapped(body, i, digits, end)
                : c is '+' ? digits > 0
                : c is not (' ' or '\u00A0' or '-' or '.' or '/' or '–')
            )
                break;
        }
        return digits is >= FewestDigits and <= 17 ? last : 0;
    }

    /// <summary>"+381 11", and "555 0150" in the next line: too few digits for a number.</summary>
    private static bool IsWrapped(string body, int at, int digits, int end) =>
        digits is > 0 and < FewestDigits && at + 1 < end && char.IsDigit(body[at + 1]);

    private int Add(TokenKind kind, int start, int end, string folded)
    {
        // Never empty, so that every token has a first letter.
        tokens.Add(
            new Token(kind, start, end, folded.Length > 0 ? folded : "·", char.IsUpper(body[start]), HasInnerCapital(start, end))
        );
        return end;
    }

    private bool HasInnerCapital(int start, int end) =>
        end - start > 3
        && char.IsLower(body[start])
        && char.IsLower(body[end - 1])
        && (char.IsUpper(body[start + 1]) || char.IsLower(body[start + 1]) && char.IsUpper(body[start + 2]));

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c)
        || c is '.' or '-' or '\'' or '’' or '_' or '%' or 'º' or 'ª'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;

    /// <summary>
    /// Text for comparing: without case and accents, one kind of apostrophe, and the marks of Arabic and Greek as their Latin
    /// counterparts. Letters of Cyrillic keep what makes them another letter (й, ї).
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text.ToString().ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        var last = '\0';
        foreach (var c in WellFormed.Of(text.ToString()).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark && !IsCyrillic(last))
                continue;
            last = c;
            if (Plain(char.ToLowerInvariant(c)) is { } plain)
                folded.Append(plain);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static string? Plain(char c) =>
        c switch
        {
            '’' or 'ʼ' or '‘' => "'",
            'ł' => "l",
            'ø' => "o",
            'đ' => "d",
            'ħ' => "h",
            'ß' => "ss",
            'ı' => "i",
            'ς' => "σ",
            'ى' => "ي",
            'ة' => "ه",
            '،' => ",",
            '؛' or '\u037E' => ";",
            '؟' => "?",
            // Soft hyphens, marks of direction and the stretching of Arabic writing carry no meaning.
            'ـ' => null,
            _ => char.GetUnicodeCategory(c) is UnicodeCategory.Format ? null : c.ToString(),
        };
}
