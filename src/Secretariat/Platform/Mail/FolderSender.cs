using System.Security.Cryptography;
using System.Text;
using Secretariat.Formats.Smtp;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Mail;

/// <summary>Writes each message as a file, under a name made of its bytes: sending it again writes the same file.</summary>
public sealed class FolderSender(string folder) : IMailSender
{
    public async Task<Sending> SendAsync(ReadOnlyMemory<byte> message, SmtpEnvelope envelope, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(message.Span))[..16];
        var path = Path.Combine(folder, $"{Safe(envelope.Recipient)}-{hash}.eml");
        var temporary = Path.Combine(folder, $".{Guid.CreateVersion7():N}.tmp");
        await using (var file = File.Create(temporary))
        {
            await file.WriteAsync(message, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return new Sending.Accepted(Text.Key("Written to {0}", Path.GetFileName(path)));
    }

    private static string Safe(string address)
    {
        var safe = new StringBuilder(address.Length);
        foreach (var c in address)
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '@' ? c : '_');
        return safe.ToString().TrimStart('.');
    }
}
