using System.Diagnostics;
using System.Globalization;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>Python's <c>email</c> package in a process of its own, which does a pass each time it is asked.</summary>
internal sealed class PythonSide : IDisposable
{
    private readonly Process _python;

    public PythonSide(string folder) =>
        _python = Process.Start(
            new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "parse_mail.py"), folder])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    public static string? WhyMissing => Command.Exists("python3") ? null : "python3 is missing: its side is left out.";

    /// <summary>What it decoded (characters of text, bytes of files), and the seconds that it took.</summary>
    public async Task<Pass> PassAsync()
    {
        await _python.StandardInput.WriteLineAsync("go");
        await _python.StandardInput.FlushAsync();
        var said = await _python.StandardOutput.ReadLineAsync();
        return said?.Split(' ') is [var count, var size, var seconds]
            ? new Pass(Number(count), Number(size), Number(seconds))
            : throw new InvalidOperationException($"Python ended: {said}");
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Every message of a folder once.</summary>
internal sealed record Pass(double Messages, double Decoded, double Seconds)
{
    public double PerSecond => Messages / Seconds;
}
