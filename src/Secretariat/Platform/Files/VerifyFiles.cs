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
        try
        {
            await files.GetAsync(held.Sha256, cancellationToken);
            return null;
        }
        catch (FileNotFoundException)
        {
            return $"File {held.Sha256} of the {held.Record} is missing. Bring it back from a backup.";
        }
        catch (InvalidDataException)
        {
            return $"File {held.Sha256} of the {held.Record} has been changed. Bring it back from a backup.";
        }
    }
}
