using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A mail, opened and understood; nothing of it is recorded yet.</summary>
/// <param name="Unread">Attachments that the clerk has not read.</param>
public sealed record OpenedMail(
    MessageFacts Facts,
    IReadOnlyList<UnreadPart> Unread,
    IReadOnlyList<Suggestion> Suggestions,
    IReadOnlyList<PartText> Attached
);

/// <summary>Opens a stored mail within the limits that are configured, and understands it.</summary>
public sealed class OpenMail(SecretariatDb db, IFileStore files, Clerk clerk, Settings settings)
{
    /// <summary>An empty mail for a message that was too large to take.</summary>
    public async Task<MimeMessage> ParseAsync(Message message, CancellationToken cancellationToken) =>
        MimeReader.Read(
            message.RawSha256 is { } sha256 ? await files.GetAsync(sha256, cancellationToken) : default,
            settings.Mail.Limits
        );

    /// <summary>The same for a page: an empty mail, and the reason, where the file is gone or damaged.</summary>
    public async Task<(MimeMessage Mail, Reason? Problem)> ShowAsync(Message message, CancellationToken cancellationToken)
    {
        try
        {
            return (await ParseAsync(message, cancellationToken), message.Problem);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            return (
                MimeReader.Read(default, settings.Mail.Limits),
                message.Problem ?? Text.Key("The message could not be read: {0}", problem.Message)
            );
        }
    }

    /// <summary>What was odd about a mail, to be said in the reader's language.</summary>
    public static Reason InWords(MimeProblem problem) =>
        problem.Number is { } number ? new(problem.Sentence, number) : new(problem.Sentence);

    public async Task<OpenedMail> UnderstandAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var attached = await AttachedAsync(mail, cancellationToken);
        var understood = clerk.Read(mail, attached.Texts);
        var facts = MessageFacts.Of(mail, Origins.Of(mail, settings.Mail.AuthservId), understood.Kind);
        return new OpenedMail(facts, attached.Unread, understood.Suggestions, attached.Texts);
    }

    /// <summary>What a mail asks for that was taken for a program's.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestByPersonAsync(MimeMessage mail, CancellationToken cancellationToken) =>
        clerk.ReadByPerson(mail, (await AttachedAsync(mail, cancellationToken)).Texts);

    private async Task<AttachedTexts> AttachedAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var strands =
            mail.Attachments.Count > 0
                ? await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(cancellationToken)
                : [];
        return AttachedTexts.Of(mail, await OursAsync(mail, cancellationToken), strands);
    }

    /// <summary>Our own letters, which answers often bring back.</summary>
    private async Task<List<MimeAttachment>> OursAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var ours = new List<MimeAttachment>();
        foreach (var attachment in mail.Attachments)
        {
            if (await files.HoldsAsync(attachment.Sha256, cancellationToken))
                ours.Add(attachment);
        }

        return ours;
    }
}
