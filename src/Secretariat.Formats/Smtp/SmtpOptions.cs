using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Smtp;

/// <summary>A submission server (RFC 6409, RFC 8314) and the account that sends by it.</summary>
public sealed class SmtpOptions : ConnectionOptions
{
    /// <summary>How this side presents itself in EHLO: a domain, or an address in brackets.</summary>
    public string ClientName { get; init; } = "[127.0.0.1]";

    /// <summary>
    /// The longest wait for the answer to a whole message, which a server may examine before it
    /// takes it (RFC 5321 section 4.5.3.2.6 asks for ten minutes).
    /// </summary>
    public TimeSpan AcceptanceTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
