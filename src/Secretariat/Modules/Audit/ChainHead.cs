using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;

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
/// the chain after a cut; it never runs ahead. Each database has a file of its own, named after its first load: of two that
/// share a folder, neither binds the other.
/// </summary>
public sealed class ChainHeadFile(SecretariatDb db, Settings settings)
{
    private const string Name = "audit-head-";

    /// <summary>Null for a database that nothing was ever loaded into.</summary>
    public async Task<string?> PathAsync(CancellationToken cancellationToken) =>
        await db.FirstLoads.OrderBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellationToken) is { } id
            ? Path.Combine(settings.Folder, $"{Name}{id:N}")
            : null;

    /// <summary>Whether heads of other databases lie beside.</summary>
    public bool HasOthers() => Directory.Exists(settings.Folder) && Directory.EnumerateFiles(settings.Folder, $"{Name}*").Any();

    /// <exception cref="InvalidDataException">There is such a file and it cannot be understood.</exception>
    public async Task<ChainHead?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await PathAsync(cancellationToken) is not { } path || !File.Exists(path))
            return null;
        return ChainHead.Read(await File.ReadAllTextAsync(path, cancellationToken))
            ?? throw new InvalidDataException($"{path} holds no number and hash. Bring it back from a backup.");
    }

    /// <summary>Written beside and renamed; what another node has written further on stays.</summary>
    public async Task WriteAsync(ChainHead head, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } there && there.Sequence >= head.Sequence)
            return;
        var path =
            await PathAsync(cancellationToken)
            ?? throw new InvalidOperationException("The database does not say when it was first loaded: its head has no name.");
        Directory.CreateDirectory(settings.Folder);
        var temporary = Path.Combine(settings.Folder, $".{Guid.CreateVersion7():N}.tmp");
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes($"{head}\n"), cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
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
