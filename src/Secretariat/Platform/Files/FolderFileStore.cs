using System.Security.Cryptography;

namespace Secretariat.Platform.Files;

/// <summary>Files in a folder: <c>ab/cdef…</c>, written beside and renamed, so that a cut leaves no half file.</summary>
public sealed class FolderFileStore(string root) : IFileStore
{
    /// <summary>All new ones in one folder, where a file system puts them next to each other: that costs it half as much.</summary>
    private readonly string beside = Path.Combine(root, "new");

    /// <summary>What lies there so long was left by somebody who was stopped.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromDays(1);

    private int swept;

    /// <summary>Beside whoever asks, since the disk is waited for.</summary>
    public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Task.Run(() => Put(bytes.Span), cancellationToken);

    public async Task<byte[]> GetAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
            throw new FileNotFoundException($"The stored file {sha256} is missing. Put it back from a backup.", path);
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new InvalidDataException($"The stored file {sha256} is damaged. Put it back from a backup.");
    }

    public Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(PathOf(sha256)));

    public Task RemoveAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    private string Put(ReadOnlySpan<byte> bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = PathOf(sha256);
        if (File.Exists(path) && IsIntact(path, sha256))
            return sha256;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(beside);
        if (Interlocked.Exchange(ref swept, 1) == 0)
            Sweep();
        var temporary = Path.Combine(beside, Guid.CreateVersion7().ToString("N"));
        using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(temporary, path, overwrite: true);
        return sha256;
    }

    private void Sweep()
    {
        var since = (TimeProvider.System.GetUtcNow() - Left).UtcDateTime;
        foreach (var file in new DirectoryInfo(beside).EnumerateFiles().Where(file => file.LastWriteTimeUtc < since))
            file.Delete();
    }

    private static bool IsIntact(string path, string sha256)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256;
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"“{sha256}” is not a SHA-256.", nameof(sha256));
        return Path.Combine(root, sha256[..2], sha256[2..]);
    }
}
