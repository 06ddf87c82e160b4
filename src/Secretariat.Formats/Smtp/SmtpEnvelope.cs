namespace Secretariat.Formats.Smtp;

/// <summary>From whom a message comes and to whom it goes, as servers are told; its header may say otherwise (RFC 5321 section 2.3.1).</summary>
/// <param name="Sender">The return path, without angle brackets; empty for none (RFC 5321 section 4.5.5).</param>
/// <param name="Recipient">The address it goes to, without angle brackets. Of both, servers are told the domain in A-labels (RFC 5890).</param>
public sealed record SmtpEnvelope(string Sender, string Recipient)
{
    /// <summary>
    /// What a delivery report is to call the message (ENVID, RFC 3461 section 4.4), or null: printable ASCII, at most 100
    /// characters once "+" and "=" are written as three each. It is told to servers that offer DSN.
    /// </summary>
    public string? Id { get; init; }
}
