using System.Globalization;
using System.Net.Mime;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What came with a message, as it came: never shown as a page of the platform's own.</summary>
public sealed partial class MessagePartsModel(SecretariatDb db, OpenMail opening, IFileStore files) : PageModel
{
    private const string FramePolicy =
        "default-src 'none'; style-src 'none'; img-src data:; frame-ancestors 'self'; sandbox allow-popups";

    /// <summary>The sender's layout without anything that acts or loads, for the sandboxed frame.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { HtmlBody: { } html } mail)
            return NotFound();
        Response.Headers.ContentSecurityPolicy = FramePolicy;
        var left = MostPictures;
        var safe = CidPicture()
            .Replace(HtmlSanitizer.Sanitize(html), match => $"src=\"{Picture(mail, match.Groups[1].Value, ref left)}\"");
        return Content(
            $"<!DOCTYPE html><html><head><title>–</title></head><body>{safe}</body></html>",
            "text/html; charset=utf-8"
        );
    }

    /// <summary>The bytes exactly as they were received.</summary>
    public async Task<IActionResult> OnGetRawAsync(Guid id, CancellationToken cancellationToken)
    {
        var sha256 = await db.Messages.Where(m => m.Id == id).Select(m => m.RawSha256).SingleOrDefaultAsync(cancellationToken);
        if (sha256 is null)
            return NotFound();
        return File(await files.GetAsync(sha256, cancellationToken), MediaTypeNames.Application.Octet, $"{id}.eml");
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, int index, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } mail || index < 0 || index >= mail.Attachments.Count)
            return NotFound();
        var file = mail.Attachments[index];
        return File(file.Content.ToArray(), MediaTypeNames.Application.Octet, SafeName(file.Name, index));
    }

    private async Task<MimeMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        return message?.RawSha256 is null ? null : await opening.ParseAsync(message, cancellationToken);
    }

    /// <summary>No path, no control character, nothing that a file system takes for a command.</summary>
    private static string SafeName(string? name, int index)
    {
        var safe = Unsafe().Replace(name ?? "", "_").Trim(' ', '.');
        return safe.Length is 0 or > 150 ? string.Create(CultureInfo.InvariantCulture, $"attachment-{index + 1}") : safe;
    }

    /// <summary>A picture that came with the mail, in the page itself; empty where it did not, or where the page would grow too large.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="contentId">How the layout names it.</param>
    /// <param name="left">Bytes of pictures that the page still takes.</param>
    private static string Picture(MimeMessage mail, string contentId, ref long left)
    {
        var file = mail.Attachments.FirstOrDefault(a => a.ContentId == contentId && Pictures.Contains(a.ContentType));
        if (file is null || (left -= file.Size) < 0)
            return "data:,";
        return $"data:{file.ContentType};base64,{Convert.ToBase64String(file.Content.Span)}";
    }

    /// <summary>Bytes of pictures in one page; a layout may name the same picture a hundred thousand times.</summary>
    private const long MostPictures = 20_000_000;

    private static readonly HashSet<string> Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    [GeneratedRegex("src=\"cid:([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex CidPicture();

    [GeneratedRegex(@"[\p{C}\\/:*?""<>|]+", RegexOptions.None, 1000)]
    private static partial Regex Unsafe();
}
