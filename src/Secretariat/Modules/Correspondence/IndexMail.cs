using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Gives messages that were read before there was a search their words, and what tells them from copies.</summary>
public sealed partial class IndexMail(SecretariatDb db, OpenMail opening, ILogger<IndexMail> log) : IWork
{
    private const int Batch = 50;

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (indexed, last) = (0, Guid.Empty);
        while (await NextAsync(last, cancellationToken) is { Count: > 0 } ids)
        {
            foreach (var id in ids)
                indexed += await IndexOneAsync(id, cancellationToken) ? 1 : 0;
            last = ids[^1];
        }

        return indexed;
    }

    private Task<List<Guid>> NextAsync(Guid last, CancellationToken cancellationToken) =>
        db
            .Messages.Where(m => m.Reading == Reading.Read && m.ContentSha256 == null && m.Id > last)
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);

    /// <summary>One message a transaction: one whose file is gone never holds up the next, and is tried again in the next run.</summary>
    private async Task<bool> IndexOneAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        try
        {
            var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
            var mail = await opening.ParseAsync(message, cancellationToken);
            message.Identify(MessageFacts.ContentOf(mail));
            if (!await db.SearchTexts.AnyAsync(s => s.RecordId == id, cancellationToken))
                db.SearchTexts.Add(MessageFacts.SearchTextOf(id, mail, AttachedTexts.Of(mail).Texts));
            await db.SaveAsync(Text.Key("Index mail"), cancellationToken: cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or DbUpdateException)
        {
            LogProblem(problem, id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} could not be indexed")]
    private partial void LogProblem(Exception problem, Guid id);
}
