using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

public enum PaperSort
{
    Letter,
    NoteVerbale,
}

/// <summary>What came on paper: who sent it, when it came, and the scan or the file of it.</summary>
/// <param name="Answers">The thread of our letter that it answers, or null.</param>
public sealed record Paper(
    Partner From,
    PaperSort Sort,
    DateOnly ReceivedOn,
    string Subject,
    string FileName,
    byte[] Document,
    Thread? Answers
);

/// <summary>Takes a letter or a note verbale on paper into the record as a message, read and decided on like any other.</summary>
public sealed class PaperMessage(SecretariatDb db, IFileStore files, OpenMail opening, Settings settings, TimeProvider time)
{
    /// <summary>Nobody's address (RFC 2606 section 2): paper is not answered by mail.</summary>
    private const string NoAddress = "paper@paper.invalid";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".txt"] = "text/plain",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
    };

    /// <summary>Why a file of that name is not taken, or null when it is.</summary>
    public static string? WhyNot(string fileName) =>
        Types.ContainsKey(Path.GetExtension(fileName))
            ? null
            : Text.Key("Choose the scan as PDF, JPEG, PNG or TIFF, or the document as DOCX or text.");

    /// <returns>The message; the same paper again is the same message.</returns>
    public async Task<Message> TakeInAsync(Paper paper, CancellationToken cancellationToken)
    {
        var key = KeyOf(paper);
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.FormKey == key, cancellationToken) is { } known)
            return known;
        var received = ReceivedAt(paper.ReceivedOn);
        var bytes = MimeWriter.Write(Compose(paper, received));
        var mail = MimeReader.Read(bytes, settings.Mail.Limits);
        var opened = await opening.UnderstandAsync(mail, cancellationToken);
        var message = new Message
        {
            Channel = Channel.Paper,
            ReceivedAt = received,
            RawSha256 = await files.PutAsync(bytes, cancellationToken),
            Size = bytes.Length,
            FormKey = key,
        };
        message.TakeFrom(opened.Facts, opened.Unread);
        message.File(paper.Answers ?? NewThread(paper), FiledBy.Person, Trust.OnPaper);
        db.Messages.Add(message);
        db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, opened.Attached));
        db.Proposals.AddRange(opened.Suggestions.Select(s => Proposal.From(message.Id, s)));
        await db.SaveAsync(Text.Key("Take in what came on paper"), cancellationToken: cancellationToken);
        return message;
    }

    private DateTimeOffset ReceivedAt(DateOnly day) =>
        day >= time.Today() ? time.Now() : Clock.InstantOf(day.ToDateTime(new TimeOnly(12, 0)));

    private OutgoingMail Compose(Paper paper, DateTimeOffset received) =>
        new(
            new MailAddress(paper.From.Name.In("en"), NoAddress),
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            paper.Subject,
            $"{(paper.Sort is PaperSort.NoteVerbale ? "Note verbale" : "Letter")} on paper, received on {paper.ReceivedOn:yyyy-MM-dd}.\n",
            $"paper.{Guid.CreateVersion7():N}@{settings.Mail.MailboxHost}",
            received
        )
        {
            Attachments = [new OutgoingAttachment(paper.FileName, Types[Path.GetExtension(paper.FileName)], paper.Document)],
        };

    private Thread NewThread(Paper paper)
    {
        var thread = new Thread { PartnerId = paper.From.Id, Subject = paper.Subject };
        db.Threads.Add(thread);
        return thread;
    }

    private static string KeyOf(Paper paper) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"paper/{paper.From.Id:N}/{paper.Subject}/{Convert.ToHexStringLower(SHA256.HashData(paper.Document))}"
                )
            )
        );
}
