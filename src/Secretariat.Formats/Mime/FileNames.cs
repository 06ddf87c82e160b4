namespace Secretariat.Formats.Mime;

/// <summary>Names of attachments as they may be shown.</summary>
internal static class FileNames
{
    private const int MaxLength = 1000;

    /// <summary>The name without control characters and without the marks that turn the reading direction to disguise an ending, or null.</summary>
    public static string? Clean(string? name)
    {
        if (name is null)
            return null;
        var clean = string.Concat(
                name.Where(c =>
                    !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')
                )
            )
            .Trim();
        return clean.Length is 0 ? null : clean[..Math.Min(clean.Length, MaxLength)];
    }

    /// <summary>A name for parts that have none but mean something to the reader.</summary>
    public static string? Default(MimePart part) =>
        part.ContentType switch
        {
            "text/calendar" => "calendar.ics",
            "text/vcard" or "text/x-vcard" or "text/directory" => "contact.vcf",
            "text/rfc822-headers" => "headers.txt",
            "text/html" => "text.html",
            "message/delivery-status" => "delivery-status.txt",
            "message/disposition-notification" => "disposition-notification.txt",
            _ when part.IsMessage => Clean(
                $"{(part.Children is [var message] ? message.Headers.Value("Subject") : null) ?? "message"}.eml"
            ),
            _ when part.ContentType.StartsWith("text/", StringComparison.Ordinal) => "text.txt",
            _ => null,
        };
}
