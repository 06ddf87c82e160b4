namespace Secretariat.Tests.Formats;

/// <summary>A server that says its piece without listening.</summary>
internal sealed class DeafStream(byte[] said) : MemoryStream(said, writable: false)
{
    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count) { }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default) => ValueTask.CompletedTask;
}
