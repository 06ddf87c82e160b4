using Secretariat.Formats.Connections;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Cli;

namespace Secretariat.Platform.Mail;

/// <summary>The functional mailbox and the servers behind it.</summary>
public sealed record MailSettings
{
    /// <summary>The address letters are sent from and answered to.</summary>
    public string Mailbox { get; init; } = "global-alliance@secretariat.example";

    /// <summary>The host of that address, which ends the Message-IDs of what is written here.</summary>
    public string MailboxHost => Mailbox.Split('@')[^1];

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

    /// <summary>The most messages of the outbox that go to one domain in a minute.</summary>
    public int PerDomainPerMinute { get; init; } = 30;

    /// <summary>Reminders, invitations and the like wait for the office hours of their country.</summary>
    public bool QuietHours { get; init; } = true;

    /// <summary>For every server with a user and without a password or an OAuth of its own.</summary>
    public OAuthSettings? OAuth { get; init; }

    public MailSettings WithOAuth() =>
        this with
        {
            Imap = Imap?.Or(OAuth),
            Mailboxes = [.. Mailboxes.Select(m => m.Or(OAuth))],
            Smtp = Smtp?.Or(OAuth),
        };

    /// <exception cref="RefusedException">A limit is none.</exception>
    public MailSettings Checked()
    {
        (string Name, int Value)[] limits =
        [
            (nameof(PerDomainPerMinute), PerDomainPerMinute),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxBytes)}", Limits.MaxBytes),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxDepth)}", Limits.MaxDepth),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxParts)}", Limits.MaxParts),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxHeaders)}", Limits.MaxHeaders),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxHeaderLength)}", Limits.MaxHeaderLength),
            ($"{nameof(Limits)}:{nameof(MimeLimits.MaxTextBytes)}", Limits.MaxTextBytes),
        ];
        return Array.Find(limits, l => l.Value < 1) is { Name: not null } wrong
            ? throw new RefusedException($"Mail:{wrong.Name} is {wrong.Value}; write a number of at least 1.")
            : this;
    }

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

    /// <summary>Signs in by access token instead of a password.</summary>
    public OAuthSettings? OAuth { get; init; }

    public ServerSettings Or(OAuthSettings? shared) =>
        OAuth is null && User is not null && Password is null ? this with { OAuth = shared } : this;

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
