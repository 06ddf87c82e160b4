using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Nominations;

/// <summary>What somebody writes by form: the lines of the message, and what they ask for.</summary>
public sealed record FormLetter(
    string Subject,
    IReadOnlyList<string> Lines,
    IReadOnlyList<FormAsk> Asks,
    Thread? Answers,
    Guid FormToken
);

/// <summary>Who fills a form in, and how far they can be believed to be the partner.</summary>
/// <param name="Key">By which two senders of one form are told apart.</param>
public sealed record FormSender(string Name, string Email, string Key, Channel Channel, FiledBy By, Trust Trust)
{
    /// <summary>A partner contact at the desk.</summary>
    public static FormSender SignedIn(Account account) =>
        new(account.Name, account.Email!, $"{account.Id:N}", Channel.Desk, FiledBy.Desk, Trust.Known);

    /// <summary>Whoever has the link of a letter, under the name that they give.</summary>
    public static FormSender WithLink(Guid letterId, string name, string email) =>
        new(name, email, $"{letterId:N}/{name}/{email}", Channel.Link, FiledBy.Link, Trust.LinkHolder);
}

/// <summary>Turns a form into a message to the functional mailbox: kept byte for byte and decided on like mail.</summary>
public sealed class FormMessage(SecretariatDb db, IFileStore files, FileMessage filing, Settings settings, TimeProvider time)
{
    public async Task<Message> TakeInAsync(
        FormSender sender,
        Guid partnerId,
        FormLetter letter,
        CancellationToken cancellationToken
    )
    {
        var key = KeyOf(sender, letter);
        if (await FindAsync(key, cancellationToken) is { } sent)
            return sent;
        var bytes = MimeWriter.Write(Compose(sender, letter));
        var mail = MimeReader.Read(bytes);
        var message = new Message
        {
            Channel = sender.Channel,
            ReceivedAt = time.Now(),
            RawSha256 = await files.PutAsync(bytes, cancellationToken),
            Size = bytes.Length,
            FormKey = key,
        };
        message.TakeFrom(MessageFacts.Of(mail, sender.Trust is Trust.Known ? Origin.Proven : Origin.Unproven));
        message.File(await ThreadAsync(partnerId, letter, cancellationToken), sender.By, sender.Trust);
        await filing.WakeAsync(message, cancellationToken);
        db.Messages.Add(message);
        db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, []));
        db.Proposals.AddRange(letter.Asks.Select(ask => ProposalOf(message, mail.TextBody!, ask)));
        return await SaveAsync(message, key, cancellationToken);
    }

    /// <summary>Of two clicks at the same moment one makes the message, and both are answered with it.</summary>
    private async Task<Message> SaveAsync(Message message, string key, CancellationToken cancellationToken)
    {
        try
        {
            var process =
                message.Channel is Channel.Desk
                    ? Text.Key("Receive a form of the desk")
                    : Text.Key("Receive an answer through the link of a letter");
            await db.SaveAsync(process, cancellationToken: cancellationToken);
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
    private static string KeyOf(FormSender sender, FormLetter letter)
    {
        string[] parts = [$"{letter.FormToken:N}", sender.Key, $"{letter.Answers?.Id:N}", letter.Subject, .. letter.Lines];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private OutgoingMail Compose(FormSender sender, FormLetter letter) =>
        new(
            new MailAddress(sender.Name, sender.Email),
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            letter.Answers?.Reference is { } reference ? $"[{reference}] {letter.Subject}" : letter.Subject,
            string.Join('\n', letter.Lines) + "\n",
            $"{(sender.Channel is Channel.Desk ? "desk" : "link")}.{Guid.CreateVersion7():N}@{settings.Mail.MailboxHost}",
            time.Now()
        );

    /// <summary>Who moves the thread, or merges the partner’s entry, at the same moment hears of this, or is heard.</summary>
    private async Task<Thread> ThreadAsync(Guid partnerId, FormLetter letter, CancellationToken cancellationToken)
    {
        if (letter.Answers is { } answered)
        {
            db.Touch(answered);
            return answered;
        }

        await db.TakeTurnAsync(partnerId, cancellationToken);
        var thread = new Thread { PartnerId = partnerId, Subject = letter.Subject };
        db.Threads.Add(thread);
        return thread;
    }

    private static Proposal ProposalOf(Message message, string text, FormAsk ask)
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
