using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Reads what has been stored: facts, thread, trust, proposals. What cannot be read is quarantined, never dropped.</summary>
public sealed partial class ReadMail(
    SecretariatDb db,
    OpenMail opening,
    FileMessage filing,
    TakeReport reports,
    TakeAnswer answers,
    ILogger<ReadMail> log
) : IWork
{
    private const int Batch = 50;

    /// <summary>So many that stay stored, and the trouble is not theirs: the next run begins again.</summary>
    private const int MostLeft = 10;

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (read, left) = (0, new List<Guid>());
        while (left.Count < MostLeft && await NextAsync(left, cancellationToken) is { Count: > 0 } stored)
        {
            foreach (var id in stored)
            {
                if (await ReadOneAsync(id, cancellationToken))
                    read++;
                else
                    left.Add(id);
            }
        }

        return read;
    }

    private Task<List<Guid>> NextAsync(List<Guid> left, CancellationToken cancellationToken) =>
        db
            .Messages.Where(m => m.Reading == Reading.Stored && !left.Contains(m.Id))
            .OrderBy(m => m.ReceivedAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);

    /// <summary>One message a transaction: an odd one never holds up the next.</summary>
    /// <returns>Whether it is read or in quarantine now; else it stays stored and is read in a later run.</returns>
    private async Task<bool> ReadOneAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            db.ChangeTracker.Clear();
            var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
            await ReadAsync(message, cancellationToken);
            await db.SaveAsync(Text.Key("Read mail"), cancellationToken: cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has read it meanwhile; if not, it comes again.
            LogConflict(id);
            db.ChangeTracker.Clear();
            return false;
        }
        catch (Exception problem) when (IsOutOfReach(problem) || Database.IsPassing(problem))
        {
            LogProblem(problem, id);
            db.ChangeTracker.Clear();
            return false;
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or System.Data.Common.DbException))
        {
            LogProblem(problem, id);
            await QuarantineAsync(id, Text.Key("The message could not be read: {0}", problem.Message), cancellationToken);
            return true;
        }
    }

    /// <summary>Whether its file cannot be read for now; one that is gone does not come back by itself.</summary>
    private static bool IsOutOfReach(Exception problem) => problem is IOException and not FileNotFoundException;

    private async Task ReadAsync(Message message, CancellationToken cancellationToken)
    {
        var mail = await opening.ParseAsync(message, cancellationToken);
        if (mail.UnreadableReason is { } problem)
        {
            message.Quarantine(OpenMail.InWords(problem));
            return;
        }

        var opened = await opening.UnderstandAsync(mail, cancellationToken);
        message.TakeFrom(opened.Facts, opened.Unread);
        db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, opened.Attached));
        if (await IsCopyAsync(message, cancellationToken))
            message.MarkCopy();
        await filing.ByItsSignsAsync(message, mail, cancellationToken);
        if (message.Triage is Triage.Copy)
            return;
        if (message.Kind is MailKind.Bounce)
            await reports.RunAsync(message, mail, cancellationToken);
        if (message.Kind is MailKind.CalendarReply)
            await answers.RunAsync(message, mail, cancellationToken);
        // A report on one of our messages may have finished it.
        if (message.Triage is Triage.ToDo)
            db.Proposals.AddRange(opened.Suggestions.Select(s => Proposal.From(message.Id, s)));
    }

    /// <summary>The same mail over two ways differs in its trace lines only; another text under the same Message-ID is no copy.</summary>
    private Task<bool> IsCopyAsync(Message message, CancellationToken cancellationToken) =>
        message.InternetMessageId is null
            ? Task.FromResult(false)
            : db.Messages.AnyAsync(
                m =>
                    m.Id != message.Id
                    && m.InternetMessageId == message.InternetMessageId
                    && m.ContentSha256 == message.ContentSha256,
                cancellationToken
            );

    private async Task QuarantineAsync(Guid id, Reason reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
        message.Quarantine(reason);
        await db.SaveAsync(Text.Key("Quarantine mail"), cancellationToken: cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} was changed while it was being read")]
    private partial void LogConflict(Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be read")]
    private partial void LogProblem(Exception problem, Guid id);
}
