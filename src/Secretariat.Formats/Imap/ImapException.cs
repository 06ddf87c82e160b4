namespace Secretariat.Formats.Imap;

/// <summary>What went wrong with an IMAP server: one sentence, with the server's words where it gave any.</summary>
public sealed class ImapException(string message, bool connectionIsLost, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>
    /// True when the connection cannot be used further; false when the server merely refused one
    /// command and the next may be tried.
    /// </summary>
    public bool ConnectionIsLost { get; } = connectionIsLost;

    /// <summary>True when the server did not take the access token: another one may help.</summary>
    public bool TokenIsRefused { get; init; }
}
