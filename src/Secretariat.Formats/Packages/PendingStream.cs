namespace Secretariat.Formats.Packages;

/// <summary>
/// What an archive writes, kept until it is sent on without blocking: archives block when they close a part, and web servers refuse that.
/// </summary>
internal sealed class PendingStream(Stream output) : Stream
{
    private const int PieceBytes = 64 * 1024;

    private readonly MemoryStream pending = new();

    public override bool CanRead => false;

    /// <summary>An archive never goes back to what is sent.</summary>
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what is pending where it is worth it.</summary>
    public ValueTask SendPieceAsync(CancellationToken cancellationToken) =>
        pending.Length < PieceBytes ? ValueTask.CompletedTask : SendAsync(cancellationToken);

    /// <summary>Sends all that is pending.</summary>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        pending.SetLength(0);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => pending.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => pending.Write(buffer, offset, count);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
