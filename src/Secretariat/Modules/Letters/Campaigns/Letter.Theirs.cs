using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The partner's own references: of this letter, and of what it wrote in its thread.</summary>
public sealed partial class LetterPage
{
    public IReadOnlyList<AnswerReference> InThread { get; private set; } = [];

    public Task<IActionResult> OnPostTheirReferenceAsync(
        Guid id,
        Guid letterId,
        string? theirs,
        DateOnly? theirDay,
        CancellationToken cancellationToken
    )
    {
        var reference = TheirReference.Of(theirs, theirDay);
        return ActAsync(
            (id, letterId),
            () => Letter.WhyNotTakeTheirReference() ?? reference.WhyNot(time.Today()),
            () => Letter.TakeTheirReference(reference.Number, reference.On),
            (Text.Key("Record the partner’s reference"), null, Text.Key("The reference is recorded.")),
            cancellationToken
        );
    }

    private async Task ReadTheirsAsync(CancellationToken cancellationToken) =>
        InThread = Letter.ThreadId is null
            ? []
            : await (
                from thread in db.Threads
                where thread.Id == Letter.ThreadId
                join message in db.Messages on thread.MergedIntoId ?? thread.Id equals message.ThreadId
                where message.TheirReference != null && message.PartnerId == Letter.PartnerId
                orderby message.ReceivedAt, message.Id
                select new AnswerReference(message.Id, message.TheirReference!, message.TheirDate)
            ).ToListAsync(cancellationToken);
}

/// <summary>The partner's reference of a message that came in the thread of a letter.</summary>
public sealed record AnswerReference(Guid MessageId, string Reference, DateOnly? On);
