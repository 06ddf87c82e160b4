using Secretariat.Formats.Html;

namespace Secretariat.Formats.Mime;

/// <summary>Tells the body of a message from what came with it (RFC 2046 section 5.1, RFC 2183, RFC 2387).</summary>
internal sealed class MailBody
{
    private readonly List<Passage> passages = [];
    private readonly List<MimeAttachment> attachments = [];

    private readonly ReadState state;

    public MailBody(MimePart root, ReadState state)
    {
        this.state = state;
        Collect(root, alternative: null, isRelated: false);
        passages.RemoveAll(p => p.Plain is null && p.Html is null);
    }

    public IReadOnlyList<MimeAttachment> Attachments => attachments;

    public string? Text => passages.Count is 0 ? null : text ??= string.Join("\n\n", passages.Select(ReadableText));

    /// <summary>Whether the text was taken from HTML throughout.</summary>
    public bool IsTextFromHtml => Text is not null && passages.TrueForAll(p => p.IsReadFromHtml);

    public string? Plain => Joined(passages.Select(p => p.Plain?.ReadText()));

    public string? Html => html ??= Told(Joined(passages.Select(p => p.Html?.ReadText())));

    private string? text;
    private string? html;

    private void Collect(MimePart part, Passage? alternative, bool isRelated)
    {
        if (part.IsMultipart && part.Children.Count > 0)
        {
            if (part.ContentType is "multipart/alternative" && alternative is null)
                passages.Add(alternative = new Passage());
            foreach (var child in part.Children)
                Collect(child, alternative, isRelated || part.ContentType is "multipart/related");
        }
        else if (!TakeAsBody(part, alternative))
            Attach(part, isRelated);
    }

    private bool TakeAsBody(MimePart part, Passage? alternative)
    {
        // A multipart in which no boundary is found still has something to read.
        var isPlain =
            part.ContentType is "text/plain" or "text/enriched" or "text/richtext" or "text/x-markdown" or "text/markdown"
            || part.IsMultipart;
        if (!isPlain && part.ContentType is not "text/html" || part.Disposition is "attachment")
            return false;
        if (part.FileName is not null && passages.Exists(p => p.Plain is not null || p.Html is not null))
            return false;
        var passage = alternative;
        if (passage is null)
            passages.Add(passage = new Passage());
        if (isPlain ? passage.Plain is not null : passage.Html is not null)
            passages.Add(passage = new Passage());
        if (isPlain)
            passage.Plain = part;
        else
            passage.Html = part;
        // A named text that opens the message is read as its body and kept as a file too.
        return part.FileName is null || alternative is not null;
    }

    private void Attach(MimePart part, bool isRelated)
    {
        if (part.RawContent.Length > 0 || part.FileName is not null)
            attachments.Add(
                new MimeAttachment(part, part.Disposition is "inline" || isRelated && part.Disposition is not "attachment")
            );
    }

    private string ReadableText(Passage passage)
    {
        if (passage.Plain is not { } plain)
            return FromHtml(passage, ToText(passage.Html!));
        var read = plain.ReadText().ReplaceLineEndings("\n");
        if (passage.Html is { } html && read.Length <= StubText.MaxLength)
        {
            var page = ToText(html);
            if (string.IsNullOrWhiteSpace(read) || StubText.Is(read, page))
                return FromHtml(passage, page);
        }
        return FlowedText.IsFlowed(plain) ? FlowedText.Join(read, FlowedText.DropsSpace(plain)) : read;
    }

    private static string FromHtml(Passage passage, string page)
    {
        passage.IsReadFromHtml = true;
        return page;
    }

    private string ToText(MimePart html) => HtmlText.ToText(Told(html.ReadText())!);

    /// <summary>Says of HTML that it is longer than what is ever shown of it.</summary>
    private string? Told(string? page)
    {
        if (page is not null && HtmlSanitizer.LengthRead(page) is var length && length < page.Length)
            state.Report(MimeProblem.PageCut, length);
        return page;
    }

    private static string? Joined(IEnumerable<string?> texts)
    {
        var present = texts.OfType<string>().ToList();
        return present.Count is 0 ? null : string.Join("\n", present);
    }

    /// <summary>A stretch of the body, in one or both of its forms.</summary>
    private sealed class Passage
    {
        public MimePart? Plain { get; set; }
        public MimePart? Html { get; set; }
        public bool IsReadFromHtml { get; set; }
    }
}
