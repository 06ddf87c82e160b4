using System.Diagnostics;
using System.Text;

namespace Secretariat.Platform.Pdf;

/// <summary>What a program says while it runs: read to its end, since it waits once a pipe is full, and of that the first line kept.</summary>
internal static class ProgramWords
{
    private const int Most = 200;

    /// <summary>The first line of what it says of errors, or else of anything.</summary>
    public static async Task<string> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        var output = ReadAsync(process.StandardOutput, cancellationToken);
        var errors = ReadAsync(process.StandardError, cancellationToken);
        await Task.WhenAll(output, errors);
        return await errors is { Length: > 0 } said ? said : await output;
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (kept, piece) = (new StringBuilder(), new char[4096]);
        int count;
        while ((count = await reader.ReadAsync(piece, cancellationToken)) > 0)
            kept.Append(piece, 0, Math.Min(count, Most - kept.Length));
        return new string([.. kept.ToString().Trim().TakeWhile(c => !char.IsControl(c))]);
    }
}
