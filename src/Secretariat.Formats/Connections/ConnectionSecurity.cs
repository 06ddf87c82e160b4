namespace Secretariat.Formats.Connections;

/// <summary>How a connection to a mail server is protected (RFC 8314).</summary>
public enum ConnectionSecurity
{
    /// <summary>TLS from the first byte: ports 993 and 465.</summary>
    Tls,

    /// <summary>Plain at first, TLS by STARTTLS before anything is said; no TLS, no connection.</summary>
    StartTls,

    /// <summary>Never encrypted: for loopback and private networks only.</summary>
    None,
}
