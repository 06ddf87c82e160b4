using System.Globalization;
using System.Text;
using Secretariat.Platform;

namespace Secretariat.Modules.Audit;

/// <summary>Number and hash of the newest sealed entry, written <c>1523:3fa9…</c>.</summary>
public sealed record ChainHead(long Sequence, string Hash)
{
    public static ChainHead? Read(string text) =>
        text.Trim().Split(':') is [var number, { Length: 64 } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new ChainHead(sequence, hash)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");
}

/// <summary>
/// Keeps the head in a file outside the database, so that entries cut off at the end of the chain are noticed. The file may lag behind
/// the chain after a cut; it never runs ahead.
/// </summary>
public sealed class ChainHeadFile(Settings settings)
{
    public string Path { get; } = System.IO.Path.Combine(settings.Folder, "audit-head");

    /// <exception cref="InvalidDataException">There is such a file and it cannot be understood.</exception>
    public async Task<ChainHead?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
            return null;
        return ChainHead.Read(await File.ReadAllTextAsync(Path, cancellationToken))
            ?? throw new InvalidDataException($"{Path} holds no number and hash. Bring it back from a backup.");
    }

    /// <summary>Written beside and renamed; what another node has written further on stays.</summary>
    public async Task WriteAsync(ChainHead head, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } there && there.Sequence >= head.Sequence)
            return;
        Directory.CreateDirectory(settings.Folder);
        var temporary = $"{Path}.{Guid.CreateVersion7():N}.tmp";
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes($"{head}\n"), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path, overwrite: true);
    }

    /// <summary>Why a chain that ends in this head has lost entries, or null.</summary>
    /// <param name="noted">A head that was once the newest.</param>
    /// <param name="hashThere">The hash that the chain has at that number, null where it is shorter.</param>
    public static string? WhyLost(ChainHead noted, long length, string? hashThere) =>
        hashThere == noted.Hash ? null
        : hashThere is null
            ? $"The audit chain ends with entry {length}, but entry {noted.Sequence} had been sealed: the newest entries are missing. Restore the database from a backup."
        : $"Audit entry {noted.Sequence} is not the one that had been sealed there. Restore the database from a backup.";
}
