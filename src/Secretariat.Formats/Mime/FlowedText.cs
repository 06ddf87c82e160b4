using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Text whose lines were broken for transport (RFC 3676) put together again.</summary>
internal static class FlowedText
{
    public static bool IsFlowed(MimePart part) =>
        "flowed".Equals(part.Parameters.GetValueOrDefault("format"), StringComparison.OrdinalIgnoreCase);

    public static bool DropsSpace(MimePart part) =>
        "yes".Equals(part.Parameters.GetValueOrDefault("delsp"), StringComparison.OrdinalIgnoreCase);

    /// <summary>Lines that end in a blank go on in the next line of the same quote depth; "-- " never does (section 4.3).</summary>
    /// <param name="text">Text with LF as line ends.</param>
    /// <param name="dropsSpace">DelSp=yes: the blank itself is not part of the text.</param>
    public static string Join(string text, bool dropsSpace)
    {
        var joined = new StringBuilder(text.Length);
        var flowingDepth = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            var depth = line.IndexOfAnyExcept('>') is >= 0 and var quotes ? quotes : line.Length;
            var content = line[depth..];
            if (content.StartsWith(" "))
                content = content[1..];
            var isSignature = content is "-- ";
            if (flowingDepth != depth || isSignature)
                Begin(joined, depth, range.Start.Value is 0);
            var flows = content.EndsWith(" ") && !isSignature;
            joined.Append(flows && dropsSpace ? content[..^1] : content);
            flowingDepth = flows ? depth : -1;
        }
        return joined.ToString();
    }

    private static void Begin(StringBuilder joined, int depth, bool isFirst)
    {
        if (!isFirst)
            joined.Append('\n');
        joined.Append('>', depth);
        if (depth > 0)
            joined.Append(' ');
    }
}
