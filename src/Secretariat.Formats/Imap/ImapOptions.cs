using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>The account of a mailbox, and the bounds of what its server may send.</summary>
public sealed class ImapOptions : ConnectionOptions
{
    /// <summary>The largest message that is fetched, in bytes; of a larger one only the size is told.</summary>
    public int MaxMessageBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// The longest response without its literals, in bytes; the answer to a search of a million
    /// messages needs about eight million.
    /// </summary>
    public int MaxLineBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// What the tags of commands begin with. One that no sender of mail can guess keeps the rest of a message that was counted
    /// wrongly from passing for an answer.
    /// </summary>
    public string TagPrefix { get; init; } = "a";

    /// <summary>How many responses may come before a command is done.</summary>
    public int MaxResponses { get; init; } = 100_000;

    /// <summary>The longest time a command may take, however lively the server.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
