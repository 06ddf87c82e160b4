namespace Secretariat.Formats.Mime;

/// <summary>A body divided into what the sender wrote this time, what was quoted, and the signature; every piece is a verbatim range of the body.</summary>
/// <param name="Body">The whole text.</param>
/// <param name="New">The sender's own words, in their order; several where answers stand between quotations.</param>
/// <param name="Quoted">Quoted history and forwarded mail, with the lines that introduce it.</param>
/// <param name="Signature">The signature block with the line that sets it off, so that the pieces hold every word and mark of the body; or null.</param>
public sealed record SplitText(string Body, IReadOnlyList<TextRange> New, IReadOnlyList<TextRange> Quoted, TextRange? Signature)
{
    /// <summary>The sender's own words, stretches joined by an empty line.</summary>
    public string NewText => string.Join("\n\n", New.Select(range => range.Of(Body)));

    /// <summary>The quoted history, stretches joined by an empty line.</summary>
    public string QuotedText => string.Join("\n\n", Quoted.Select(range => range.Of(Body)));

    /// <summary>The signature as text, or null.</summary>
    public string? SignatureText => Signature?.Of(Body);
}
