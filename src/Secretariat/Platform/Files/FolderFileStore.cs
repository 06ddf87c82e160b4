using System.Security.Cryptography;

namespace Secretariat.Platform.Files;

/// <summary>Files in a folder: <c>ab/cdef…</c>, written beside and renamed, so that a cut leaves no half file.</summary>
public sealed class FolderFileStore(string root) : IFileStore
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(sha256);
        if (File.Exists(path) && await IsIntactAsync(path, sha256, cancellationToken))
            return sha256;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return sha256;
    }

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

    private static async Task<bool> IsIntactAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == sha256;
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"“{sha256}” is not a SHA-256.", nameof(sha256));
        return Path.Combine(root, sha256[..2], sha256[2..]);
    }
}
