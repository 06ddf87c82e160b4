using System.Net.Sockets;

namespace Secretariat.Tests.Servers;

/// <summary>Stands before a server, and hangs up on both sides when told to.</summary>
public sealed class CuttingProxy(int target) : ScriptedPeer
{
    private CancellationTokenSource _now = new();
    private long _left = long.MaxValue;
    private int _cuts;

    /// <summary>How many connections had too few bytes left.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Lets so many bytes of the server's come through, of all connections together, and then none.</summary>
    public void CutAfter(long bytes) => Interlocked.Exchange(ref _left, bytes);

    /// <summary>Lets everything through again.</summary>
    public void Mend() => CutAfter(long.MaxValue);

    /// <summary>Hangs up on everybody who is connected.</summary>
    public async Task CutNowAsync() => await Interlocked.Exchange(ref _now, new CancellationTokenSource()).CancelAsync();

    protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, _now.Token);
        using var server = new TcpClient { NoDelay = true };
        await server.ConnectAsync("127.0.0.1", target, end.Token);
        var there = stream.CopyToAsync(server.GetStream(), end.Token);
        var back = ComeBackAsync(server.GetStream(), stream, end.Token);
        await Task.WhenAny(there, back);
        await end.CancelAsync();
        await Task.WhenAll(there, back);
    }

    private async Task ComeBackAsync(NetworkStream server, Stream client, CancellationToken ct)
    {
        var buffer = new byte[4096];
        while (await server.ReadAsync(buffer, ct) is > 0 and var count)
        {
            var left = Interlocked.Add(ref _left, -count) + count;
            var through = (int)Math.Clamp(left, 0, count);
            await client.WriteAsync(buffer.AsMemory(0, through), ct);
            if (through == count)
                continue;
            Interlocked.Increment(ref _cuts);
            return;
        }
    }
}
