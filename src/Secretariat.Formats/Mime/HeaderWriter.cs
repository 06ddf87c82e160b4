using System.Buffers;
using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Writes header fields: folded (RFC 5322 section 2.2.3), with encoded words (RFC 2047) and continued parameters (RFC 2231) where ASCII does not do.</summary>
internal sealed class HeaderWriter(StringBuilder output)
{
    private const int MaxLine = 76;

    // RFC 2047 section 2: 75 characters for a word; "=?utf-8?B?" and "?=" take 12, and 45 bytes make 60 characters.
    private const int MaxWordBytes = 42;

    private static readonly SearchValues<char> Atom = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/^_`{|}~ "
    );
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-^_."
    );

    /// <summary>A field of free text (RFC 5322 section 3.6.5).</summary>
    public void Text(string name, string value)
    {
        RequireOneLine(name, value);
        Fold(name, IsPlain(value) ? value : Words(value));
    }

    /// <summary>A field whose ASCII value has a syntax of its own and is only folded.</summary>
    public void Field(string name, string value)
    {
        if (name.Length is 0 or > 60 || name.AsSpan().ContainsAnyExcept(Token))
            throw new ArgumentException($"'{name}' is no name of a header field.", nameof(name));
        RequireOneLine(name, value);
        Fold(name, Ascii.IsValid(value) ? value : Words(value));
    }

    /// <param name="name">Of the field.</param>
    /// <param name="address">Whom it names.</param>
    /// <param name="inUtf8">Whether a local part beyond ASCII may stand in it as it is (RFC 6532).</param>
    public void Address(string name, MailAddress address, bool inUtf8 = false)
    {
        var mailbox = Mailbox(name, address.Address, inUtf8);
        if (string.IsNullOrWhiteSpace(address.Name))
        {
            Fold(name, mailbox);
            return;
        }
        RequireOneLine(name, address.Name);
        Fold(name, $"{Phrase(address.Name)} <{mailbox}>");
    }

    public void Ids(string name, IReadOnlyList<string> ids)
    {
        if (ids.FirstOrDefault(id => !MessageIds.IsWritable(id)) is { } wrong)
            throw new ArgumentException($"'{wrong}' is no message identifier.", nameof(ids));
        Fold(name, string.Join(' ', ids.Select(id => $"<{id}>")));
    }

    public static void Parameter(StringBuilder output, string name, string value)
    {
        RequireOneLine(name, value);
        if (Ascii.IsValid(value) && value.Length < 60 && !value.Contains("=?", StringComparison.Ordinal))
        {
            var quoted = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            output.Append(CultureInfo.InvariantCulture, $";\r\n {name}=\"{quoted}\"");
            return;
        }
        var index = 0;
        foreach (var piece in Pieces(value, maxBytes: 18))
        {
            output.Append(CultureInfo.InvariantCulture, $";\r\n {name}*{index}*={(index is 0 ? "utf-8''" : "")}");
            foreach (var b in piece)
                if (Token.Contains((char)b))
                    output.Append((char)b);
                else
                    output.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            index++;
        }
    }

    public static void RequireToken(string word)
    {
        if (word.Length is 0 or > 60 || word.AsSpan().ContainsAnyExcept(Token))
            throw new ArgumentException($"'{word}' is no word that can stand in a header.", nameof(word));
    }

    public static void RequireMediaType(string contentType)
    {
        var slash = contentType.IndexOf('/', StringComparison.Ordinal);
        if (
            slash <= 0
            || contentType.Length > 120
            || contentType.Remove(slash, 1).AsSpan().ContainsAnyExcept(Token)
            || contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            || contentType.StartsWith("message/", StringComparison.OrdinalIgnoreCase)
        )
            throw new ArgumentException($"'{contentType}' is no media type of a file.", nameof(contentType));
    }

    private static void RequireOneLine(string name, string value)
    {
        if (value.Any(char.IsControl))
            throw new ArgumentException($"The value of {name} holds a line break or another control character.", nameof(value));
    }

    /// <summary>The mailbox, with its domain in ASCII where the local part is (RFC 5890).</summary>
    private static string Mailbox(string name, string address, bool inUtf8)
    {
        var at = address.LastIndexOf('@');
        var local = at > 0 ? address[..at] : "";
        var isQuoted = local.Length > 2 && local[0] is '"' && local[^1] is '"';
        if (
            local.Length is 0
            || at == address.Length - 1
            || !inUtf8 && !Ascii.IsValid(local)
            || address.Any(c => char.IsControl(c) || c is '<' or '>' or ',' || c is ' ' or '"' && !isQuoted)
        )
            throw new ArgumentException($"'{address}' in {name} is no mail address.", nameof(address));
        return DomainInAscii.Of(address);
    }

    private static string Phrase(string name)
    {
        if (!IsPlain(name) || name.Length > 60)
            return Words(name);
        return name.AsSpan().ContainsAnyExcept(Atom)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : name;
    }

    /// <summary>Text that survives folding and decoding unchanged.</summary>
    private static bool IsPlain(string value) =>
        Ascii.IsValid(value)
        && !value.Contains("=?", StringComparison.Ordinal)
        && !value.Contains("  ", StringComparison.Ordinal)
        && value.AsSpan().Trim().Length == value.Length
        && value.Split(' ').All(word => word.Length <= 60);

    private static string Words(string value) =>
        string.Join(' ', Pieces(value, MaxWordBytes).Select(piece => $"=?utf-8?B?{Convert.ToBase64String(piece)}?="));

    /// <summary>UTF-8 in pieces that never divide a character.</summary>
    private static IEnumerable<byte[]> Pieces(string value, int maxBytes)
    {
        var piece = new List<byte>(maxBytes);
        var room = new byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(room);
            if (piece.Count + length > maxBytes)
            {
                yield return [.. piece];
                piece.Clear();
            }
            piece.AddRange(room[..length]);
        }
        yield return [.. piece];
    }

    private void Fold(string name, string value)
    {
        output.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var word in value.Split(' '))
        {
            if (column + 1 + word.Length > MaxLine && column > name.Length + 1)
            {
                output.Append("\r\n");
                column = 0;
            }
            output.Append(' ').Append(word);
            column += word.Length + 1;
        }
        output.Append("\r\n");
    }
}
