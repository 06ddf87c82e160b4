namespace Secretariat.Tests.Servers;

/// <summary>Plays the same <see cref="TranscriptStream"/> to every client that connects.</summary>
public sealed class ScriptedImapPeer(string script) : ScriptedPeer
{
    protected override async Task ConverseAsync(Stream stream, CancellationToken ct)
    {
        using var transcript = new TranscriptStream(script);
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
