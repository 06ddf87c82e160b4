using System.Buffers;
using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence;

/// <summary>Tells the files that people attach to a message from what their programs add by themselves.</summary>
internal sealed class ProgramParts(MimeMessage message)
{
    /// <summary>Bytes of a picture within the text that is a logo or a sign, whether or not the layout names it; a scan has more.</summary>
    private const int SmallPicture = 20_000;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\"'>) \r\n\t");

    private readonly Lazy<HashSet<string>> shown = new(() => ShownIn(message.HtmlBody ?? ""));

    /// <summary>Signatures, layout, calendar data, pictures that the layout shows, and the message that a report or absence note answers.</summary>
    public bool Hold(MimeAttachment attachment) =>
        attachment.ContentType switch
        {
            "text/calendar" or "application/ics" or "application/applefile" => true,
            "application/pgp-keys" or "application/pgp-encrypted" => true,
            "application/pkcs7-mime"
            or "application/x-pkcs7-mime"
            or "application/octet-stream" when message.TextBody is null && (message.IsEncrypted || message.IsOpaque) => true,
            var type when type.EndsWith("-signature", StringComparison.Ordinal) => true,
            var type when type.StartsWith("text/", StringComparison.Ordinal) => attachment.Part.FileName is null,
            var type when type.StartsWith("message/", StringComparison.Ordinal) => !attachment.Part.IsMessage
                || ReplyKind.Of(message) is not MailKind.Ordinary,
            var type when type.StartsWith("image/", StringComparison.Ordinal) => IsOfLayout(attachment),
            _ => false,
        };

    private bool IsOfLayout(MimeAttachment picture) =>
        picture.IsInline && picture.Size < SmallPicture
        || picture.ContentId is { } id && shown.Value.Contains(id)
        || picture.Part.Headers.Unfolded("Content-Location") is { } place && shown.Value.Contains(place.Trim());

    /// <summary>What a page names as source of its pictures: identifiers behind "cid:" (RFC 2392), and places (RFC 2557).</summary>
    private static HashSet<string> ShownIn(string html)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mark in (string[])["cid:", "src=\"", "src='"])
            for (var i = 0; (i = html.IndexOf(mark, i, StringComparison.OrdinalIgnoreCase)) >= 0; )
            {
                i += mark.Length;
                var end = html.AsSpan(i).IndexOfAny(Ends);
                var name = end < 0 ? html[i..] : html.Substring(i, end);
                names.Add(name);
                names.Add(Uri.UnescapeDataString(name));
            }
        return names;
    }
}
