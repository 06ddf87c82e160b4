using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>A header value with parameters, as Content-Type and Content-Disposition have it (RFC 2045 section 5.1, RFC 2231).</summary>
internal sealed class HeaderParameters
{
    private const int MaxIndex = 100_000;

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private HeaderParameters(string value) => Value = value;

    /// <summary>What stands before the first semicolon, lower case, without blanks and comments.</summary>
    public string Value { get; }

    public IReadOnlyDictionary<string, string> Values => values;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static HeaderParameters Read(string? header)
    {
        header ??= "";
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        var value = semicolon < 0 ? header : header[..semicolon];
        if (value.IndexOf('(', StringComparison.Ordinal) is >= 0 and var comment)
            value = value[..comment];
        var read = new HeaderParameters(value.Trim().Trim('"').ToLowerInvariant());
        if (semicolon >= 0)
            read.Join(Segments(header, semicolon + 1));
        return read;
    }

    private static IEnumerable<Segment> Segments(string header, int at)
    {
        while (at < header.Length)
        {
            var equals = header.IndexOfAny(['=', ';'], at);
            if (equals < 0)
                yield break;
            if (header[equals] is ';')
            {
                at = equals + 1;
                continue;
            }
            var name = header[at..equals].Trim();
            var value = ReadValue(header, equals + 1, out at);
            if (Segment.Of(name, value) is { } segment)
                yield return segment;
        }
    }

    /// <summary>A quoted or bare value and the place behind its semicolon. A backslash counts only before a quote or itself, so that Windows paths survive.</summary>
    private static string ReadValue(string header, int at, out int next)
    {
        while (at < header.Length && header[at] is ' ' or '\t')
            at++;
        if (at >= header.Length || header[at] is not '"')
        {
            var end = header.IndexOf(';', at);
            next = end < 0 ? header.Length : end + 1;
            return WithoutComment(header[at..(end < 0 ? header.Length : end)].Trim());
        }
        var text = new StringBuilder();
        for (at++; at < header.Length && header[at] is not '"'; at++)
        {
            if (header[at] is '\\' && at + 1 < header.Length && header[at + 1] is '"' or '\\')
                at++;
            text.Append(header[at]);
        }
        var semicolon = at < header.Length ? header.IndexOf(';', at) : -1;
        next = semicolon < 0 ? header.Length : semicolon + 1;
        return text.ToString();
    }

    /// <summary>RFC 2045 section 5.1: <c>us-ascii (Plain text)</c>. What stands before the end of the value is part of an unquoted file name.</summary>
    private static string WithoutComment(string value) =>
        value.EndsWith(')') && value.IndexOf(" (", StringComparison.Ordinal) is > 0 and var comment
            ? value[..comment].TrimEnd()
            : value;

    private void Join(IEnumerable<Segment> segments)
    {
        // RFC 2231 section 3: pieces may come in any order; a complete encoded value wins over a plain one.
        foreach (var group in segments.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase))
        {
            var extended = group.Where(s => s.Index >= 0 || s.IsEncoded).DistinctBy(s => s.Index).OrderBy(s => s.Index).ToList();
            if (extended is [{ Index: -1 }, _, ..])
                extended.RemoveRange(1, extended.Count - 1);
            values[group.Key] = extended.Count is 0
                ? EncodedWords.Decode(group.First().Value)
                : HeaderText.WithoutControls(Decode(extended));
        }
    }

    /// <summary>RFC 2231 section 4: charset'language'text on the first piece, percent signs in every piece marked with a star.</summary>
    private static string Decode(List<Segment> segments)
    {
        var first = segments[0];
        string? charset = null;
        if (first.IsEncoded && first.Value.Split('\'', 3) is [var named, _, var text])
        {
            charset = named;
            segments[0] = first with { Value = text };
        }
        if (!segments.Exists(s => s.IsEncoded))
            return EncodedWords.Decode(string.Concat(segments.Select(s => s.Value)));
        var bytes = new List<byte>();
        foreach (var segment in segments)
            bytes.AddRange(segment.IsEncoded ? Unescape(segment.Value) : Encoding.UTF8.GetBytes(segment.Value));
        return Charsets.Decode(bytes.ToArray(), charset, out _);
    }

    private static byte[] Unescape(string value)
    {
        var source = Encoding.UTF8.GetBytes(value);
        var target = new List<byte>(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (
                source[i] is (byte)'%'
                && i + 2 < source.Length
                && byte.TryParse(source.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b)
            )
            {
                target.Add(b);
                i += 2;
            }
            else
                target.Add(source[i]);
        }
        return [.. target];
    }

    /// <summary>One written parameter: name, its number among the pieces (-1: none) and whether its value is percent-encoded.</summary>
    private sealed record Segment(string Name, int Index, bool IsEncoded, string Value)
    {
        public static Segment? Of(string name, string value)
        {
            var isEncoded = name.EndsWith('*');
            if (isEncoded)
                name = name[..^1];
            var index = -1;
            if (name.LastIndexOf('*') is > 0 and var star)
            {
                if (
                    !int.TryParse(name.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out index)
                    || index > MaxIndex
                )
                    return null;
                name = name[..star];
            }
            return name.Length is 0 or > 60 || name.Contains(' ', StringComparison.Ordinal)
                ? null
                : new Segment(name, index, isEncoded, value);
        }
    }
}
