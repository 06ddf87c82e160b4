using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Gives messages that were read before there was a search their words, and what tells them from copies.</summary>
public sealed class IndexMail(SecretariatDb db, OpenMail opening) : IWork
{
    private const int Batch = 50;

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var indexed = 0;
        while (await NextAsync(cancellationToken) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
                await IndexAsync(message, cancellationToken);
            await db.SaveAsync(Text.Key("Index mail"), cancellationToken: cancellationToken);
            db.ChangeTracker.Clear();
            indexed += messages.Count;
        }

        return indexed;
    }

    private Task<List<Message>> NextAsync(CancellationToken cancellationToken) =>
        db
            .Messages.Where(m => m.Reading == Reading.Read && m.ContentSha256 == null)
            .OrderBy(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);

    private async Task IndexAsync(Message message, CancellationToken cancellationToken)
    {
        var mail = await opening.ParseAsync(message, cancellationToken);
        message.Identify(MessageFacts.ContentOf(mail));
        if (!await db.SearchTexts.AnyAsync(s => s.RecordId == message.Id, cancellationToken))
            db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, AttachedTexts.Of(mail).Texts));
    }
}
