namespace Secretariat.Formats.Mime;

/// <summary>Reads internet mail (RFC 5322, 2045 to 2047, 2231, 6532) as it is found, not only as it should be.</summary>
public static class MimeReader
{
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
            reason = new MimeProblem(MimeProblem.NoHeader);
        return new MimeMessage(root, state, reason);
    }

    private static MimeProblem? WhyNotRead(ReadOnlyMemory<byte> bytes, MimeLimits limits) =>
        bytes.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0 ? new MimeProblem(MimeProblem.Empty)
        : bytes.Length > limits.MaxBytes ? new MimeProblem(MimeProblem.TooLarge, limits.MaxBytes)
        : null;
}
