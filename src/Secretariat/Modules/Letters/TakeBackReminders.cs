using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>A reminder that waits for office hours does not leave when what it reminds of has been answered meanwhile, or replaced.</summary>
public sealed class TakeBackReminders(SecretariatDb db, TakeBack takeBack, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var waiting = await (
            from reminder in db.Reminders
            join letter in db.Letters on reminder.LetterId equals letter.Id
            join message in db.Outbox on reminder.OutgoingMessageId equals message.Id
            where message.Delivery == Delivery.Due && message.DueAt > now
            select new
            {
                letter.CampaignId,
                reminder.LetterId,
                Message = message,
            }
        ).ToListAsync(cancellationToken);
        var settled = new HashSet<Guid>();
        foreach (var campaign in waiting.Select(w => w.CampaignId).Distinct())
            settled.UnionWith(await SettledAsync(campaign, cancellationToken));
        // One message reminds a partner of all its letters.
        var needless = waiting
            .GroupBy(w => w.Message, w => w.LetterId)
            .Where(g => g.All(settled.Contains))
            .Select(g => g.Key)
            .ToList();
        if (needless.Count == 0)
            return 0;
        await takeBack.RunAsync(needless, [], cancellationToken);
        await db.SaveAsync(
            Text.Key("Take back reminders of what has been answered or replaced"),
            cancellationToken: cancellationToken
        );
        return needless.Count;
    }

    private async Task<IEnumerable<Guid>> SettledAsync(Guid campaign, CancellationToken cancellationToken) =>
        (await ReadAnswers.OfCampaignAsync(db, campaign, AsOf.Today(time), cancellationToken))
            .Where(a => a.State is Answering.Answered || a.ReplacedBy is not null)
            .Select(a => a.Letter.Id);
}
