using System.Buffers;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Header bytes to text on one line.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Select(c => (char)c).ToArray()
    );

    public static string Unfold(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOfAny((byte)'\r', (byte)'\n') < 0)
            return WithoutControls(Charsets.DecodeUnlabelled(value));
        var line = ArrayPool<byte>.Shared.Rent(value.Length);
        var length = 0;
        foreach (var b in value)
            if (b is not ((byte)'\r' or (byte)'\n'))
                line[length++] = b;
        var text = Charsets.DecodeUnlabelled(line.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(line);
        return WithoutControls(text);
    }

    /// <summary>Control characters turned into blanks, so that no header value can smuggle in a line break.</summary>
    public static string WithoutControls(string text) =>
        text.AsSpan().IndexOfAny(Controls) < 0
            ? text
            : string.Create(
                text.Length,
                text,
                static (target, source) =>
                {
                    for (var i = 0; i < target.Length; i++)
                        target[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            );
}
