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
        Pattern().Matches(text).Select(m => $"{m.Groups[1].Value}.{m.Groups[2].Value}.{m.Groups[3].Value}");

    [GeneratedRegex(@"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
