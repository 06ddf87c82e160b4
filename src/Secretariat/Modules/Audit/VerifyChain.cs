using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Audit;

/// <summary>Walks the whole chain and names the first difference.</summary>
public sealed class VerifyChain(SecretariatDb db)
{
    public sealed record Outcome(long Sealed, long Erased, string? Difference);

    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var (hash, sequence, erased) = (Chain.Start, 0L, 0L);
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sequence++;
            if (entry.Sequence != sequence)
                return new Outcome(sequence, erased, $"Audit entry {sequence} is missing from the chain.");
            if (entry.ChainHash != Chain.Link(hash, sequence, entry))
                return new Outcome(
                    sequence,
                    erased,
                    $"Audit entry {sequence} ({entry.Process}) does not match its place in the chain."
                );
            if (WhyPayloadIsWrong(entry) is { } reason)
                return new Outcome(sequence, erased, $"Audit entry {sequence} ({entry.Process}): {reason}");
            if (entry.Payload is null)
                erased++;
            hash = entry.ChainHash!;
        }

        var unsealed = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence == null).ToListAsync(cancellationToken);
        var changed = unsealed.FirstOrDefault(e => WhyPayloadIsWrong(e) is not null);
        return new Outcome(
            sequence,
            erased,
            changed is null ? null : $"An entry not yet sealed ({changed.Process}) has been changed."
        );
    }

    private static string? WhyPayloadIsWrong(AuditEntry entry) =>
        (entry.Payload, entry.Salt) switch
        {
            (null, null) => null,
            ({ } payload, { } salt) => Chain.HashOf(salt, payload) == entry.PayloadHash ? null : "its content has been changed.",
            _ => "its content is half erased.",
        };
}
