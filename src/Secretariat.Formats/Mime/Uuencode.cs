namespace Secretariat.Formats.Mime;

/// <summary>uuencode (POSIX), which old programs use as a transfer encoding: "begin MODE NAME", lines that start with their length, "end".</summary>
internal static class Uuencode
{
    /// <summary>The decoded bytes of the first file; the content itself where there is none.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> source)
    {
        var begin = source.StartsWith("begin "u8) ? 0 : source.IndexOf("\nbegin "u8) + 1;
        if (begin is 0 && !source.StartsWith("begin "u8))
            return source.ToArray();
        var target = new byte[source.Length];
        var length = 0;
        for (var at = Lines.Next(source, begin); at < source.Length; at = Lines.Next(source, at))
        {
            var line = Lines.Content(source, at);
            if (line.StartsWith("end"u8))
                break;
            if (!line.IsEmpty)
                length += DecodeLine(line[1..], Value(line[0]), target.AsSpan(length));
        }
        return target.AsMemory(0, length);
    }

    /// <summary>Four characters make three bytes; a line cut short ends early.</summary>
    private static int DecodeLine(ReadOnlySpan<byte> line, int count, Span<byte> target)
    {
        var written = 0;
        for (var i = 0; i + 1 < line.Length && written < count; i += 4)
        {
            var bits = Value(line[i]) << 18 | Value(line[i + 1]) << 12 | Value(At(line, i + 2)) << 6 | Value(At(line, i + 3));
            for (var shift = 16; shift >= 0 && written < count && written < target.Length; shift -= 8)
                target[written++] = (byte)(bits >> shift);
        }
        return written;
    }

    private static byte At(ReadOnlySpan<byte> line, int index) => index < line.Length ? line[index] : (byte)' ';

    private static int Value(byte b) => (b - ' ') & 0x3F;
}
