using System.Text;

namespace Secretariat.Formats.Imap;

/// <summary>A value of a response: text, a literal, or neither for NIL and for lists.</summary>
internal sealed record ImapValue(string? Text, ImapLiteral? Literal)
{
    /// <summary>The value as counted bytes; null for NIL and lists.</summary>
    public ImapLiteral? Bytes => Literal ?? (Text is null ? null : new(Text.Length, Encoding.Latin1.GetBytes(Text)));
}

/// <summary>
/// Reads the name and value pairs of a FETCH response (RFC 3501 section 7.4.2) and forgives what
/// servers are known to get wrong: stray spaces, unclosed quotes and lists, needless backslashes.
/// </summary>
internal sealed class ImapDataReader(IReadOnlyList<ImapPart> parts)
{
    private int _part;
    private int _at;

    private enum Token
    {
        End,
        Open,
        Close,
        Value,
    }

    public static Dictionary<string, ImapValue> ReadPairs(IReadOnlyList<ImapPart> parts) => new ImapDataReader(parts).ReadPairs();

    private Dictionary<string, ImapValue> ReadPairs()
    {
        var pairs = new Dictionary<string, ImapValue>(StringComparer.OrdinalIgnoreCase);
        if (Next(out _) != Token.Open)
            return pairs;
        while (Next(out var name) is Token.Value or Token.Open)
        {
            if (ReadValue() is not { } value)
                break;
            if (name.Text is { } text)
                pairs[text] = value;
        }
        return pairs;
    }

    private ImapValue? ReadValue()
    {
        switch (Next(out var value))
        {
            case Token.Value:
                return value;
            case Token.Open:
                SkipList();
                return new ImapValue(null, null);
            default:
                return null;
        }
    }

    private void SkipList()
    {
        for (var depth = 1; depth > 0; )
            depth += Next(out _) switch
            {
                Token.Open => 1,
                Token.Close => -1,
                Token.End => -depth,
                _ => 0,
            };
    }

    private Token Next(out ImapValue value)
    {
        value = new ImapValue(null, null);
        var text = parts[_part].Text;
        while (_at < text.Length && text[_at] == ' ')
            _at++;
        if (_at >= text.Length)
            return NextLiteral(out value);
        switch (text[_at])
        {
            case '(':
                _at++;
                return Token.Open;
            case ')':
                _at++;
                return Token.Close;
            case '"':
                value = new ImapValue(ReadQuoted(text), null);
                return Token.Value;
            default:
                var atom = ReadAtom(text);
                value = new ImapValue(atom is "NIL" or "nil" ? null : atom, null);
                return Token.Value;
        }
    }

    private Token NextLiteral(out ImapValue value)
    {
        value = new ImapValue(null, parts[_part].Literal);
        if (value.Literal is null)
            return Token.End;
        _part++;
        _at = 0;
        return Token.Value;
    }

    private string ReadQuoted(string text)
    {
        var quoted = new StringBuilder();
        for (_at++; _at < text.Length && text[_at] != '"'; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            quoted.Append(text[_at]);
        }
        _at++;
        return quoted.ToString();
    }

    // A section's list, as in BODY[HEADER.FIELDS (DATE)], falls apart into pairs that nobody asks for.
    private string ReadAtom(string text)
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not (' ' or '(' or ')'))
            _at++;
        return text[start.._at];
    }
}
