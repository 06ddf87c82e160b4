using Secretariat.Formats.Mime;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What an officer rests a proposal on: words of the message, words of an attachment, or one of which no words can be read.</summary>
public sealed record EvidenceByHand(Evidence? Evidence, string Field = "", Reason? WhyNot = null)
{
    private const string Attached = "attachment:";

    /// <param name="mail">The message.</param>
    /// <param name="part">The place of the attachment among those of the message; null for the text.</param>
    /// <param name="copied">The words; none of an attachment that cannot be read, for which its name stands.</param>
    public static EvidenceByHand In(MimeMessage mail, int? part, string? copied)
    {
        if (part is null)
            return Quoted(mail.IsTextFromHtml ? "html" : "text", mail.TextBody ?? "", copied, NotInMessage);
        if (part < 0 || part >= mail.Attachments.Count)
            return new(null, nameof(NewProposalForm.Part), Text.Key("Choose the message or one of its attachments."));
        var attachment = mail.Attachments[part.Value];
        var name = AttachedTexts.NameOf(attachment);
        if (AttachedTexts.TextOf(attachment) is { } text)
            return Quoted(
                Attached + name,
                text,
                copied,
                new(Text.Key("These words do not stand in {0}. Copy them exactly."), name)
            );
        return string.IsNullOrWhiteSpace(copied) || copied.Trim() == name
            ? new(new Evidence(Attached + name, name))
            : new(
                null,
                nameof(NewProposalForm.Quote),
                new(
                    Text.Key("{0} cannot be read here, so no words of it can be found. Leave them out: its name stands for it."),
                    name
                )
            );
    }

    /// <summary>The attachment in which evidence stands, or null.</summary>
    public static string? AttachmentOf(Evidence evidence) =>
        evidence.Part.StartsWith(Attached, StringComparison.Ordinal) ? evidence.Part[Attached.Length..] : null;

    private static readonly Reason NotInMessage = new(Text.Key("These words do not stand in the message. Copy them exactly."));

    private static EvidenceByHand Quoted(string part, string text, string? copied, Reason whyNot) =>
        string.IsNullOrWhiteSpace(copied) ? new(null, nameof(NewProposalForm.Quote), Text.Key("Copy the words that it rests on."))
        : Quotation.FindIn(text, copied) is { } quote ? new(new Evidence(part, quote))
        : new(null, nameof(NewProposalForm.Quote), whyNot);
}
