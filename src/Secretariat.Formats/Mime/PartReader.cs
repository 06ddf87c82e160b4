using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Divides a message into parts in one pass over its bytes (RFC 2046 section 5.1).</summary>
internal sealed class PartReader(ReadOnlyMemory<byte> bytes, ReadState state)
{
    private readonly DelimiterScanner scanner = new(bytes);
    private Delimiter next;
    private int position;

    public MimePart ReadMessage(int depth)
    {
        position = HeaderReader.SkipPrologue(bytes.Span);
        return ReadPart("text/plain", depth);
    }

    private MimePart ReadPart(string defaultType, int depth)
    {
        var headers = new HeaderReader(bytes, scanner, state).Read(ref position);
        var part = new MimePart(headers, defaultType, state);
        var start = position;
        ReadBody(part, start, depth);
        part.RawContent = bytes[start..Math.Max(start, next.ContentEnd)];
        return part;
    }

    /// <summary>Reads up to the delimiter line that ends the part and leaves it in <see cref="next"/>.</summary>
    private void ReadBody(MimePart part, int start, int depth)
    {
        if (part.IsMultipart && BoundaryOf(part, start) is { } boundary && state.MayNest(depth))
            ReadChildren(part, boundary, depth);
        else if (part is { IsMessage: true, IsEncoded: false } && state.MayNest(depth) && state.TakePart())
        {
            // Not every message/rfc822 part holds a message: without a header it stays a plain attachment.
            part.Add(ReadPart("text/plain", depth + 1));
        }
        else
        {
            FindNext();
            if (part.IsMessage && part.IsEncoded)
                ReadEncodedMessage(part, start, depth);
        }
    }

    private void ReadChildren(MimePart part, byte[] boundary, int depth)
    {
        var level = scanner.Open(boundary);
        FindNext();
        while (next.Level == level && !next.Closes && state.TakePart())
        {
            position = next.LineEnd;
            part.Add(ReadPart(part.ContentType is "multipart/digest" ? "message/rfc822" : "text/plain", depth + 1));
        }
        scanner.CloseFrom(level);
        if (next.Level == level)
        {
            // What follows the closing line is an epilogue and belongs to nobody (RFC 2046 section 5.1.1).
            position = next.LineEnd;
            FindNext();
        }
        else if (part.Children.Count > 0)
            state.Report(MimeProblem.NoEnd);
        else
            state.Report(MimeProblem.NoPart);
    }

    private void ReadEncodedMessage(MimePart part, int start, int depth)
    {
        part.RawContent = bytes[start..Math.Max(start, next.ContentEnd)];
        if (state.MayNest(depth) && state.TakeEmbedded(part.RawContent.Length) && state.TakePart())
            part.Add(new PartReader(part.Content, state).ReadMessage(depth + 1));
    }

    private void FindNext()
    {
        next = scanner.Find(position);
        position = next.LineStart;
    }

    private byte[]? BoundaryOf(MimePart part, int start)
    {
        if (part.Boundary is { Length: > 0 and <= DelimiterScanner.MaxBoundary } named)
            return Encoding.UTF8.GetBytes(named.TrimEnd());
        state.Report(MimeProblem.NoBoundary);
        return scanner.Guess(start);
    }
}
