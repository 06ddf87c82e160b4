using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Secretariat.Formats.Mime;

namespace Secretariat.Platform.Mail;

/// <summary>
/// Mail in a folder, where no server is configured: one file a message. Its UID is made of its bytes and its name, so that
/// another message under a name used before is another message.
/// </summary>
public sealed class FolderMailbox(string folder, TimeProvider time) : IMailbox
{
    /// <summary>Names start so while they are being written.</summary>
    private const char Hidden = '.';

    private const int HashLength = 12;

    /// <summary>A file that has not changed for so long is not being written any more.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    public string Name => "folder:in";

    public int MaxBytes { get; init; } = MimeLimits.Default.MaxBytes;

    public async Task<MailboxListing> ListAsync(string? afterUid, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var uids = new List<string>();
        foreach (var file in await CompleteAsync(cancellationToken))
        {
            if (await UidOfAsync(file.Path, cancellationToken) is { } uid)
                uids.Add(uid);
        }

        return new MailboxListing(0, uids);
    }

    public async IAsyncEnumerable<MailboxItem> FetchAsync(
        MailboxListing listing,
        IReadOnlyCollection<string> uids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var uid in uids)
        {
            if (await ReadAsync(uid, cancellationToken) is { } item)
                yield return item;
        }
    }

    /// <summary>Moved to <c>taken</c> under its UID: two files of one name lose nothing.</summary>
    public async Task PutAsideAsync(string uid, CancellationToken cancellationToken)
    {
        var file = PathOf(uid);
        if (await UidOfAsync(file, cancellationToken) != uid)
            return;
        var taken = Directory.CreateDirectory(Path.Combine(folder, "taken")).FullName;
        File.Move(file, Path.Combine(taken, uid), overwrite: true);
    }

    /// <summary>A file that changed just now may still grow: it is taken if it stays as it is, else in a later round.</summary>
    private async Task<IReadOnlyList<Seen>> CompleteAsync(CancellationToken cancellationToken)
    {
        var seen = Look();
        if (seen.All(IsQuiet))
            return seen;
        await Task.Delay(Quiet, time, cancellationToken);
        var again = Look().ToHashSet();
        return [.. seen.Where(file => IsQuiet(file) || again.Contains(file))];
    }

    private bool IsQuiet(Seen file) => time.GetUtcNow() - file.Written >= Quiet;

    private IReadOnlyList<Seen> Look() =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(file => Path.GetFileName(file)[0] != Hidden)
                .Order(StringComparer.Ordinal)
                .Select(file => new FileInfo(file))
                .Where(file => file.Exists)
                .Select(file => new Seen(file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc))),
        ];

    /// <summary>Null for a file that has gone meanwhile, or is another one by now.</summary>
    private async Task<MailboxItem?> ReadAsync(string uid, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(uid));
        if (await UidOfAsync(file.FullName, cancellationToken) != uid)
            return null;
        var written = new DateTimeOffset(file.LastWriteTimeUtc);
        if (file.Length > MaxBytes)
            return new MailboxItem(uid, written, file.Length, null);
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        return HashOf(SHA256.HashData(bytes)) == uid[..HashLength] ? new MailboxItem(uid, written, bytes.Length, bytes) : null;
    }

    private static async Task<string?> UidOfAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return $"{HashOf(await SHA256.HashDataAsync(file, cancellationToken))}-{Path.GetFileName(path)}";
        }
        catch (FileNotFoundException)
        {
            // Gone since it was listed: nothing to take.
            return null;
        }
    }

    private static string HashOf(byte[] sha256) => Convert.ToHexStringLower(sha256)[..HashLength];

    private string PathOf(string uid) => Path.Combine(folder, uid[(HashLength + 1)..]);

    private sealed record Seen(string Path, long Length, DateTimeOffset Written);
}
