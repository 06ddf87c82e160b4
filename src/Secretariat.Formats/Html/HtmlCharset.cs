using System.Buffers;
using System.Text;

namespace Secretariat.Formats.Html;

/// <summary>The charset that an HTML page names itself.</summary>
public static class HtmlCharset
{
    private const int Head = 1024;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' />;");

    /// <summary>
    /// The name in a page's first kilobyte (HTML section 13.2.3.2), or null. UTF-16 and UTF-32 count as none (section 13.2.3.3): what names
    /// them in single bytes is written otherwise. Never throws.
    /// </summary>
    /// <param name="page">The bytes of the page.</param>
    public static string? NamedIn(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, Head)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = head.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = name.IndexOfAny(NameEnds);
        return end <= 0 || IsWide(name) ? null : name[..end].ToString();
    }

    private static bool IsWide(ReadOnlySpan<char> name) =>
        name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase);
}
