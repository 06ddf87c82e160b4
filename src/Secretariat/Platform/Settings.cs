using System.Net;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Pdf;

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
    public required PdfOptions Pdf { get; init; }

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
            Pdf = configuration.GetSection("Pdf").Get<PdfOptions>() ?? new PdfOptions(),
            Mail = mail.Checked().WithOAuth() with { Folder = Path.GetFullPath(mail.Folder ?? Path.Combine(folder, "mail")) },
        };
    }

    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private static readonly char[] Separators = [',', ' '];

    private static IPNetwork ProxyOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new RefusedException(
            $"Site:Proxies names “{text}”, which is no address; write addresses or networks such as 10.0.0.5, 10.1.0.0/16."
        );
}
