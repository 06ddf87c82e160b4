using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Mail;

/// <summary>Mail in a folder, where no server is configured: one file a message.</summary>
public sealed class FolderMailbox(string folder) : IMailbox
{
    /// <summary>Names start so while they are being written.</summary>
    private const char Hidden = '.';

    public string Name => "folder:in";

    public Task<MailboxListing> ListAsync(string? afterUid, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var names = Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>();
        return Task.FromResult(new MailboxListing(0, [.. names.Where(n => n[0] != Hidden).Order(StringComparer.Ordinal)]));
    }

    public async IAsyncEnumerable<MailboxItem> FetchAsync(
        IReadOnlyCollection<string> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var uid in uids)
        {
            var file = new FileInfo(Path.Combine(folder, uid));
            if (!file.Exists)
                continue;
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            yield return new MailboxItem(uid, new DateTimeOffset(file.LastWriteTimeUtc), bytes.Length, bytes);
        }
    }

    /// <summary>Moved to <c>taken</c>, under a name that holds its hash: two files of one name lose nothing.</summary>
    public async Task PutAsideAsync(string uid, CancellationToken cancellationToken)
    {
        var source = Path.Combine(folder, uid);
        if (!File.Exists(source))
            return;
        var taken = Directory.CreateDirectory(Path.Combine(folder, "taken")).FullName;
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(source, cancellationToken)));
        File.Move(source, Path.Combine(taken, $"{hash[..12]}-{uid}"), overwrite: true);
    }
}

/// <summary>Writes each message as a file, under a name made of its bytes: sending it again writes the same file.</summary>
public sealed class FolderSender(string folder) : IMailSender
{
    public async Task<Sending> SendAsync(
        ReadOnlyMemory<byte> message,
        string from,
        string to,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        var hash = Convert.ToHexStringLower(SHA256.HashData(message.Span))[..16];
        var path = Path.Combine(folder, $"{Safe(to)}-{hash}.eml");
        var temporary = Path.Combine(folder, $".{Guid.CreateVersion7():N}.tmp");
        await using (var file = File.Create(temporary))
        {
            await file.WriteAsync(message, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return new Sending.Accepted($"written to {Path.GetFileName(path)}");
    }

    private static string Safe(string address)
    {
        var safe = new StringBuilder(address.Length);
        foreach (var c in address)
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '@' ? c : '_');
        return safe.ToString().TrimStart('.');
    }
}
