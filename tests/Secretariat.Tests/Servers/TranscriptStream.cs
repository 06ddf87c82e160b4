using System.Text;

namespace Secretariat.Tests.Servers;

/// <summary>
/// A recorded conversation played back as a stream, the server's side of it. Lines begin with
/// <c>S: </c> for what the server says, <c>S- </c> for the same without a line end, <c>C: </c> for
/// what the client must say (<c>C: *</c> for anything); the connection ends where the script ends.
/// </summary>
public sealed class TranscriptStream : Stream
{
    private readonly Queue<(char Who, string Line)> _steps;
    private readonly MemoryStream _said = new();
    private readonly int _packetSize;
    private ReadOnlyMemory<byte> _toSay;

    public TranscriptStream(string script, int packetSize = int.MaxValue)
    {
        _packetSize = packetSize;
        _steps = new(script.ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 2).Select(Step));
        Advance();
    }

    /// <summary>What both sides were still to say; empty after a conversation as recorded.</summary>
    public IReadOnlyList<string> Unsaid => [.. _steps.Select(step => step.Line)];

    public bool IsOver => _steps.Count == 0 && _toSay.IsEmpty;

    public override bool CanRead => true;
    public override bool CanWrite => true;
    public override bool CanSeek => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(Math.Min(count, _packetSize), _toSay.Length);
        _toSay[..taken].CopyTo(buffer.AsMemory(offset));
        _toSay = _toSay[taken..];
        return taken;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        foreach (var value in buffer.AsSpan(offset, count))
        {
            _said.WriteByte(value);
            if (value == '\n')
                Hear();
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static (char, string) Step(string line) =>
        line[..3] switch
        {
            "S: " => ('S', line[3..] + "\r\n"),
            "S- " => ('S', line[3..]),
            "C: " => ('C', line[3..] + "\r\n"),
            _ => throw new ArgumentException($"Nobody speaks in: {line}", nameof(line)),
        };

    private void Hear()
    {
        var line = Encoding.UTF8.GetString(_said.ToArray());
        _said.SetLength(0);
        var expected = _steps.TryDequeue(out var step) ? step.Line : "nothing more";
        if (expected != line && expected != "*\r\n")
            throw new InvalidOperationException($"Expected {expected}, but the client said {line}");
        Advance();
    }

    private void Advance()
    {
        var next = new StringBuilder();
        while (_steps.TryPeek(out var step) && step.Who == 'S')
            next.Append(_steps.Dequeue().Line);
        // Two lines may be heard at once: what is still to be said to the first is not left out.
        _toSay = (byte[])[.. _toSay.Span, .. Encoding.UTF8.GetBytes(next.ToString())];
    }
}
