using System.Buffers.Text;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Secretariat.Tests.Servers;

/// <summary>
/// Dovecot with IMAP, LMTP and submission, one for the whole test run. Every account exists, with
/// the same password, and is empty at first: a test takes a name of its own.
/// </summary>
public sealed class DovecotServer
{
    public const string Password = "secret";

    private const string Script = """
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
            -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key.pem -out cert.pem &&
        exec /usr/sbin/dovecot -F -c dovecot.conf
        """;

    private static readonly Lazy<Task<DovecotServer>> Shared = new(StartAsync);
    private readonly string _folder;
    private readonly byte[] _tokenKey = RandomNumberGenerator.GetBytes(32);

    private DovecotServer(string folder) => _folder = folder;

    /// <summary>Why there is no Dovecot here, or null when there is.</summary>
    public static string? WhyMissing =>
        MissingPackage() is { } package ? $"Dovecot is not installed (Debian package {package})."
        : !Command.Exists("openssl") ? "openssl is not installed."
        : !Environment.IsPrivilegedProcess ? "Dovecot can only be started by root."
        : null;

    /// <summary>IMAP, plain at first, with STARTTLS.</summary>
    public int ImapPort { get; } = ServerProcess.FreePort();

    /// <summary>IMAP over TLS from the first byte.</summary>
    public int ImapsPort { get; } = ServerProcess.FreePort();

    /// <summary>Submission, plain at first, with STARTTLS; needs <see cref="SmtpRelay"/>.</summary>
    public int SubmissionPort { get; } = ServerProcess.FreePort();

    /// <summary>Submission over TLS from the first byte; needs <see cref="SmtpRelay"/>.</summary>
    public int SubmissionsPort { get; } = ServerProcess.FreePort();

    /// <summary>Where <see cref="SmtpRelay"/> delivers.</summary>
    public int LmtpPort { get; } = ServerProcess.FreePort();

    /// <summary>Where <see cref="SmtpRelay"/> listens.</summary>
    public int RelayPort { get; } = ServerProcess.FreePort();

    /// <summary>The server's own certificate, for localhost and 127.0.0.1; nobody else trusts it.</summary>
    public string CertificatePem { get; private set; } = "";

    public static Task<DovecotServer> SharedAsync() => Shared.Value;

    /// <summary>Lays messages into an account's inbox, as they are and in this order.</summary>
    public async Task PutAsync(string user, params byte[][] messages)
    {
        var home = Path.Combine(_folder, "home", user.ToLowerInvariant()); // as Dovecot reads names
        var maildir = Path.Combine(home, "Maildir");
        string[] parts = [.. new[] { "cur", "new", "tmp" }.Select(p => Path.Combine(maildir, p))];
        foreach (var part in parts)
            Directory.CreateDirectory(part);
        // The name begins with the time, by which Dovecot orders, and ends with both sizes, as it writes what it delivers.
        var names = messages.Select(m => $"{Guid.CreateVersion7():N}.localhost,S={m.Length},W={SizeOnTheWire(m)}").ToList();
        // A file is complete before it is seen.
        foreach (var (name, message) in names.Zip(messages))
            await File.WriteAllBytesAsync(Path.Combine(maildir, "tmp", name), message);
        await Command.RunAsync("chown", ["nobody:nogroup", home, maildir, .. parts, .. names.Select(Temporary)]);
        foreach (var name in names)
            File.Move(Temporary(name), Path.Combine(maildir, "new", name));

        string Temporary(string name) => Path.Combine(maildir, "tmp", name);
    }

    /// <summary>With the CR that every line end has there (RFC 9051 section 2.2).</summary>
    private static int SizeOnTheWire(ReadOnlySpan<byte> message) =>
        message.Length + message.Count((byte)'\n') - message.Count("\r\n"u8);

