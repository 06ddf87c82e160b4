namespace Secretariat.Formats.Mime;

/// <summary>Tells what a sender wrote this time from quoted history and signature. In doubt a line counts as new: nothing the sender wrote may be lost.</summary>
public static class NewText
{
    private static readonly NewTextPhrases Phrases = new(NewTextLanguages.All);

    /// <summary>Divides a body. Never throws; linear in the length.</summary>
    /// <param name="body">Readable text with LF or CRLF as line ends, as <see cref="MimeMessage.TextBody"/> gives it.</param>
    public static SplitText Split(string body)
    {
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
}
