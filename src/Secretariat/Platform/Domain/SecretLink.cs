using System.Text.RegularExpressions;

namespace Secretariat.Platform.Domain;

/// <summary>Links that let their reader act for somebody: <c>/t/KIND-ID.SIGNATURE</c>. They are for their addressee alone.</summary>
public static partial class SecretLink
{
    /// <summary>A text as others may read it, who did not get the message.</summary>
    public static string Hide(string text) => Pattern().Replace(text, "/t/…");

    [GeneratedRegex("/t/[a-z]+-[0-9a-f]{32}\\.[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
