using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A text that came with a message, of which no language is known yet: its body, or a document attached to it.</summary>
internal sealed record Writing(string Part, SplitText Text, MailAddress? From)
{
    public bool IsBody => Part is "text" or "html";

    /// <summary>The body first, then what is attached.</summary>
    public static IEnumerable<Writing> In(MimeMessage message, IEnumerable<PartText> attached)
    {
        var allowance = new Allowance();
        var from = message.From is [var first, ..] ? first : null;
        if (message.TextBody is { } body)
            yield return new Writing(
                message.IsTextFromHtml ? "html" : "text",
                NewText.Split(body[..allowance.Take(body.Length)]),
                from
            );
        foreach (var part in attached.Where(a => a.IsLetter))
            yield return new Writing(part.Part, Whole(part.Text[..allowance.Take(part.Text.Length)]), from);
    }

    /// <summary>A document quotes nobody.</summary>
    private static SplitText Whole(string text) => new(text, [new TextRange(0, text.Length)], [], null);
}

/// <summary>What is left of the characters that are read of one message, spent in the order of its texts: the body, then what is attached.</summary>
internal sealed class Allowance
{
    private int left = Clerk.MaxTotal;

    /// <returns>How many of so many characters are read.</returns>
    public int Take(int length)
    {
        var taken = Math.Min(length, Math.Min(left, Clerk.MaxLength));
        left -= taken;
        return taken;
    }
}
