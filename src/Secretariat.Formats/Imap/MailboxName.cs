using System.Text;

namespace Secretariat.Formats.Imap;

/// <summary>Mailbox names on the wire: modified UTF-7 (RFC 3501 section 5.1.3).</summary>
public static class MailboxName
{
    /// <summary>
    /// The name as a server expects it: printable ASCII stands for itself, <c>&amp;</c> becomes
    /// <c>&amp;-</c>, and everything else is UTF-16 in base64 with a comma for the slash, without
    /// padding, between <c>&amp;</c> and <c>-</c>.
    /// </summary>
    public static string Encode(string name)
    {
        var wire = new StringBuilder();
        for (var i = 0; i < name.Length; )
        {
            var run = name.AsSpan(i).IndexOfAnyInRange(' ', '~');
            var length = run < 0 ? name.Length - i : run;
            if (length > 0)
                wire.Append('&').Append(Shift(name.AsSpan(i, length))).Append('-');
            i += length;
            if (i < name.Length)
                wire.Append(name[i] == '&' ? "&-" : name[i..(i + 1)]);
            i++;
        }
        return wire.ToString();
    }

    private static string Shift(ReadOnlySpan<char> characters)
    {
        var bytes = new byte[characters.Length * 2];
        for (var i = 0; i < characters.Length; i++)
            (bytes[2 * i], bytes[2 * i + 1]) = ((byte)(characters[i] >> 8), (byte)characters[i]);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('/', ',');
    }
}