    /// <summary>What somebody does at the same mailbox with a program of their own: IMAP commands, each of which must be done.</summary>
    /// <returns>All that the server said.</returns>
    public async Task<string> ActAsync(string user, params string[] commands)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", ImapPort);
        string[] all = [$"LOGIN {user} {Password}", .. commands, "LOGOUT"];
        var lines = string.Concat(all.Select((command, i) => $"t{i} {command}\r\n"));
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(lines));
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        var said = await reader.ReadToEndAsync();
        foreach (var (i, command) in all.Index())
        {
            if (!said.Contains($"\r\nt{i} OK", StringComparison.Ordinal))
                throw new InvalidOperationException($"{command} was not done: {said}");
        }

        return said;
    }

    /// <summary>An access token (a JSON Web Token, RFC 7519) that the server takes until then, unless it is signed by somebody else.</summary>
    public string TokenFor(string user, DateTimeOffset until, bool isOurs = true)
    {
        var payload = JsonSerializer.Serialize(
            new
            {
                sub = user,
                email = user,
                iat = until.AddHours(-2).ToUnixTimeSeconds(),
                exp = until.ToUnixTimeSeconds(),
            }
        );
        var signed = $"{Part("""{"alg":"HS256","typ":"JWT"}""")}.{Part(payload)}";
        var key = isOurs ? _tokenKey : RandomNumberGenerator.GetBytes(32);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";

        static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    private async Task TakeTokensAsync()
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "keys", "default", "HS256"));
        await File.WriteAllTextAsync(Path.Combine(keys.FullName, "default"), Convert.ToBase64String(_tokenKey));
        var settings = $"introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix={_folder}/keys/\n";
        await File.WriteAllTextAsync(Path.Combine(_folder, "oauth2.conf"), settings);
    }

    private static string? MissingPackage() =>
        new[] { ("imap", "imapd"), ("lmtp", "lmtpd"), ("submission", "submissiond") }
            .Where(part => !File.Exists($"/usr/lib/dovecot/{part.Item1}"))
            .Select(part => $"dovecot-{part.Item2}")
            .FirstOrDefault();

    private static async Task<DovecotServer> StartAsync()
    {
        var dovecot = new DovecotServer(await ServerProcess.MakeFolderAsync("dovecot"));
        var home = Directory.CreateDirectory(Path.Combine(dovecot._folder, "home"));
        await Command.RunAsync("chown", "nobody:nogroup", home.FullName);
        var configuration = Path.Combine(dovecot._folder, "dovecot.conf");
        await File.WriteAllTextAsync(configuration, dovecot.Configuration());
        await dovecot.TakeTokensAsync();
        var server = ServerProcess.Start(dovecot._folder, "TERM", "sh", "-c", Script);
        await server.WaitForAsync(dovecot.ImapPort);
        await server.WaitForAsync(dovecot.LmtpPort);
        var certificate = Path.Combine(dovecot._folder, "cert.pem");
        dovecot.CertificatePem = await File.ReadAllTextAsync(certificate);
        return dovecot;
    }

    private string Configuration() =>
        $$"""
            base_dir = {{_folder}}/run
            state_dir = {{_folder}}/state
            log_path = /dev/stderr
            protocols = imap lmtp submission
            listen = 127.0.0.1
            hostname = localhost
            ssl = required
            ssl_cert = <{{_folder}}/cert.pem
            ssl_key = <{{_folder}}/key.pem
            disable_plaintext_auth = yes
            auth_mechanisms = plain login xoauth2 oauthbearer
            auth_failure_delay = 0
            mail_max_userip_connections = 100
            first_valid_uid = 1
            mail_location = maildir:{{_folder}}/home/%u/Maildir
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = {{_folder}}/oauth2.conf
            }
            passdb {
              driver = static
              mechanisms = plain login
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{_folder}}/home/%u allow_all_users=yes
            }
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service imap-login {
              inet_listener imap {
                port = {{ImapPort}}
              }
              inet_listener imaps {
                port = {{ImapsPort}}
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {{LmtpPort}}
              }
            }
            submission_relay_host = 127.0.0.1
            submission_relay_port = {{RelayPort}}
            submission_relay_trusted = yes
            service submission-login {
              inet_listener submission {
                port = {{SubmissionPort}}
              }
              inet_listener submissions {
                port = {{SubmissionsPort}}
                ssl = yes
              }
            }

            """;
}
