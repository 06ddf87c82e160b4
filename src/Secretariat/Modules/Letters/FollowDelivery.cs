using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>Keeps a letter's state in step with the message that carries it, and its reminders with theirs.</summary>
public sealed class FollowDelivery(SecretariatDb db, TimeProvider time)
    : IHandle<MessageSent>,
        IHandle<MessageRefused>,
        IHandle<MessageReturned>,
        IHandle<MessageDueAgain>,
        IHandle<MessageTakenBack>
{
    public async Task HandleAsync(MessageSent fact, CancellationToken cancellationToken)
    {
        if (await CarriedByAsync(fact.OutgoingMessageId, cancellationToken) is { } letter)
            letter.MarkSent(fact.At);
    }

    public async Task HandleAsync(MessageRefused fact, CancellationToken cancellationToken)
    {
        if (await CarriedByAsync(fact.OutgoingMessageId, cancellationToken) is { } letter)
            letter.MarkRefused(time.Now());
    }

    public async Task HandleAsync(MessageReturned fact, CancellationToken cancellationToken)
    {
        if (await CarriedByAsync(fact.OutgoingMessageId, cancellationToken) is { } letter)
            letter.MarkReturned(time.Now());
    }

    public async Task HandleAsync(MessageDueAgain fact, CancellationToken cancellationToken)
    {
        if (await CarriedByAsync(fact.OutgoingMessageId, cancellationToken) is { } letter)
            letter.GoAgain(fact.ToAddress);
    }

    public async Task HandleAsync(MessageTakenBack fact, CancellationToken cancellationToken)
    {
        if (!fact.Purpose.StartsWith(OutgoingMessage.ReminderPurpose, StringComparison.Ordinal))
            return;
        var reminders = db.Reminders.Where(r => r.OutgoingMessageId == fact.OutgoingMessageId);
        db.Reminders.RemoveRange(await reminders.ToListAsync(cancellationToken));
    }

    private Task<Letter?> CarriedByAsync(Guid outgoing, CancellationToken cancellationToken) =>
        db.Letters.FirstOrDefaultAsync(l => l.OutgoingMessageId == outgoing, cancellationToken);
}
