namespace Secretariat.Formats.Packages;

/// <summary>The bytes of a part; ends with an error where an honest part would have ended, or opened another element, long before.</summary>
internal sealed class BoundedStream(Stream inner, Action<int> spend, int longestPiece) : Stream
{
    private int piece;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        spend(read);
        var last = buffer.AsSpan(offset, read).LastIndexOf((byte)'<');
        piece = last < 0 ? piece + read : read - last;
        return piece <= longestPiece ? read : throw OfficePackage.TooLarge();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
