namespace Secretariat.Formats.Smtp;

/// <summary>
/// Why there is no connection, or none any more: one sentence, with the server's words where it gave
/// any. Whenever it is thrown, the server has taken no message, and it is safe to try again.
/// </summary>
public sealed class SmtpSessionException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True when the server did not take the access token: another one may help.</summary>
    public bool TokenIsRefused { get; init; }
}
