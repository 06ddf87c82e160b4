using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>Enhanced status codes (RFC 3463 section 2) in what mail systems write.</summary>
internal static partial class StatusCode
{
    /// <summary>The first code in a text, or null; an address of four numbers is none.</summary>
    public static string? In(string text) => All(text).FirstOrDefault();

    /// <summary>
    /// What the receiving system itself said is more exact than a code that ends in .0.0, and than 4.4.7, which only tells that the
    /// sending system no longer tries.
    /// </summary>
    public static string? Better(string? status, string said) =>
        status is null || IsVague(status) ? All(said).FirstOrDefault(code => !IsVague(code)) ?? status ?? In(said) : status;

    private static bool IsVague(string status) => status is "4.4.7" || status.EndsWith(".0.0", StringComparison.Ordinal);

    private static IEnumerable<string> All(string text) =>
        Pattern().Matches(text).Where(m => IsAlone(text, m)).Select(m => m.Value);

    private static bool IsAlone(string text, Match match)
    {
        var (before, end) = (match.Index - 1, match.Index + match.Length);
        if (before >= 0 && (char.IsAsciiDigit(text[before]) || text[before] is '.'))
            return false;
        return end >= text.Length
            || !char.IsAsciiDigit(text[end]) && !(text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
    }

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
