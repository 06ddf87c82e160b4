using System.Security.Cryptography;
using System.Text;
using Secretariat.Formats;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>What is read from the raw bytes; can be read again at any time.</summary>
/// <param name="ContentSha256">Of what the sender wrote, without the traces of the way: the same for two copies of a mail.</param>
public sealed record MessageFacts(
    string? InternetMessageId,
    string? FromName,
    string? FromAddress,
    string Subject,
    DateTimeOffset? SentOn,
    string Excerpt,
    string ContentSha256,
    MailKind Kind,
    Origin Origin
)
{
    private const int ExcerptLength = 200;

    /// <summary>More of a text is not looked at for its excerpt: what is new in it stands nearer to its beginning.</summary>
    private const int ExcerptWithin = 200_000;

    public static MessageFacts Of(MimeMessage mail, Origin origin, MailKind kind = MailKind.Ordinary)
    {
        var from = mail.From.Count > 0 ? mail.From[0] : null;
        var written = NewText.Split(WellFormed.Cut(mail.TextBody ?? "", ExcerptWithin)).NewText;
        var text = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new MessageFacts(
            mail.MessageId,
            from?.Name,
            from?.Address,
            mail.Subject,
            mail.Date,
            text.Length > ExcerptLength ? WellFormed.Cut(text, ExcerptLength) + "…" : text,
            ContentOf(mail),
            kind,
            origin
        );
    }

    /// <summary>What the search finds a mail by.</summary>
    public static SearchText SearchTextOf(Guid messageId, MimeMessage mail, IEnumerable<PartText> attached) =>
        SearchText.Of(
            messageId,
            [
                mail.Subject,
                .. NamesOf(mail.From),
                mail.TextBody,
                .. attached.SelectMany(a => new[] { a.Name, a.Text }),
                // Last, since a mail to thousands would leave no room for what it says.
                .. NamesOf(mail.To),
                .. NamesOf(mail.Cc),
            ]
        );

    private static IEnumerable<string?> NamesOf(IEnumerable<MailAddress> addresses) =>
        addresses.SelectMany(a => new[] { a.Name, a.Address });

    /// <summary>What the sender wrote, as a hash: without the traces of the way.</summary>
    public static string ContentOf(MimeMessage mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] parts =
        [
            mail.From.Count > 0 ? mail.From[0].Address.ToLowerInvariant() : null,
            mail.Subject,
            mail.Date?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            mail.TextBody,
            mail.HtmlBody,
            .. mail.Attachments.Select(a => a.Sha256),
        ];
        foreach (var part in parts)
        {
            // Each with its length, so that nothing can move from one to the next.
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
