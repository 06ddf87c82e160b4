namespace Secretariat.Formats.Mime;

/// <summary>Tells what a sender wrote this time from quoted history and signature. In doubt a line counts as new: nothing the sender wrote may be lost.</summary>
public static class NewText
{
    private static readonly NewTextPhrases Phrases = new(NewTextLanguages.All);

    /// <summary>Characters that are divided; nobody writes as many, and programs that do not stop take time.</summary>
    public const int MaxLength = 500_000;

    /// <summary>Divides a body. Lines that begin beyond <see cref="MaxLength"/> count as new. Never throws; linear in the length.</summary>
    /// <param name="body">Readable text with LF or CRLF as line ends, as <see cref="MimeMessage.TextBody"/> gives it.</param>
    public static SplitText Split(string body)
    {
        if (body.Length > MaxLength && body.IndexOf('\n', MaxLength) is >= 0 and var cut)
            return SplitUpTo(cut, body);
        var text = new BodyLines(body);
        new QuotedHistory(text, Phrases).Mark();
        new SignatureBlock(text, Phrases).Mark();
        return new SplitText(
            body,
            text.Ranges(LineKind.New),
            text.Ranges(LineKind.Quoted),
            text.Ranges(LineKind.Signature) is [var signature, ..] ? signature : null
        );
    }

    /// <summary>A signature stands at the end, which is not seen.</summary>
    private static SplitText SplitUpTo(int cut, string body)
    {
        var text = new BodyLines(body[..cut]);
        new QuotedHistory(text, Phrases).Mark();
        var written = text.Ranges(LineKind.New).ToList();
        var rest = body.AsSpan(cut).TrimEnd();
        if (rest.TrimStart().Length is > 0 and var length)
            written.Add(new TextRange(cut + rest.Length - length, length));
        return new SplitText(body, written, text.Ranges(LineKind.Quoted), null);
    }
}
