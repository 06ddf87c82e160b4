using System.Text;
using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>Finds the message that a report speaks of: embedded, its header alone, or copied under a line of words.</summary>
internal static partial class OriginalMessage
{
    private const int MaxText = 100_000;

    public static string? IdIn(MimeMessage report) => InParts(report) ?? InText(report.TextBody ?? "");

    private static string? InParts(MimeMessage report)
    {
        foreach (var part in report.Root.Walk())
            if (part.IsMessage && part.Children is [var original, ..])
                return MessageIds.ReadOne(original.Headers.Unfolded("Message-ID"));
            else if (part.ContentType is "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers")
                return InText(Encoding.UTF8.GetString(part.Content.Span[..Math.Min(part.Size(), MaxText)]));
        return null;
    }

    /// <summary>The last one in the text: a transcript may name others before it.</summary>
    private static string? InText(string text) =>
        Pattern().Matches(text.Length > MaxText ? text[..MaxText] : text) is { Count: > 0 } found
            ? found[^1].Groups[1].Value
            : null;

    private static int Size(this MimePart part) => part.Content.Length;

    [GeneratedRegex(
        @"^[>\s]{0,8}Message-ID:\s*<([^<>\s]{3,250})>",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}
