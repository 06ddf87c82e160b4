using System.Globalization;
using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>Reads whole responses: lines and the literals that they announce at their end.</summary>
internal sealed class ImapResponseReader(LineConnection connection, ImapOptions options, NetworkGuard guard)
{
    // Keeps a response of very many very small literals from costing more memory than its bytes.
    private const int CostOfPart = 1024;

    // How much too large a message may be before it is cheaper to hang up than to read past it.
    private const int SkippedAtMost = 16;

    /// <summary>The next response; of its literals so many bytes are kept, and of one that goes beyond only the size.</summary>
    public async Task<ImapResponse> ReadAsync(long most, CancellationToken ct)
    {
        var parts = new List<ImapPart>();
        var (room, kept) = (options.MaxLineBytes, 0L);
        while (true)
        {
            var text = Encoding.Latin1.GetString(await connection.ReadLineAsync(room, ct));
            room = Math.Max(0, room - text.Length - CostOfPart);
            var isText = parts.Count == 0 && ImapResponse.IsStatus(text);
            if (isText || AnnouncedAt(text) is not { } announced)
            {
                parts.Add(new ImapPart(text, null));
                return ImapResponse.Read(parts);
            }
            var literal = await ReadLiteralAsync(announced.Size, most - kept, ct);
            kept += literal.Bytes?.Length ?? 0;
            parts.Add(new ImapPart(text[..announced.Start], literal));
        }
    }

    private async Task<ImapLiteral> ReadLiteralAsync(long size, long room, CancellationToken ct)
    {
        if (size <= room)
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)size);
            await connection.ReadExactlyAsync(bytes, ct);
            return new ImapLiteral(size, bytes);
        }
        if (size / SkippedAtMost > options.MaxMessageBytes)
            throw guard.Failure($"announced {size} bytes at once");
        await connection.SkipAsync(size, ct);
        return new ImapLiteral(size, null);
    }

    // {12}, {12+} (RFC 7888) and ~{12} (RFC 3516)
    private static (int Start, long Size)? AnnouncedAt(string line)
    {
        var start = line.LastIndexOf('{');
        if (start < 0 || !line.EndsWith('}'))
            return null;
        var digits = line.AsSpan(start + 1, line.Length - start - 2).TrimEnd('+');
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return null;
        return (start > 0 && line[start - 1] == '~' ? start - 1 : start, size);
    }
}
