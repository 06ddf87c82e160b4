using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Mail;

/// <summary>
/// Mail in a folder, where no server is configured: one file a message. Its UID is made of its bytes and its name, so that
/// another message under a name used before is another message.
/// </summary>
public sealed class FolderMailbox(string folder) : IMailbox
{
    /// <summary>Names start so while they are being written.</summary>
    private const char Hidden = '.';

    private const int HashLength = 12;

    public string Name => "folder:in";

    public async Task<MailboxListing> ListAsync(string? afterUid, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var uids = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file)[0] != Hidden && await ReadAsync(file, cancellationToken) is { } bytes)
                uids.Add(UidOf(file, bytes));
        }

        return new MailboxListing(0, uids);
    }

    public async IAsyncEnumerable<MailboxItem> FetchAsync(
        IReadOnlyCollection<string> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var uid in uids)
        {
            var file = PathOf(uid);
            if (await ReadAsync(file, cancellationToken) is { } bytes && UidOf(file, bytes) == uid)
                yield return new MailboxItem(uid, new DateTimeOffset(File.GetLastWriteTimeUtc(file)), bytes.Length, bytes);
        }
    }

    /// <summary>Moved to <c>taken</c> under its UID: two files of one name lose nothing.</summary>
    public async Task PutAsideAsync(string uid, CancellationToken cancellationToken)
    {
        var file = PathOf(uid);
        if (await ReadAsync(file, cancellationToken) is not { } bytes || UidOf(file, bytes) != uid)
            return;
        var taken = Directory.CreateDirectory(Path.Combine(folder, "taken")).FullName;
        File.Move(file, Path.Combine(taken, uid), overwrite: true);
    }

    private static string UidOf(string file, byte[] bytes) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength]}-{Path.GetFileName(file)}";

    private string PathOf(string uid) => Path.Combine(folder, uid[(HashLength + 1)..]);

    /// <summary>Null for a file that has gone meanwhile.</summary>
    private static async Task<byte[]?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
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
