using System.Security.Cryptography;

namespace Secretariat.Platform.Files;

/// <summary>Reads every file that a record rests on, and names the first that is missing or changed.</summary>
public sealed class VerifyFiles(IEnumerable<IHoldFiles> holders, IFileStore files)
{
    public sealed record Outcome(int Checked, string? Difference);

    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var holder in holders)
        {
            await foreach (var held in holder.FilesAsync(cancellationToken))
            {
                if (seen.Add(held.Sha256) && await WhyWrongAsync(held, cancellationToken) is { } difference)
                    return new Outcome(seen.Count, difference);
            }
        }

        return new Outcome(seen.Count, null);
    }

    private async Task<string?> WhyWrongAsync(HeldFile held, CancellationToken cancellationToken)
    {
        if (!await files.HasAsync(held.Sha256, cancellationToken))
            return $"File {held.Sha256} of the {held.Record} is missing. Bring it back from a backup.";
        var bytes = await files.GetAsync(held.Sha256, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == held.Sha256
            ? null
            : $"File {held.Sha256} of the {held.Record} has been changed. Bring it back from a backup.";
    }
}
