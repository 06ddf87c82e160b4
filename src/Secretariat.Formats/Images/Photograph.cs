using System.Buffers.Binary;

namespace Secretariat.Formats.Images;

/// <summary>
/// A still picture as JPEG (ITU-T T.81, annex B) or PNG (W3C PNG, third edition, section 5), without what was noted beside it: where and with
/// what it was taken, comments, previews, and whatever follows its end. It is not decoded: its parts are checked and copied.
/// </summary>
/// <param name="MediaType">"image/jpeg" or "image/png".</param>
/// <param name="Width">In pixels, at least 1; of a JPEG before any rotation that its notes ask for.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Content">The file without those notes.</param>
public sealed record Photograph(string MediaType, int Width, int Height, byte[] Content)
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Chunks that change how the picture looks; critical ones stay in any case (PNG, section 5.4).</summary>
    private static readonly HashSet<string> ShownChunks = ["tRNS", "gAMA", "cHRM", "sRGB", "sBIT"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">The whole file; what stands after the end of the picture is left out.</param>
    /// <returns>Null for what is no JPEG or PNG by its first bytes, breaks off before its end, or does not say how large it is.</returns>
    public static Photograph? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? ReadPng(file)
        : file is [0xFF, 0xD8, ..] ? ReadJpeg(file)
        : null;

    private static Photograph? ReadPng(ReadOnlySpan<byte> file)
    {
        var (kept, at, width, height, hasData) = (new MemoryStream(), PngSignature.Length, 0, 0, false);
        kept.Write(PngSignature);
        while (file.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > (uint)(file.Length - at - 12))
                return null;
            var chunk = file.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
            at += chunk.Length;
            // The header comes first, and once.
            if ((width == 0) != name is "IHDR")
                return null;
            if (name is "IHDR" && !IsSize(chunk, length, out width, out height))
                return null;
            if (char.IsAsciiLetterUpper(name[0]) || ShownChunks.Contains(name))
                kept.Write(chunk);
            hasData |= name is "IDAT";
            if (name is "IEND")
                return hasData ? new("image/png", width, height, kept.ToArray()) : null;
        }

        return null;
    }

    private static bool IsSize(ReadOnlySpan<byte> header, uint length, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (length != 13)
            return false;
        width = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        height = BinaryPrimitives.ReadInt32BigEndian(header[12..]);
        return width > 0 && height > 0;
    }

    private static Photograph? ReadJpeg(ReadOnlySpan<byte> file)
    {
        var (kept, at, width, height, hasData) = (new MemoryStream(), 2, 0, 0, false);
        kept.Write(file[..2]);
        while (at + 1 < file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            // Any number of fill bytes may precede a marker (B.1.1.2).
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                kept.Write(file.Slice(at, 2));
                return hasData && width > 0 && height > 0 ? new("image/jpeg", width, height, kept.ToArray()) : null;
            }

            if (at + 4 > file.Length)
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return null;
            var segment = file.Slice(at, length + 2);
            at += segment.Length;
            if (IsFrame(marker))
            {
                if (length < 8 || width > 0)
                    return null;
                height = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(segment[7..]);
            }

            if (!IsNote(marker))
                kept.Write(segment);
            if (marker != 0xDA)
                continue;
            hasData = true;
            var scan = file[at..];
            var end = EndOfScan(scan);
            kept.Write(scan[..end]);
            at += end;
        }

        return null;
    }

    /// <summary>SOF: C0 to CF but for the tables C4 and CC and the reserved C8 (table B.1).</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>A comment, or the data of some application; but for APP0 and APP14, which say how colours are meant.</summary>
    private static bool IsNote(byte marker) => marker is 0xFE or (>= 0xE1 and <= 0xEF and not 0xEE);

    /// <summary>Where the next marker stands: no stuffed zero, and no restart within the scan (B.1.1.5, B.2.1).</summary>
    private static int EndOfScan(ReadOnlySpan<byte> scan)
    {
        for (var at = 0; at + 1 < scan.Length; at++)
            if (scan[at] == 0xFF && scan[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return at;
        return scan.Length;
    }
}
