using System.Security.Cryptography;
using Secretariat.Formats.Imap;
using Secretariat.Formats.Mime;

namespace Secretariat.Platform.Mail;

/// <summary>An account on an IMAP server, signed in to by password or by token.</summary>
public sealed class ImapServer(ServerSettings settings, AccessTokens? tokens = null)
{
    /// <summary>The largest message that is fetched.</summary>
    public int MaxBytes { get; init; } = MimeLimits.Default.MaxBytes;

    /// <summary>What the tags of commands begin with: nobody who writes a mail knows it.</summary>
    public string TagPrefix { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    public string NameOf(string folder) => $"imap://{settings.User}@{settings.Host}/{folder}";

    public Task<ImapClient> ConnectAsync(CancellationToken cancellationToken) =>
        tokens is null
            ? ConnectAsync(null, cancellationToken)
            : tokens.SignInAsync(
                token => ConnectAsync(token, cancellationToken),
                refused => refused is ImapException { TokenIsRefused: true },
                cancellationToken
            );

    private Task<ImapClient> ConnectAsync(string? token, CancellationToken cancellationToken) =>
        ImapClient.ConnectAsync(
            new ImapOptions
            {
                Host = settings.Host,
                Port = settings.Port ?? (settings.IsTls ? 993 : 143),
                Security = settings.Security,
                User = settings.User,
                Password = settings.Password,
                AccessToken = token,
                MaxMessageBytes = MaxBytes,
                TagPrefix = TagPrefix,
                TrustedCertificatePem = settings.TrustedPem(),
            },
            cancellationToken
        );
}
