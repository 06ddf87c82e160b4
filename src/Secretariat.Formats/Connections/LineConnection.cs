using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;

namespace Secretariat.Formats.Connections;

/// <summary>A connection read in lines and counted bytes, bounded in length and in silence.</summary>
internal sealed class LineConnection(Stream stream, ConnectionOptions options, NetworkGuard guard) : IAsyncDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Stream _stream = stream;
    private int _start;
    private int _end;

    public bool IsEncrypted => _stream is SslStream;

    /// <summary>Whether something has come that nobody has read yet.</summary>
    public bool HasUnread => _start < _end;

    public static async Task<Stream> OpenAsync(ConnectionOptions options, NetworkGuard guard, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await guard.RunAsync(t => socket.ConnectAsync(options.Host, options.Port, t), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task StartTlsAsync(CancellationToken ct)
    {
        // What came before the handshake could be an attacker's, and would be taken for the server's.
        if (HasUnread)
            throw guard.Failure("spoke on after STARTTLS without waiting for the encryption");
        var trust = new CertificateTrust(options);
        var tls = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = tls;
        try
        {
            await guard.RunAsync(async t => await tls.AuthenticateAsClientAsync(trust.ClientOptions, t), ct);
        }
        catch when (trust.WhyRefused is { } reason)
        {
            throw guard.Failure($"shows a certificate that is not accepted: {reason}");
        }
    }

    /// <summary>The next line without its end (CRLF, or LF alone), at most so many bytes long.</summary>
    public async ValueTask<byte[]> ReadLineAsync(int maximum, CancellationToken ct)
    {
        var line = new ArrayBufferWriter<byte>();
        while (true)
        {
            if (_start == _end)
                await FillAsync(ct);
            var newline = _buffer.AsSpan(_start.._end).IndexOf((byte)'\n');
            var taken = newline < 0 ? _end - _start : newline;
            if (line.WrittenCount + taken > maximum + 1)
                throw guard.Failure($"sent a line of more than {maximum} bytes");
            line.Write(_buffer.AsSpan(_start, taken));
            _start += taken;
            if (newline < 0)
                continue;
            _start++;
            var text = line.WrittenSpan;
            return (text is [.., (byte)'\r'] ? text[..^1] : text).ToArray();
        }
    }

    public async ValueTask ReadExactlyAsync(Memory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            if (_start == _end)
                await FillAsync(ct);
            var taken = Math.Min(bytes.Length, _end - _start);
            _buffer.AsMemory(_start, taken).CopyTo(bytes);
            _start += taken;
            bytes = bytes[taken..];
        }
    }

    public async ValueTask SkipAsync(long count, CancellationToken ct)
    {
        while (count > 0)
        {
            if (_start == _end)
                await FillAsync(ct);
            var taken = (int)Math.Min(count, _end - _start);
            _start += taken;
            count -= taken;
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        // Piece by piece, so that a slow line is not taken for a silent one.
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(bytes.Length, _buffer.Length)..])
        {
            var piece = bytes[..Math.Min(bytes.Length, _buffer.Length)];
            await guard.RunAsync(t => _stream.WriteAsync(piece, t), ct);
        }
        await guard.RunAsync(async t => await _stream.FlushAsync(t), ct);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async ValueTask FillAsync(CancellationToken ct)
    {
        _start = 0;
        _end = await guard.RunAsync(t => _stream.ReadAsync(_buffer, t), ct);
        if (_end == 0)
            throw guard.Failure("closed the connection");
    }
}
