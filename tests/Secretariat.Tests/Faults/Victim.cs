using System.Diagnostics;

namespace Secretariat.Tests.Faults;

/// <summary>The program as a process of its own, ended by <c>kill -9</c> after a while.</summary>
internal sealed class Victim(string folder, string database, IReadOnlyDictionary<string, string> settings)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Secretariat.dll");

    /// <summary>Runs the verb; kills it after that time unless it has ended by then.</summary>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> RunAsync(TimeSpan? killAfter, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. verb])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Data__Folder"] = folder;
        start.Environment["ConnectionStrings__Database"] = database;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var killed = killAfter is { } limit && !process.WaitForExit(limit);
        if (killed)
            process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        if (!killed && process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', verb)} ended with {process.ExitCode}: {await errors}");
        return killed;
    }

    /// <summary>How long the verb takes from start to end when nobody interferes.</summary>
    public async Task<TimeSpan> TimeAsync(params string[] verb)
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(null, verb);
        return watch.Elapsed;
    }
}
