namespace Secretariat.Platform.Cli;

/// <summary>Bytes in pieces: a line of many megabytes is never copied to make room for more of it.</summary>
internal sealed class LineBuffer : Stream
{
    private const int Piece = 64 * 1024;

    private readonly List<byte[]> pieces = [];
    private int used = Piece;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (used == Piece)
            {
                pieces.Add(new byte[Piece]);
                used = 0;
            }

            var taken = Math.Min(buffer.Length, Piece - used);
            buffer[..taken].CopyTo(pieces[^1].AsSpan(used));
            used += taken;
            buffer = buffer[taken..];
        }
    }

    public async Task WriteToAsync(Stream output, CancellationToken cancellationToken)
    {
        for (var i = 0; i < pieces.Count; i++)
            await output.WriteAsync(pieces[i].AsMemory(0, i < pieces.Count - 1 ? Piece : used), cancellationToken);
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
