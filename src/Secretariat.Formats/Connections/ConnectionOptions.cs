namespace Secretariat.Formats.Connections;

/// <summary>Where a mail server is, how it is reached and who signs in.</summary>
public abstract class ConnectionOptions
{
    /// <summary>Name or address; with TLS the certificate must be made out to it.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port.</summary>
    public required int Port { get; init; }

    /// <summary>Encryption; TLS from the first byte unless said otherwise.</summary>
    public ConnectionSecurity Security { get; init; } = ConnectionSecurity.Tls;

    /// <summary>Account name, or null to connect without signing in.</summary>
    public string? User { get; init; }

    /// <summary>Password of <see cref="User"/>; never part of an error message.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// An OAuth 2.0 access token of <see cref="User"/> (RFC 6750), which takes the place of the password; never part of
    /// an error message.
    /// </summary>
    public string? AccessToken { get; init; }

    /// <summary>Whether password or token may cross an unencrypted connection; otherwise neither is sent.</summary>
    public bool AllowLoginWithoutTls { get; init; }

    /// <summary>
    /// One or more certificates as PEM that are trusted besides the system's own (a private authority
    /// or a self-signed server); names and dates are checked as ever.
    /// </summary>
    public string? TrustedCertificatePem { get; init; }

    /// <summary>The longest silence of the server that is waited for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock of every time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal string Place => $"{Host}:{Port}";
}
