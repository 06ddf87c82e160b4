using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Message identifiers (RFC 5322 section 3.6.4), without their angle brackets.</summary>
internal static class MessageIds
{
    /// <summary>A line of RFC 5322 (section 2.1.1) holds no more octets, and an identifier cannot be folded.</summary>
    private const int Longest = 998;

    /// <summary>The field's name and the brackets stand on the line, too.</summary>
    private const int LongestWritten = 900;

    public static IReadOnlyList<string> ReadList(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return [];
        var ids = new List<string>();
        for (var at = value.IndexOf('<', StringComparison.Ordinal); at >= 0; at = value.IndexOf('<', at))
        {
            var end = value.IndexOf('>', at);
            if (end < 0)
                break;
            if (Clean(value[(at + 1)..end]) is { Length: > 0 } id)
                ids.Add(id);
            at = end;
        }
        // Some programs leave the brackets out; the prose of obsolete In-Reply-To fields has no "@" that stands alone.
        return ids.Count > 0
            ? ids
            :
            [
                .. value
                    .Split([' ', '\t', ',', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
                    .Where(w => w.Contains('@', StringComparison.Ordinal))
                    .Select(Clean)
                    .Where(w => w.Length > 0),
            ];
    }

    public static string? ReadOne(string? value) =>
        ReadList(value) is [var first, ..] ? first
        : Clean(value ?? "") is { Length: > 0 } bare ? bare
        : null;

    /// <summary>Within brackets, on a line of its own: whatever is printable and no blank or bracket, since many identifiers have no "@".</summary>
    public static bool IsWritable(string id) =>
        id.Length is > 0 and <= LongestWritten && id.All(c => c is > ' ' and <= '~' and not '<' and not '>');

    private static string Clean(string id)
    {
        var clean = string.Concat(id.Where(c => !char.IsWhiteSpace(c) && c is not '<' and not '>'));
        return Encoding.UTF8.GetByteCount(clean) > Longest ? "" : clean;
    }
}
