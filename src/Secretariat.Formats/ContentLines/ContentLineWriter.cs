using System.Buffers;
using System.Text;

namespace Secretariat.Formats.ContentLines;

/// <summary>Lines of a card or calendar, folded so that none has more than 75 bytes and no character is cut (RFC 6350 section 3.2, RFC 5545 section 3.1).</summary>
internal sealed class ContentLineWriter
{
    private const int MaxBytes = 75;

    private readonly ArrayBufferWriter<byte> written = new();

    public byte[] ToArray() => written.WrittenSpan.ToArray();

    /// <summary>The lines of another one, as they are.</summary>
    public void Add(ContentLineWriter other) => written.Write(other.written.WrittenSpan);

    /// <param name="line">Well-formed text without line breaks.</param>
    public void Write(string line)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(line);
        for (var room = MaxBytes; rest.Length > room; room = MaxBytes - 1)
        {
            var length = room;
            while (IsInnerByte(rest[length]))
                length--;
            written.Write(rest[..length]);
            written.Write("\r\n "u8);
            rest = rest[length..];
        }

        written.Write(rest);
        written.Write("\r\n"u8);
    }

    /// <summary>Of a character of several bytes, any but the first.</summary>
    private static bool IsInnerByte(byte b) => (b & 0b1100_0000) is 0b1000_0000;
}
