using System.Diagnostics;

namespace Secretariat.Tests.Platform;

/// <summary>The command line as a program of its own, in a folder that is its working directory.</summary>
internal static class Verb
{
    public static Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, [], arguments);

    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder,
        Dictionary<string, string> settings,
        string[] arguments
    )
    {
        using var process = Start(folder, settings, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(string folder, Dictionary<string, string> settings, string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Secretariat.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (
            var name in new[]
            {
                "ConnectionStrings__Database",
                "Site__BaseUrl",
                "Data__Folder",
                "Mail__AuthservId",
                "Alliance__Folder",
            }
        )
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
