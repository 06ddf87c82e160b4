namespace Secretariat.Tests.Servers;

/// <summary>Plays a <see cref="TranscriptStream"/> to each client that connects: of several scripts in turn, then the last.</summary>
public sealed class ScriptedImapPeer(params string[] scripts) : ScriptedPeer
{
    private int _clients;

    protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
    {
        using var transcript = new TranscriptStream(scripts[Math.Min(Interlocked.Increment(ref _clients), scripts.Length) - 1]);
        var buffer = new byte[16 * 1024];
        while (true)
        {
            for (int count; (count = transcript.Read(buffer, 0, buffer.Length)) > 0; )
                await SayAsync(stream, buffer.AsMemory(0, count), ct);
            if (transcript.IsOver || await stream.ReadAsync(buffer, ct) is not (> 0 and var heard))
                return;
            transcript.Write(buffer, 0, heard);
        }
    }
}
