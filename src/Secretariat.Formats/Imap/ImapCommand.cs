namespace Secretariat.Formats.Imap;

/// <summary>A command, what it is for in an error message, and what the server will ask to go on.</summary>
internal sealed record ImapCommand(string Text, string Purpose, params string[] Continuations)
{
    /// <summary>Printable ASCII in quotes (RFC 3501 section 4.3).</summary>
    public static string Quote(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
