using Secretariat.Formats.Mime;
using Secretariat.Formats.Smtp;
using Secretariat.Platform;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Puts one message together and hands it to the server, within a limit of time.</summary>
public sealed partial class HandOver(
    IFileStore files,
    IMailSender sender,
    Settings settings,
    TimeProvider time,
    ILogger<HandOver> log
)
{
    /// <returns>What became of it; a problem of this message's own is an answer too.</returns>
    public async Task<Sending> RunAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = MimeWriter.Write(await ComposeAsync(message, cancellationToken));
            return await sender.SendInTimeAsync(bytes, EnvelopeOf(message), time, cancellationToken);
        }
        catch (Exception problem) when (problem is FileNotFoundException or InvalidDataException or ArgumentException)
        {
            return new Sending.Refused(Reason.Quoted(problem.Message), IsTemporary: false);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogProblem(problem, message.Id);
            return new Sending.Refused(Text.Key("It could not be handed over: {0}", problem.Message), IsTemporary: true);
        }
    }

    private SmtpEnvelope EnvelopeOf(OutgoingMessage message) =>
        new(settings.Mail.Mailbox, message.ToAddress) { Id = message.EnvelopeId };

    private async Task<OutgoingMail> ComposeAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var attachments = new List<OutgoingAttachment>();
        OutgoingCalendar? calendar = null;
        foreach (var file in message.Files)
        {
            var content = await files.GetAsync(file.Sha256, cancellationToken);
            if (file.CalendarMethod is { } method)
                calendar = new(method, content);
            else
                attachments.Add(new OutgoingAttachment(file.Name, file.ContentType, content));
        }

        return new OutgoingMail(
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            new MailAddress(message.ToName, message.ToAddress),
            message.Subject,
            message.Body,
            message.InternetMessageId,
            message.DueAt
        )
        {
            Calendar = calendar,
            Attachments = attachments,
            // Other programs name their messages as they like: what cannot be repeated is left out, or the answer would never leave.
            InReplyTo = message.Answers.TakeLast(1).FirstOrDefault(MimeWriter.CanAnswer),
            References = [.. message.Answers.Where(MimeWriter.CanAnswer)],
            ExtraHeaders = HeadersOf(message),
        };
    }

    /// <summary>Whoever wants no more of it says so by mail (RFC 2369 section 3.2): it comes back to its thread as any answer does.</summary>
    private Dictionary<string, string> HeadersOf(OutgoingMessage message) =>
        message.IsMassMail
            ? new()
            {
                ["List-Unsubscribe"] =
                    $"<mailto:{settings.Mail.Mailbox}?subject={Uri.EscapeDataString($"Unsubscribe {Reference(message)}")}>",
            }
            : [];

    private static string Reference(OutgoingMessage message) =>
        LetterReference.FindIn(message.Subject) is [var first, ..] ? first : message.Subject;

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} of the outbox could not be handed over")]
    private partial void LogProblem(Exception problem, Guid id);
}
