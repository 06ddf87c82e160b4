using System.Diagnostics;

namespace Secretariat.Platform.Pdf;

/// <summary>A headless Chromium of our own that ends with us, and its profile with it.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    // The shell waits for the end of its input, which also comes when this process is killed, and then cleans up.
    // Its own standard error is closed first, so that the end of Chromium's is seen here as its end. The whole group is ended, for
    // what is started may be a script that waits for the browser.
    private const string Script = """
        profile=$1; shift
        setsid "$@" >/dev/null &
        child=$!
        exec 2>/dev/null
        cat >/dev/null
        kill -KILL -$child || kill -KILL $child
        wait $child
        rm -rf -- "$profile" || { sleep 1; rm -rf -- "$profile"; }
        """;

    private const string Announcement = "DevTools listening on ";

    private static readonly string[] Arguments =
    [
        "--headless",
        "--remote-debugging-port=0",
        "--disable-gpu",
        "--disable-quic",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-default-browser-check",
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly Process shell;

    private ChromiumProcess(Process shell) => this.shell = shell;

    public static ChromiumProcess Start(string chromium)
    {
        var profile = Directory.CreateTempSubdirectory("secretariat-chromium-").FullName;
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["-c", Script, "sh", profile, chromium, $"--user-data-dir={profile}", .. Arguments])
            start.ArgumentList.Add(argument);

        // Chromium refuses its sandbox to root, as whom a container often runs.
        if (Environment.UserName is "root")
            start.ArgumentList.Add("--no-sandbox");
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{chromium} could not be started."));
    }

    /// <summary>Waits until Chromium says where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended first; the message has its last words.</exception>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        var last = "";
        while (await shell.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = DrainAsync();
                return new(line[Announcement.Length..].Trim());
            }
            last = line.Length > 0 ? line : last;
        }
        throw new InvalidOperationException($"Chromium ended before it was ready. Its last words: {last}");
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    // Chromium would stop at a full pipe.
    private async Task DrainAsync()
    {
        while (await shell.StandardError.ReadLineAsync() is not null) { }
    }
}
