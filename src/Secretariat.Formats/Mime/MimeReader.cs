namespace Secretariat.Formats.Mime;

/// <summary>Reads internet mail (RFC 5322, 2045 to 2047, 2231, 6532) as it is found, not only as it should be.</summary>
public static class MimeReader
{
    /// <summary>Of <see cref="MimeMessage.UnreadableReason"/>: there are no bytes but blanks.</summary>
    public const string Empty = "The message is empty.";

    /// <summary>Of <see cref="MimeMessage.UnreadableReason"/>: not one line could be a header (RFC 5322, section 2.2).</summary>
    public const string NoHeader = "The message has no header.";

    /// <summary>
    /// Reads a message. Never throws, whatever the bytes; takes time linear in their number. The message keeps and shares the bytes,
    /// which must not change afterwards; parts are decoded when asked for.
    /// </summary>
    /// <param name="bytes">One message, with CRLF, LF or CR as line ends; a leading "From " line of an mbox is skipped.</param>
    /// <param name="limits">How far to follow it; <see cref="MimeLimits.Default"/> when null.</param>
    /// <returns>The message; <see cref="MimeMessage.IsUnreadable"/> tells whether it can be used.</returns>
    public static MimeMessage Read(ReadOnlyMemory<byte> bytes, MimeLimits? limits = null)
    {
        limits ??= MimeLimits.Default;
        var state = new ReadState(limits, Math.Min(bytes.Length, limits.MaxBytes));
        var reason = WhyNotRead(bytes, limits);
        var root = new PartReader(reason is null ? bytes : default, state).ReadMessage(depth: 0);
        if (reason is null && root.Headers.Count is 0)
            reason = NoHeader;
        return new MimeMessage(root, state, reason);
    }

    private static string? WhyNotRead(ReadOnlyMemory<byte> bytes, MimeLimits limits) =>
        bytes.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0 ? Empty
        : bytes.Length > limits.MaxBytes ? $"The message has {bytes.Length} bytes; at most {limits.MaxBytes} are read."
        : null;
}
