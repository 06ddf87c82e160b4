using System.Buffers.Binary;
using System.Text;
using Secretariat.Formats.Images;

namespace Secretariat.Tests.Formats.Images;

public sealed class PhotographTests
{
    /// <summary>Memory that reading one file of this size may take.</summary>
    private const long Most = 4 * 1024 * 1024;

    private static readonly string[] Pieces =
    [
        "\u00ff\u00d8",
        "\u00ff\u00d9",
        "\u00ff\u00da\0\u0002",
        "\u00ff\u00c0\0\b\b\0\u0001\0\u0001",
        "\u00ff\u00ff",
        "\u00ff\0",
        "\u00ff\u00e1\u00ff\u00ff",
        "\0\0\0\rIHDR",
        "\u00ff\u00ff\u00ff\u00ffIDAT",
        "\0\0\0\0IDAT\0\0\0\0",
        "\0\0\0\0IEND\0\0\0\0",
        "\0\0\0\0tEXt\0\0\0\0",
    ];

    /// <summary>A JPEG of 3 by 2 that says where it was taken, with a restart and a stuffed byte in its scan.</summary>
    public static byte[] Jpeg(int width = 3, int height = 2) =>
        [
            .. (byte[])[0xFF, 0xD8],
            .. Segment(0xE0, "JFIF\0"u8),
            .. Segment(0xE1, "Exif\0\0 GPS 50.84"u8),
            .. Segment(0xFE, "A comment"u8),
            .. Segment(0xC2, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. (byte[])[0xFF],
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. (byte[])[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56],
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. (byte[])[0x78, 0xFF, 0xD9],
            .. "a film of the same moment"u8,
        ];

    private static byte[] Png() =>
        [
            .. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            .. Chunk("IHDR", [0, 0, 0, 5, 0, 0, 0, 4, 8, 2, 0, 0, 0]),
            .. Chunk("tEXt", "Author\0Ada"u8),
            .. Chunk("gAMA", [0, 0, 1, 1]),
            .. Chunk("IDAT", [1, 2, 3]),
            .. Chunk("IEND", []),
            .. "more"u8,
        ];

    [Fact]
    public void A_picture_is_kept_without_what_was_noted_beside_it()
    {
        var jpeg = Photograph.Read(Jpeg())!;
        Assert.Equal(("image/jpeg", 3, 2), (jpeg.MediaType, jpeg.Width, jpeg.Height));
        var text = Encoding.Latin1.GetString(jpeg.Content);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("comment", text, StringComparison.Ordinal);
        Assert.DoesNotContain("film", text, StringComparison.Ordinal);
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.Equal((byte[])[0x78, 0xFF, 0xD9], jpeg.Content[^3..]);
        Assert.Equal(jpeg.Content, Photograph.Read(jpeg.Content)!.Content);

        var png = Photograph.Read(Png())!;
        Assert.Equal(("image/png", 5, 4), (png.MediaType, png.Width, png.Height));
        text = Encoding.Latin1.GetString(png.Content);
        Assert.DoesNotContain("Ada", text, StringComparison.Ordinal);
        Assert.Contains("gAMA", text, StringComparison.Ordinal);
        Assert.EndsWith("IEND\0\0\0\0", text, StringComparison.Ordinal);
        Assert.Equal(png.Content, Photograph.Read(png.Content)!.Content);
    }

    [Fact]
    public void What_breaks_off_anywhere_is_no_picture()
    {
        // Before the mark of its end, whatever follows that.
        foreach (var whole in new[] { Photograph.Read(Jpeg())!.Content, Photograph.Read(Png())!.Content })
            Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Null(Photograph.Read(whole.AsSpan(0, length))));
        Assert.Null(Photograph.Read("a letter"u8));
        Assert.Null(Photograph.Read(Jpeg(0, 2)));
        Assert.Null(Photograph.Read(Jpeg(3, 0)));
    }

    [Fact]
    public Task Whatever_is_read_is_no_larger_and_read_again_the_same() =>
        new Fuzz("photographs", [Jpeg(), Png()], Pieces) { Most = Most }.RunAsync(bytes =>
        {
            if (Photograph.Read(bytes) is not { } read)
                return;
            Assert.True(read.Content.Length <= bytes.Length && read is { Width: > 0, Height: > 0 });
            var again = Photograph.Read(read.Content)!;
            Assert.Equal((read.MediaType, read.Width, read.Height), (again.MediaType, again.Width, again.Height));
            Assert.Equal(read.Content, again.Content);
        });

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content)
    {
        byte[] segment = [0xFF, marker, 0, 0, .. content];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(content.Length + 2));
        return segment;
    }

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        return chunk;
    }
}
