using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>A reminder that waits does not leave once nobody has to be reminded, or somebody else: the office can remind again.</summary>
public sealed class TakeBackReminders(SecretariatDb db, TakeBack takeBack, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    private sealed record Waiting(Guid CampaignId, Guid LetterId, Guid MessageId, string ToAddress);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var waiting = await (
            from reminder in db.Reminders
            join letter in db.Letters on reminder.LetterId equals letter.Id
            join message in db.Outbox on reminder.OutgoingMessageId equals message.Id
            where message.Delivery == Delivery.Due && message.SentAt == null
            select new Waiting(letter.CampaignId, letter.Id, message.Id, message.ToAddress)
        ).ToListAsync(cancellationToken);
        var needed = new HashSet<Guid>();
        foreach (var campaign in waiting.GroupBy(w => w.CampaignId))
            needed.UnionWith(await NeededAsync(campaign, cancellationToken));
        var takenBack = 0;
        foreach (var id in waiting.Select(w => w.MessageId).Distinct().Where(id => !needed.Contains(id)))
            takenBack += await TakeBackAsync(id, cancellationToken);
        return takenBack;
    }

    /// <summary>One message reminds a partner of all its letters: it is needed while one of them is still to be answered by its reader.</summary>
    private async Task<IEnumerable<Guid>> NeededAsync(IGrouping<Guid, Waiting> campaign, CancellationToken cancellationToken)
    {
        var answers = await ReadAnswers.OfCampaignAsync(db, campaign.Key, AsOf.Today(time), cancellationToken);
        var open = answers.Where(a => a.WhyNothingToRemindOf() is null).ToDictionary(a => a.Letter.Id, a => a.To.Email);
        return campaign
            .Where(w => string.Equals(open.GetValueOrDefault(w.LetterId), w.ToAddress, StringComparison.OrdinalIgnoreCase))
            .Select(w => w.MessageId);
    }

    /// <summary>Each alone: one that is leaving at this moment holds up no other.</summary>
    private async Task<int> TakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (
            await db.Outbox.SingleOrDefaultAsync(m => m.Id == id && m.Delivery == Delivery.Due, cancellationToken)
            is not { } message
        )
            return 0;
        await takeBack.RunAsync([message], [], cancellationToken);
        try
        {
            await db.SaveAsync(Text.Key("Take back a reminder that is no longer needed"), cancellationToken: cancellationToken);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return 0;
        }
    }
}
