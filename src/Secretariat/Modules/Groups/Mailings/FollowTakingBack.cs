using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>A mailing all of whose messages were taken back has not left: its words can be changed again.</summary>
public sealed class FollowTakingBack(SecretariatDb db) : IHandle<MessageTakenBack>
{
    public async Task HandleAsync(MessageTakenBack fact, CancellationToken cancellationToken)
    {
        if (!fact.Purpose.StartsWith(OutgoingMessage.MailingPurpose, StringComparison.Ordinal))
            return;
        var id = Guid.Parse(fact.Purpose.Split('/')[1]);
        // Those that are taken back together are all known when the first of them is told.
        if (await db.Mailings.FindAsync([id], cancellationToken) is not { } mailing || IsChanged(mailing))
            return;
        // Of two who take the last two messages back at the same moment the second one hears it.
        db.Touch(mailing);
        var taken = db
            .ChangeTracker.Entries<OutgoingMessage>()
            .Where(m => m.State is EntityState.Deleted)
            .Select(m => m.Entity.Id)
            .ToList();
        var others = db.Outbox.Where(m => m.Purpose.StartsWith(mailing.Purpose) && !taken.Contains(m.Id));
        // What a server refused reached nobody either.
        if (!await others.AnyAsync(m => m.Delivery != Delivery.Failed, cancellationToken))
            mailing.TakeBack();
    }

    private bool IsChanged(Mailing mailing) => db.Entry(mailing).State is EntityState.Modified;
}
