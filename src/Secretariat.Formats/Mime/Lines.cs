namespace Secretariat.Formats.Mime;

/// <summary>Lines of bytes that end in CRLF, LF or CR.</summary>
internal static class Lines
{
    /// <summary>Where the line behind the one at this place begins.</summary>
    public static int Next(ReadOnlySpan<byte> bytes, int at)
    {
        var end = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
            return bytes.Length;
        end += at;
        return bytes[end] is (byte)'\r' && end + 1 < bytes.Length && bytes[end + 1] is (byte)'\n' ? end + 2 : end + 1;
    }

    /// <summary>The line that begins here, without its end.</summary>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> bytes, int at)
    {
        var rest = bytes[at..];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? rest : rest[..end];
    }
}
