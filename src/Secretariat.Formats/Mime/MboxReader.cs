namespace Secretariat.Formats.Mime;

/// <summary>Takes an mbox file apart (RFC 4155), in the variant that quotes "From " lines with ">" (mboxrd), which reads the others too.</summary>
public static class MboxReader
{
    private static ReadOnlySpan<byte> From => "From "u8;

    /// <summary>Whether the bytes begin as an mbox does.</summary>
    public static bool IsMbox(ReadOnlySpan<byte> start) => start.StartsWith(From);

    /// <summary>
    /// The messages in their order, each without its "From " line and with one ">" taken off quoted ones; line ends stay as they are. A
    /// message begins at the start or behind an empty line. Holds one message in memory; never throws but for the stream's own errors.
    /// </summary>
    /// <param name="mbox">Read from where it stands to its end.</param>
    /// <param name="maxBytes">Of a longer message only the first so many bytes and one more are kept.</param>
    public static IEnumerable<byte[]> Read(Stream mbox, int maxBytes)
    {
        var message = new MemoryStream();
        var (isOpen, afterEmpty, atLineStart) = (false, true, true);
        foreach (var line in Lines(mbox))
        {
            if (atLineStart && afterEmpty && line.AsSpan().StartsWith(From))
            {
                if (isOpen)
                    yield return Finished(message);
                (isOpen, afterEmpty) = (true, false);
                message.SetLength(0);
                continue;
            }

            isOpen |= line.Length > 0;
            if (message.Length <= maxBytes)
                message.Write(atLineStart ? Unquoted(line) : line);
            afterEmpty = atLineStart && line.AsSpan().TrimEnd("\r\n"u8).Length == 0;
            atLineStart = line[^1] == '\n';
        }

        if (isOpen)
            yield return Finished(message);
    }

    /// <summary>The empty line before the next "From " line belongs to the file, not to the message.</summary>
    private static byte[] Finished(MemoryStream message)
    {
        var bytes = message.ToArray();
        if (bytes.AsSpan().EndsWith("\r\n\r\n"u8))
            return bytes[..^2];
        return bytes.AsSpan().EndsWith("\n\n"u8) ? bytes[..^1] : bytes;
    }

    private static ReadOnlySpan<byte> Unquoted(byte[] line)
    {
        var quotes = line.AsSpan().IndexOfAnyExcept((byte)'>');
        return quotes > 0 && line.AsSpan(quotes).StartsWith(From) ? line.AsSpan(1) : line;
    }

    /// <summary>Lines with their ends; one that is longer than the buffer comes in several pieces.</summary>
    private static IEnumerable<byte[]> Lines(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var (filled, read) = (0, 0);
        do
        {
            read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var start = 0;
            for (int end; (end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
                yield return buffer[start..(start + end + 1)];
            var isEnd = read == 0 || filled - start == buffer.Length;
            if (isEnd && filled > start)
            {
                yield return buffer[start..filled];
                start = filled;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        } while (read > 0);
    }
}
