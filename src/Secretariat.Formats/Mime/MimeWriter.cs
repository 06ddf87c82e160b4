using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Writes mail that every relay carries unchanged: seven bits, CRLF, lines within 78 characters (RFC 5322 section 2.1.1).</summary>
/// <remarks>Of a recipient whose local part is beyond ASCII the header is UTF-8 (RFC 6532), for servers that offer SMTPUTF8.</remarks>
public static class MimeWriter
{
    private static readonly HashSet<string> OwnFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "In-Reply-To",
        "References",
        "MIME-Version",
    };

    /// <summary>The message as bytes. The same mail always gives the same bytes.</summary>
    /// <exception cref="ArgumentException">A header value holds a line break or another control character, an address or identifier is malformed, an extra field is one the mail has a place for, or the method of a calendar is no word.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var output = new StringBuilder();
        var header = new HeaderWriter(output);
        header.Text(
            "Date",
            mail.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(mail.Date.Offset)
        );
        header.Address("From", mail.From);
        header.Address("To", mail.To, inUtf8: true);
        if (mail.ReplyTo is { } replyTo)
            header.Address("Reply-To", replyTo);
        header.Text("Subject", mail.Subject);
        if (!mail.MessageId.Contains('@', StringComparison.Ordinal))
            throw new ArgumentException($"'{mail.MessageId}' has no \"@\".", nameof(mail));
        header.Ids("Message-ID", [mail.MessageId]);
        if (mail.InReplyTo is { } inReplyTo)
            header.Ids("In-Reply-To", [inReplyTo]);
        if (mail.References.Count > 0)
            header.Ids("References", mail.References);
        foreach (var (name, value) in mail.ExtraHeaders)
            WriteExtra(header, name, value);
        output.Append("MIME-Version: 1.0\r\n");
        WriteContent(output, mail);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    /// <summary>
    /// Whether an identifier that another program made can stand in In-Reply-To and References (RFC 5322 section 3.6.4), where it is
    /// repeated as it came: 1 to 900 characters of printable ASCII, without blanks and angle brackets, with an "@" or without.
    /// </summary>
    /// <param name="id">The identifier without brackets.</param>
    public static bool CanAnswer(string id) => MessageIds.IsWritable(id);

    private static void WriteExtra(HeaderWriter header, string name, string value)
    {
        if (OwnFields.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The header field {name} is written by the mail itself.", nameof(name));
        header.Field(name, value);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static void WriteContent(StringBuilder output, OutgoingMail mail)
    {
        // "=_" can stand in no line of quoted-printable or base64 text (RFC 2045 section 6.7), so the boundary needs no search.
        var boundary = $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..32]}";
        if (mail.Attachments.Count is 0)
        {
            WriteText(output, mail, $"{boundary}_a");
            return;
        }
        output.Append(
            CultureInfo.InvariantCulture,
            $"Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n"
        );
        WriteText(output, mail, $"{boundary}_a");
        foreach (var attachment in mail.Attachments)
        {
            output.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
            WriteAttachment(output, attachment);
        }
        output.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");
    }

    /// <summary>One form of the text, or several, the plainest first (RFC 2046 section 5.1.4).</summary>
    private static void WriteText(StringBuilder output, OutgoingMail mail, string boundary)
    {
        if (mail.Html is null && mail.Calendar is null)
        {
            TextWriting.Write(output, "text/plain", mail.Text);
            return;
        }
        output.Append(
            CultureInfo.InvariantCulture,
            $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n"
        );
        TextWriting.Write(output, "text/plain", mail.Text);
        if (mail.Html is { } html)
        {
            output.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
            TextWriting.Write(output, "text/html", html);
        }
        if (mail.Calendar is { } calendar)
        {
            output.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
            WriteCalendar(output, calendar);
        }
        output.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");
    }

    private static void WriteCalendar(StringBuilder output, OutgoingCalendar calendar)
    {
        HeaderWriter.RequireToken(calendar.Method);
        output
            .Append("Content-Type: text/calendar; charset=utf-8; method=")
            .Append(calendar.Method)
            .Append("\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        TextWriting.AppendBase64(output, calendar.Content.Span);
    }

    private static void WriteAttachment(StringBuilder output, OutgoingAttachment attachment)
    {
        HeaderWriter.RequireMediaType(attachment.ContentType);
        output
            .Append("Content-Type: ")
            .Append(attachment.ContentType)
            .Append("\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment");
        HeaderWriter.Parameter(output, "filename", attachment.Name);
        output.Append("\r\n\r\n");
        TextWriting.AppendBase64(output, attachment.Content.Span);
    }
}
