using System.Diagnostics;

namespace Secretariat.Tests.Platform;

/// <summary>Programs of the machine that a test asks for; without them it is skipped by name.</summary>
internal static class Programs
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static void SkipWithout(params string[] names)
    {
        foreach (var name in names)
            Assert.SkipUnless(File.Exists($"/usr/bin/{name}"), $"{name} is not installed.");
    }

    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo($"/usr/bin/{name}", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{name}: {await errors}");
        return output;
    }
}

/// <summary>A folder for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secretariat-test-");

    public string FullName => folder.FullName;

    public string Keep(string name, byte[] content)
    {
        var path = Path.Combine(FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string KeepScript(string name, string text)
    {
        var path = Keep(name, System.Text.Encoding.UTF8.GetBytes(text));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
