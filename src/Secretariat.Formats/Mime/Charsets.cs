using System.Collections.Concurrent;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Character sets by the names mail uses for them. Decoding never throws: bytes that make no sense become U+FFFD.</summary>
public static class Charsets
{
    private const int MaxName = 60;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Utf8 = new(false);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly ConcurrentDictionary<string, Encoding?> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding of this name, or null when the name is unknown or promises nothing (us-ascii, x-unknown).</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim(' ', '"', '\'');
        if (string.IsNullOrEmpty(name) || name.Length > MaxName || CharsetNames.Empty.Contains(name))
            return null;
        if (CharsetNames.Utf8.Contains(name))
            return Utf8;
        // Only names that lead somewhere are remembered: a sender must not be able to fill the table.
        if (Known.TryGetValue(name, out var known))
            return known;
        var found = Look(name);
        if (found is not null)
            Known.TryAdd(name, found);
        return found;
    }

    /// <summary>Text of bytes in a named charset; for an unknown name or none, valid UTF-8 is read as such and the rest as Windows-1252. A byte order mark wins over both.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">The charset as the message names it, or null.</param>
    /// <param name="isKnown">Whether the name was understood; true where there was none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name, out bool isKnown)
    {
        isKnown = true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Find(name) is { } encoding)
            return encoding.GetString(bytes);
        isKnown = string.IsNullOrWhiteSpace(name) || CharsetNames.Empty.Contains(name);
        return DecodeUnlabelled(bytes);
    }

    internal static string DecodeUnlabelled(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return Encoding.Latin1.GetString(bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? StrictUtf8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    private static Encoding? Look(string name)
    {
        if (CharsetNames.Own.TryGetValue(name, out var own))
            return own;
        try
        {
            if (CharsetNames.CodePages.TryGetValue(name, out var page))
                return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            // UTF-7 is refused by .NET for good reasons; its text stays readable as ASCII.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
