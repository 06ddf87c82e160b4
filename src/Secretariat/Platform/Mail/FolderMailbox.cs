using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Secretariat.Formats.Mime;

namespace Secretariat.Platform.Mail;

/// <summary>
/// Mail in a folder, where no server is configured: one file a message. Its UID is made of its bytes and its name, so that
/// another message under a name used before is another message.
/// </summary>
public sealed class FolderMailbox(string folder, TimeProvider time, SaidOnce said) : IMailbox
{
    /// <summary>Names start so while they are being written.</summary>
    private const char Hidden = '.';

    /// <summary>Where messages lie that are in the record.</summary>
    private const string Taken = "taken";

    private const int HashLength = 12;

    /// <summary>A file that has not changed for so long is not being written any more.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    public string Name => "folder:in";

    public int MaxBytes { get; init; } = MimeLimits.Default.MaxBytes;

    public async Task<IOpenMailbox> OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var (uids, unreadable) = (new List<string>(), new List<Unreadable>());
        foreach (var file in await CompleteAsync(cancellationToken))
        {
            try
            {
                if (await UidOfAsync(file.Path, cancellationToken) is { } uid)
                    uids.Add(uid);
            }
            catch (Exception problem) when (IsOfOneFile(problem))
            {
                unreadable.Add(Say(Path.GetFileName(file.Path), problem));
            }
        }

        return new Opened(this, uids, unreadable);
    }

    /// <summary>Moved to <c>taken</c> under its UID: two files of one name lose nothing.</summary>
    public Task PutAsideAsync(string uid, CancellationToken cancellationToken) =>
        AloneAsync(
            uid,
            async () =>
            {
                var file = PathOf(uid);
                if (await UidOfAsync(file, cancellationToken) != uid)
                    return null;
                var taken = Directory.CreateDirectory(Path.Combine(folder, Taken)).FullName;
                File.Move(file, Path.Combine(taken, uid), overwrite: true);
                return uid;
            }
        );

    /// <summary>A file that nobody lets us open or move stops no other.</summary>
    private async Task<T?> AloneAsync<T>(string uid, Func<Task<T?>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (Exception problem) when (IsOfOneFile(problem))
        {
            Say(uid, problem);
            return null;
        }
    }

    private Unreadable Say(string name, Exception problem)
    {
        said.Say(Name, name, problem.Message);
        return new Unreadable(name, problem.Message);
    }

    private static bool IsOfOneFile(Exception problem) => problem is IOException or UnauthorizedAccessException;

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
            .. new DirectoryInfo(folder)
                .EnumerateFileSystemInfos()
                .Where(entry => entry.Name[0] != Hidden && (entry is FileInfo || IsNamedLikeMail(entry)))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => new Seen(entry.FullName, LengthOf(entry), new DateTimeOffset(entry.LastWriteTimeUtc))),
        ];

    private static bool IsNamedLikeMail(FileSystemInfo entry) =>
        entry.Extension.Equals(".eml", StringComparison.OrdinalIgnoreCase);

    private static long LengthOf(FileSystemInfo entry) =>
        entry is FileInfo { Exists: true, LinkTarget: null } file ? file.Length : 0;

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
        catch (FileNotFoundException) when (new FileInfo(path).LinkTarget is null)
        {
            // Gone since it was listed: nothing to take.
            return null;
        }
    }

    private static string HashOf(byte[] sha256) => Convert.ToHexStringLower(sha256)[..HashLength];

    private string PathOf(string uid) => Path.Combine(folder, uid[(HashLength + 1)..]);

    private sealed class Opened(FolderMailbox mailbox, IReadOnlyList<string> uids, IReadOnlyList<Unreadable> unreadable)
        : IOpenMailbox
    {
        public long UidValidity => 0;

        public IReadOnlyList<string> Uids => uids;

        public IReadOnlyList<Unreadable> Unreadable => unreadable;

        public async IAsyncEnumerable<MailboxItem> FetchAsync(
            IReadOnlyCollection<string> asked,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            foreach (var uid in asked)
            {
                if (await mailbox.AloneAsync(uid, () => mailbox.ReadAsync(uid, cancellationToken)) is { } item)
                    yield return item;
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed record Seen(string Path, long Length, DateTimeOffset Written);
}
