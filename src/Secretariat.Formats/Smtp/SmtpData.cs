namespace Secretariat.Formats.Smtp;

/// <summary>A message as it crosses the wire after DATA.</summary>
public static class SmtpData
{
    /// <summary>
    /// Ends every line with CRLF (a lone CR or LF becomes one: servers that disagree on them can be
    /// made to see two messages in one, RFC 5321 section 2.3.8), the last one too, and doubles a dot
    /// at a line's start (section 4.5.2). The final dot is not part of it.
    /// </summary>
    public static byte[] Encode(ReadOnlySpan<byte> message)
    {
        var wire = new List<byte>(message.Length + message.Length / 32 + 2);
        var atLineStart = true;
        for (var i = 0; i < message.Length; i++)
        {
            var current = message[i];
            if (current is (byte)'\r' or (byte)'\n')
            {
                if (current == '\r' && i + 1 < message.Length && message[i + 1] == '\n')
                    i++;
                wire.AddRange("\r\n"u8);
                atLineStart = true;
                continue;
            }
            if (atLineStart && current == '.')
                wire.Add((byte)'.');
            wire.Add(current);
            atLineStart = false;
        }
        if (!atLineStart)
            wire.AddRange("\r\n"u8);
        return [.. wire];
    }
}
