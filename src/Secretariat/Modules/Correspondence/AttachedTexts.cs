using Secretariat.Formats.Mime;
using Secretariat.Formats.VCard;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Correspondence.Understanding;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Modules.Correspondence;

/// <summary>An attachment that was not read, and why.</summary>
/// <param name="IsInPart">Whether its beginning was read.</param>
public sealed record UnreadPart(string Name, Reason Why, bool IsInPart = false);

/// <summary>What the attachments of a message say, as far as their text can be read: Word, PDF, plain text and vCards.</summary>
public sealed record AttachedTexts(IReadOnlyList<PartText> Texts, IReadOnlyList<UnreadPart> Unread)
{
    /// <summary>Attachments of one message that are read; nobody answers with more.</summary>
    private const int Most = 10;
    private const int LargestPdf = 20_000_000;

    /// <summary>Time of the processor for all PDF files of one message together; a letter takes a tenth of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.75);

    /// <param name="message">The message.</param>
    /// <param name="ours">Attachments that are documents of ours, sent back: they say nothing new.</param>
    /// <param name="strands">Codes of the strands of work, by which a reply sheet names them; none where the record is not at hand.</param>
    public static AttachedTexts Of(
        MimeMessage message,
        IReadOnlyCollection<MimeAttachment>? ours = null,
        IReadOnlyList<string>? strands = null
    )
    {
        var (texts, unread, tried, patience) = (new List<PartText>(), new List<UnreadPart>(), 0, Patience);
        var allowance = new Allowance();
        allowance.Take(message.TextBody?.Length ?? 0);
        var (body, programs) = (message.TextPart, new ProgramParts(message));
        foreach (var attachment in message.Attachments.Except(ours ?? []))
        {
            var name = NameOf(attachment);
            if (KindOf(attachment) is null ? programs.Hold(attachment) : !IsDocument(attachment, body))
                continue;
            if (IsRead(attachment) && ++tried > Most)
                unread.Add(new(name, Text.Key("There are more attachments than are read.")));
            else if (WhyNotRead(attachment, ref patience, out var text, out var form) is { } why)
                unread.Add(new(name, why));
            else
            {
                var part = new PartText(name, text, CardsIn(attachment)).WithSheet(form, strands ?? []);
                texts.Add(part);
                if (part.IsLetter && allowance.Take(text.Length) is var read && read < text.Length)
                    unread.Add(new(name, Text.Key("The message has more text than is read."), IsInPart: read > 0));
            }
        }
        return new AttachedTexts(texts, unread);
    }

    /// <summary>As evidence names it.</summary>
    public static string NameOf(MimeAttachment attachment) => attachment.Name ?? attachment.ContentType;

    /// <summary>What one attachment says, or null where no words of it can be read.</summary>
    public static string? TextOf(MimeAttachment attachment)
    {
        var patience = Patience;
        return WhyNotRead(attachment, ref patience, out var text, out _) is null && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;
    }

    /// <summary>Shown within the text or beside it: some programs send every document within.</summary>
    private static bool IsDocument(MimeAttachment attachment, string? body) =>
        KindOf(attachment) is { } kind && !(kind is "text" && IsBody(attachment, body));

    /// <summary>A named text that opens the message is its body too, with what the body quotes.</summary>
    private static bool IsBody(MimeAttachment attachment, string? body) =>
        body?.StartsWith(attachment.Part.ReadText(), StringComparison.Ordinal) is true;

    /// <summary>Whether it brings more than programs add by themselves: a document or scan, read or not.</summary>
    public static bool HasDocument(MimeMessage message)
    {
        var body = message.TextPart;
        return message.Attachments.Any(a =>
            KindOf(a) is { } kind ? kind is not "card" && IsDocument(a, body) : !IsAddedByPrograms(a)
        );
    }

    /// <summary>Logos within the text, signatures, the message answered, the layout of the text.</summary>
    private static bool IsAddedByPrograms(MimeAttachment attachment) =>
        attachment.ContentType is var type
        && (
            type.StartsWith("text/", StringComparison.Ordinal)
            || type.StartsWith("message/", StringComparison.Ordinal)
            || type.EndsWith("-signature", StringComparison.Ordinal)
            || attachment.IsInline && type.StartsWith("image/", StringComparison.Ordinal)
        );

    private static string? KindOf(MimeAttachment attachment) =>
        (attachment.ContentType, Path.GetExtension(attachment.Name)?.ToLowerInvariant()) switch
        {
            ("application/pdf", _) or (_, ".pdf") => "pdf",
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _) or (_, ".docx") => "docx",

            ("application/msword" or "application/rtf" or "application/vnd.oasis.opendocument.text", _) => "other",
            ("application/ms-tnef" or "application/vnd.ms-tnef", _) => "other",
            (_, ".doc" or ".rtf" or ".odt") => "other",
            ("text/vcard" or "text/x-vcard" or "text/directory", _) or (_, ".vcf") => "card",
            ("text/plain", _) => "text",
            _ => null,
        };

    private static bool IsRead(MimeAttachment attachment) => KindOf(attachment) is not (null or "other");

    private static IReadOnlyList<Card>? CardsIn(MimeAttachment attachment) =>
        KindOf(attachment) is "card" ? VCardReader.Read(attachment.Content.Span).Cards : null;

    private static Reason? WhyNotRead(MimeAttachment attachment, ref TimeSpan patience, out string text, out DocxForm? form)
    {
        (text, form) = ("", null);
        switch (KindOf(attachment))
        {
            case "docx":
                return WhyNotReadDocx(attachment, out text, out form);
            case "pdf":
                return WhyNotReadPdf(attachment, ref patience, out text);
            case "text" or "card":
                text = attachment.Part.ReadText().ReplaceLineEndings("\n");
                return null;
            default:
                return Text.Key("Documents of this kind are not read.");
        }
    }

    private static Reason? WhyNotReadDocx(MimeAttachment attachment, out string text, out DocxForm? form)
    {
        (text, form) = ("", null);
        try
        {
            form = DocxForm.Read(attachment.Content);
            text = form.Text;
            return null;
        }
        catch (InvalidDataException)
        {
            return Text.Key("The document is damaged, enciphered or too large.");
        }
    }

    private static Reason? WhyNotReadPdf(MimeAttachment attachment, ref TimeSpan patience, out string text)
    {
        text = "";
        if (!PdfText.IsAvailable)
            return Text.Key("PDF files are not read here: pdftotext (poppler-utils) is not installed.");
        if (patience <= TimeSpan.Zero)
            return Text.Key("Reading the attachments took too long.");
        if (attachment.Size > LargestPdf)
            return Text.Key("The document is damaged, enciphered or too large.");
        var read = PdfText.Read(attachment.Content, patience, out var spent);
        patience -= spent;
        if (read is null)
            return patience <= TimeSpan.Zero
                ? Text.Key("Reading the attachments took too long.")
                : Text.Key("The document is damaged, enciphered or too large.");
        text = read;
        return string.IsNullOrWhiteSpace(text) ? Text.Key("The PDF holds pictures and no text. Read it yourself.") : null;
    }
}
