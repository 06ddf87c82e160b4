using System.Net;
using System.Net.Sockets;

namespace Secretariat.Tests.Servers;

/// <summary>An odd server of our own making, on loopback, for what no real one can be made to do.</summary>
public abstract class ScriptedPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _conversations = [];
    private readonly Task _accepting;

    protected ScriptedPeer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many bytes go out in one packet.</summary>
    public int PacketSize { get; init; } = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Stop();
        Task[] conversations;
        lock (_lock)
            conversations = [.. _conversations];
        await Task.WhenAll(conversations);
        _end.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Talks until the end of the conversation; returning hangs up.</summary>
    protected abstract Task ConverseAsync(Stream stream, CancellationToken ct);

    protected async Task SayAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(PacketSize, bytes.Length)..])
        {
            await stream.WriteAsync(bytes[..Math.Min(PacketSize, bytes.Length)], ct);
            await Task.Yield();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                lock (_lock)
                    _conversations.Add(HostAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed: nobody else is let in.
        }
    }

    private async Task HostAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await ConverseAsync(client.GetStream(), _end.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client hung up, or the peer was disposed: the conversation is over either way.
            }
        }
    }
}
