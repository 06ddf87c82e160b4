using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Smtp;

/// <summary>Values that may hold what a command cannot (RFC 3461 section 4, and RFC 6533 section 3 for those beyond ASCII).</summary>
internal static class Xtext
{
    private const int LongestEnvelopeId = 100;

    /// <summary>The value of ENVID; empty for none.</summary>
    /// <exception cref="ArgumentException">It holds more than printable ASCII, or is longer than section 4.4 allows.</exception>
    public static string EnvelopeId(string? id)
    {
        if (id is null)
            return "";
        var value = Encode(id, c => $"+{(int)c:X2}");
        if (id.Any(c => c is < ' ' or > '~') || value.Length is 0 or > LongestEnvelopeId)
            throw new ArgumentException($"\"{id}\" cannot identify an envelope.", nameof(id));
        return value;
    }

    /// <summary>The value of ORCPT (section 4.2): the type of the address and the address.</summary>
    public static string OriginalRecipient(string address) =>
        Ascii.IsValid(address)
            ? $"rfc822;{Encode(address, c => $"+{(int)c:X2}")}"
            // Only said to servers that offer SMTPUTF8: characters beyond ASCII stand for themselves.
            : $"utf-8;{Encode(address, c => $"\\x{{{(int)c:X2}}}", isUnicode: true)}";

    private static string Encode(string text, Func<char, FormattableString> escape, bool isUnicode = false)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '+' or '=' or < '!' or '\x7F' || isUnicode && c is '\\')
                encoded.Append(escape(c).ToString(CultureInfo.InvariantCulture));
            else
                encoded.Append(c);
        return encoded.ToString();
    }
}
