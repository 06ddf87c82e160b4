using System.Globalization;

namespace Secretariat.Formats.Imap;

/// <summary>
/// Gathers one message from FETCH responses, which a server may split, repeat for a change of flags,
/// or send about other messages (RFC 3501 section 7.4.2).
/// </summary>
internal sealed class FetchedItem(uint uid)
{
    private const string Body = "BODY[]";

    private static readonly string[] Asked = ["RFC822.SIZE", "INTERNALDATE", Body];

    private readonly Dictionary<string, ImapValue> _data = new(StringComparer.OrdinalIgnoreCase);
    private bool _isClosed;
    private bool _isBroken;

    public uint Uid => uid;

    public ImapCommand Command { get; } =
        new($"UID FETCH {uid} (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])", $"to hand out message {uid}");

    /// <summary>How many bytes of it are held.</summary>
    public long Kept => _data.GetValueOrDefault(Body)?.Literal?.Bytes?.Length ?? 0;

    /// <summary>Whether the server said anything of the message that was asked for.</summary>
    public bool IsThere => _data.Count > 0;

    /// <summary>The message, or null when its content was not given.</summary>
    public ImapItem? Item =>
        _data.GetValueOrDefault(Body)?.Bytes is { } body ? new ImapItem(uid, InternalDate, body.Size, body.Bytes) : null;

    /// <summary>
    /// Whether the content ends where the server said, as far as can be told: what follows a literal goes on with the
    /// list, and the list is closed or the size is right. Sizes alone prove nothing, since some servers estimate them.
    /// </summary>
    public bool IsWhole => !_isBroken && (_isClosed || IsOfItsSize);

    /// <summary>
    /// Whether all that is known of it agrees. While others are under way, a wrong count can reach into the next message
    /// and still be followed by what looks like the end.
    /// </summary>
    public bool IsSure => Kept > 0 && IsWhole && IsOfItsSize;

    private bool IsOfItsSize =>
        long.TryParse(_data.GetValueOrDefault("RFC822.SIZE")?.Text, CultureInfo.InvariantCulture, out var size)
        && size == _data.GetValueOrDefault(Body)?.Bytes?.Size;

    private DateTimeOffset? InternalDate =>
        DateTimeOffset.TryParseExact(
            _data.GetValueOrDefault("INTERNALDATE")?.Text,
            "d-MMM-yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces,
            out var date
        )
            ? date
            : null;

    /// <summary>More that the server says of this message.</summary>
    public void Hear(FetchedData said)
    {
        foreach (var name in Asked.Where(said.Values.ContainsKey))
        {
            // Handed out again beyond the bound: what is held is not let go.
            if (name != Body || Kept == 0 || said.Values[name].Literal is not { Bytes: null })
                _data[name] = said.Values[name];
        }
        if (!said.Values.ContainsKey(Body))
            return;
        _isClosed = said.Parts[^1].Text.TrimEnd(' ').EndsWith(')');
        _isBroken = said.Parts.Skip(1).Any(part => part.Text is not ("" or [' ' or ')', ..]));
    }
}
