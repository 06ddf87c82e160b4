using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>Mails written down in tests, with LF for CRLF, one byte a character.</summary>
internal static class Mails
{
    public static MimeMessage Read(string mail, MimeLimits? limits = null) => MimeReader.Read(Bytes(mail), limits);

    public static byte[] Bytes(string mail) => Encoding.Latin1.GetBytes(mail.ReplaceLineEndings("\r\n"));

    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
