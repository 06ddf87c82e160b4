using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Nominations;

/// <summary>What a partner contact writes by form: the lines of the message, and what they ask for.</summary>
public sealed record DeskLetter(string Subject, IReadOnlyList<string> Lines, DeskAsk Ask, Thread? Answers, Guid FormToken);

/// <summary>What the form asks for; the quotes are lines of the message.</summary>
public sealed record DeskAsk(
    ProposalType Type,
    bool IsAlternate,
    ProposedPerson? Person,
    IReadOnlyList<string> Strands,
    IReadOnlyList<string> Quotes
);

/// <summary>Turns a form of the desk into a message to the functional mailbox: kept byte for byte and decided on like mail.</summary>
public sealed class DeskMessage(SecretariatDb db, IFileStore files, FileMessage filing, Settings settings, TimeProvider time)
{
    public async Task<Message> TakeInAsync(
        Account account,
        Guid partnerId,
        DeskLetter letter,
        CancellationToken cancellationToken
    )
    {
        var key = KeyOf(account, letter);
        if (await FindAsync(key, cancellationToken) is { } sent)
            return sent;
        var bytes = MimeWriter.Write(Compose(account, letter));
        var mail = MimeReader.Read(bytes);
        var message = new Message
        {
            Channel = Channel.Desk,
            ReceivedAt = time.Now(),
            RawSha256 = await files.PutAsync(bytes, cancellationToken),
            Size = bytes.Length,
            FormKey = key,
        };
        message.TakeFrom(MessageFacts.Of(mail, Origin.Proven));
        message.File(letter.Answers ?? NewThread(partnerId, letter.Subject), FiledBy.Desk, Trust.Known);
        await filing.WakeAsync(message, cancellationToken);
        db.Messages.Add(message);
        db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, []));
        db.Proposals.Add(ProposalOf(message, mail.TextBody!, letter.Ask));
        return await SaveAsync(message, key, cancellationToken);
    }

    /// <summary>Of two clicks at the same moment one makes the message, and both are answered with it.</summary>
    private async Task<Message> SaveAsync(Message message, string key, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveAsync(Text.Key("Receive a form of the desk"), cancellationToken: cancellationToken);
            return message;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(key, cancellationToken) is { } sent)
                return sent;
            throw;
        }
    }

    private Task<Message?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.FormKey == key, cancellationToken);

    /// <summary>The content counts too: whoever goes back, changes the form and sends it again sends another message.</summary>
    private static string KeyOf(Account account, DeskLetter letter)
    {
        string[] parts = [$"{letter.FormToken:N}", $"{account.Id:N}", $"{letter.Answers?.Id:N}", letter.Subject, .. letter.Lines];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private OutgoingMail Compose(Account account, DeskLetter letter) =>
        new(
            new MailAddress(account.Name, account.Email!),
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            letter.Answers?.Reference is { } reference ? $"[{reference}] {letter.Subject}" : letter.Subject,
            string.Join('\n', letter.Lines) + "\n",
            $"desk.{Guid.CreateVersion7():N}@{settings.Mail.Mailbox.Split('@')[^1]}",
            time.Now()
        );

    private Thread NewThread(Guid partnerId, string subject)
    {
        var thread = new Thread { PartnerId = partnerId, Subject = subject };
        db.Threads.Add(thread);
        return thread;
    }

    private static Proposal ProposalOf(Message message, string text, DeskAsk ask)
    {
        if (ask.Quotes.FirstOrDefault(q => !text.Contains(q, StringComparison.Ordinal)) is { } missing)
            throw new InvalidOperationException($"The message does not hold the words “{missing}”.");
        return Proposal.From(
            message.Id,
            new Suggestion(
                ask.Type,
                ask.IsAlternate,
                ask.Strands,
                ask.Person,
                [.. ask.Quotes.Select(q => new Evidence("text", q))]
            )
        );
    }
}

public static class DeskWords
{
    /// <summary>One line as a person meant it: no control characters, single blanks.</summary>
    public static string? Line(string? text)
    {
        var clean = new string([.. (text ?? "").Select(c => char.IsControl(c) ? ' ' : c)]);
        var words = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : words;
    }
}
