using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A text that came with a message, of which no language is known yet: its body, or a document attached to it.</summary>
internal sealed record Writing(string Part, SplitText Text, MailAddress? From)
{
    public bool IsBody => Part is "text" or "html";

    /// <summary>The body first, then what is attached.</summary>
    public static IEnumerable<Writing> In(MimeMessage message, IEnumerable<PartText> attached)
    {
        var from = message.From is [var first, ..] ? first : null;
        if (message.TextBody is { } body)
            yield return new Writing(message.IsTextFromHtml ? "html" : "text", NewText.Split(Cut(body)), from);
        foreach (var part in attached.Where(a => a.Cards is null))
            yield return new Writing(part.Part, Whole(Cut(part.Text)), from);
    }

    /// <summary>A document quotes nobody.</summary>
    private static SplitText Whole(string text) => new(text, [new TextRange(0, text.Length)], [], null);

    private static string Cut(string text) => text.Length > Clerk.MaxLength ? text[..Clerk.MaxLength] : text;
}
