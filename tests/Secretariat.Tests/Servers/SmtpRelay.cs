using System.Net.Sockets;

namespace Secretariat.Tests.Servers;

/// <summary>
/// OpenSMTPD behind <see cref="DovecotServer"/>'s submission service: whatever is submitted ends in a
/// Dovecot account named like the recipient's address, and nothing can leave the machine.
/// </summary>
public sealed class SmtpRelay
{
    private const string Program = "/usr/sbin/smtpd";
    private const string ControlSocket = "/var/run/smtpd.sock";

    private static readonly Lazy<Task<SmtpRelay>> Shared = new(StartAsync);
    private static readonly Lazy<string?> Obstacle = new(FindObstacle);
    private readonly FileStream _turn;

    private SmtpRelay(DovecotServer dovecot, FileStream turn) => (Dovecot, _turn) = (dovecot, turn);

    /// <summary>Why there is no relay here, or null when there is.</summary>
    public static string? WhyMissing => Obstacle.Value;

    /// <summary>Where messages are submitted and where they arrive.</summary>
    public DovecotServer Dovecot { get; }

    /// <summary>Plain SMTP without sign-in.</summary>
    public int Port => Dovecot.RelayPort;

    private static string TurnFile => Path.Combine(Path.GetTempPath(), "secretariat-smtpd.turn");

    public static Task<SmtpRelay> SharedAsync() => Shared.Value;

    private static string? FindObstacle() =>
        !File.Exists(Program) ? "OpenSMTPD is not installed (Debian package opensmtpd)."
        : DovecotServer.WhyMissing is { } reason ? reason
        : IsAnotherRunning() && !IsTurnTaken() ? "Another OpenSMTPD is running, and a machine bears only one."
        : null;

    private static async Task<SmtpRelay> StartAsync()
    {
        var turn = await TakeTurnAsync();
        var dovecot = await DovecotServer.SharedAsync();
        var folder = await ServerProcess.MakeFolderAsync("smtpd");
        var configuration = Path.Combine(folder, "smtpd.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"""
            listen on 127.0.0.1 port {dovecot.RelayPort} hostname localhost
            action "box" relay host "lmtp://127.0.0.1:{dovecot.LmtpPort}"
            match from any for any action "box"

            """
        );
        var server = ServerProcess.Start(folder, "TERM", Program, "-d", "-f", configuration);
        await server.WaitForAsync(dovecot.RelayPort);
        return new SmtpRelay(dovecot, turn);
    }

    // One socket and one queue for the machine: another test run has to end first.
    private static async Task<FileStream> TakeTurnAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(TurnFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 1200)
            {
                await Task.Delay(500);
            }
        }
    }

    private static bool IsTurnTaken()
    {
        try
        {
            using var turn = new FileStream(TurnFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static bool IsAnotherRunning()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(ControlSocket));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
