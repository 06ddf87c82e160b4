using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Secretariat.Tests.Servers;

/// <summary>
/// A server as a child process with a folder of its own. Server and folder go when this process
/// ends, however it ends: a shell waits for the end of the pipe that only this process holds open.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    private const string Guardian = """
        folder=$1 signal=$2
        shift 2
        trap : INT HUP TERM
        exec 3<&0 4>&2 >/dev/null 2>&1
        "$@" </dev/null >"$folder/output" 2>&1 3<&- 4>&- &
        server=$!
        (read -r _ <&3; while kill -s "$signal" $server; do sleep 1; done) 4>&- &
        watcher=$!
        while kill -0 $server; do wait $server; done
        kill $watcher
        tail -c 4000 "$folder/output" >&4
        rm -rf "$folder"
        """;

    private static int s_lastPort = Random.Shared.Next();

    private readonly Process _guardian;

    private ServerProcess(Process guardian)
    {
        _guardian = guardian;
        // The guardian ends server and folder by itself; waiting for it would make a test run end late, and late counts as failed.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _guardian.StandardInput.Close();
    }

    /// <summary>
    /// Starts a server in the foreground, in its folder; <paramref name="signal"/> ends it, and is
    /// repeated, since a command that still prepares the server may miss it.
    /// </summary>
    public static ServerProcess Start(string folder, string signal, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guardian, "guardian", folder, signal, .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>A folder under the system's temporary one that other users may pass through.</summary>
    public static async Task<string> MakeFolderAsync(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"secretariat-{name}-").FullName;
        await Command.RunAsync("chmod", "a+x", folder);
        return folder;
    }

    /// <summary>
    /// A port that nobody listens on, given out once. It lies below those that the system gives to
    /// outgoing connections, so that none of these takes it before the server does.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = 20_000 + (int)((uint)Interlocked.Increment(ref s_lastPort) % 12_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one, then.
            }
        }
    }

    /// <summary>Waits until the server takes connections.</summary>
    public async Task WaitForAsync(int port)
    {
        for (var attempt = 0; !_guardian.HasExited && attempt < 600; attempt++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        Dispose();
        var said = await _guardian.StandardError.ReadToEndAsync();
        throw new InvalidOperationException($"No server came up on port {port}: {said}");
    }

    public void Dispose()
    {
        if (_guardian.HasExited)
            return;
        _guardian.StandardInput.Close();
        _guardian.WaitForExit(TimeSpan.FromSeconds(20));
    }
}
