using System.Diagnostics;

namespace Secretariat.Tests.Faults;

/// <summary>A program of ours as a process of its own, ended by <c>kill -9</c>.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    public Victim(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = settings["Data__Folder"],
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until it says that line, or one that begins so.</summary>
    public async Task HearAsync(string line)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } said)
        {
            if (said.StartsWith(line, StringComparison.Ordinal))
                return;
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"It ended with {process.ExitCode} and never said “{line}”: {await errors}");
    }

    /// <summary>Lets it begin.</summary>
    public Task SayAsync(string line) => process.StandardInput.WriteLineAsync(line);

    /// <summary>Kills it after that time unless it has ended by then.</summary>
    /// <returns>Whether it was killed.</returns>
    public async Task<bool> KillAfterAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            await EndAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return true;
        }
    }

    /// <summary>Waits for its end, which has to be a good one.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"It ended with {process.ExitCode}: {await errors}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
