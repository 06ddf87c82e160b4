using System.Net;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Cli;

namespace Secretariat.Platform;

/// <summary>The configuration in force: appsettings.json, environment (<c>Section__Key</c>), command line.</summary>
public sealed record Settings
{
    /// <summary>Where the embedded database, files and mail folders lie.</summary>
    public required string Folder { get; init; }
    public required string Database { get; init; }

    /// <summary>The Alliance as data.</summary>
    public required string AllianceFolder { get; init; }

    /// <summary>The clerk's words, a file per language.</summary>
    public required string ClerkFolder { get; init; }
    public required string BaseUrl { get; init; }

    /// <summary>The reverse proxies in front, whose word on a request's origin counts; none unless named.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];
    public required MailSettings Mail { get; init; }

    public bool IsPublicHttps => BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public static Settings Of(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "var");
        var mail = configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        return new Settings
        {
            Folder = folder,
            Database = configuration.GetConnectionString("Database") ?? $"Data Source={Path.Combine(folder, "secretariat.db")}",
            AllianceFolder =
                configuration["Alliance:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "data", "global-alliance"),
            ClerkFolder = Path.Combine(AppContext.BaseDirectory, "data", "clerk"),
            BaseUrl = (configuration["Site:BaseUrl"] ?? "http://localhost:5080").TrimEnd('/'),
            Proxies = [.. (configuration["Site:Proxies"] ?? "").Split(Separators, Split).Select(ProxyOf)],
            Mail = Checked(mail) with { Folder = Path.GetFullPath(mail.Folder ?? Path.Combine(folder, "mail")) },
        };
    }

    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private static readonly char[] Separators = [',', ' '];

    private static MailSettings Checked(MailSettings mail)
    {
        (string Name, int Value)[] limits =
        [
            (nameof(MimeLimits.MaxBytes), mail.Limits.MaxBytes),
            (nameof(MimeLimits.MaxDepth), mail.Limits.MaxDepth),
            (nameof(MimeLimits.MaxParts), mail.Limits.MaxParts),
            (nameof(MimeLimits.MaxHeaders), mail.Limits.MaxHeaders),
            (nameof(MimeLimits.MaxHeaderLength), mail.Limits.MaxHeaderLength),
            (nameof(MimeLimits.MaxTextBytes), mail.Limits.MaxTextBytes),
        ];
        return Array.Find(limits, l => l.Value < 1) is { Name: not null } wrong
            ? throw new RefusedException($"Mail:Limits:{wrong.Name} is {wrong.Value}; write a number of at least 1.")
            : mail;
    }

    private static IPNetwork ProxyOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new RefusedException(
            $"Site:Proxies names “{text}”, which is no address; write addresses or networks such as 10.0.0.5, 10.1.0.0/16."
        );
}

/// <summary>The functional mailbox and the servers behind it.</summary>
public sealed record MailSettings
{
    /// <summary>The address letters are sent from and answered to.</summary>
    public string Mailbox { get; init; } = "global-alliance@secretariat.example";

    /// <summary>The name beside that address; the alliance's own unless configured.</summary>
    public string? MailboxName { get; init; }
    public string? Folder { get; init; }

    /// <summary>The receiving host whose Authentication-Results count (RFC 8601).</summary>
    public string? AuthservId { get; init; }

    /// <summary>How far a message is followed; what lies beyond stays in its raw bytes.</summary>
    public MimeLimits Limits { get; init; } = new();
    public ServerSettings? Imap { get; init; }

    /// <summary>Further mailboxes that are read, each with the keys of <see cref="Imap"/>.</summary>
    public IReadOnlyList<ServerSettings> Mailboxes { get; init; } = [];
    public ServerSettings? Smtp { get; init; }

    public bool HasImap => Imap is not null || Mailboxes.Count > 0;
}

public sealed record ServerSettings
{
    public required string Host { get; init; }
    public int? Port { get; init; }

    /// <summary>Tls (from the first byte), StartTls or None.</summary>
    public ConnectionSecurity Security { get; init; } = ConnectionSecurity.Tls;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>A PEM file with a certificate to trust besides those of the system.</summary>
    public string? TrustedCertificate { get; init; }

    public bool IsTls => Security is ConnectionSecurity.Tls;

    public string? TrustedPem() => TrustedCertificate is { } path ? File.ReadAllText(path) : null;

    /// <summary>The folder to read, for IMAP; INBOX when none is named.</summary>
    public string? Folder { get; init; }

    /// <summary>More folders to read.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public IReadOnlyList<string> AllFolders =>
        [.. Folder is null && Folders.Count == 0 ? ["INBOX"] : Folders.Prepend(Folder).OfType<string>().Distinct()];
}
