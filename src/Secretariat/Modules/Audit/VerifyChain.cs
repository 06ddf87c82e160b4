using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Audit;

/// <summary>Walks the whole chain and names the first difference.</summary>
public sealed class VerifyChain(SecretariatDb db, ChainHeadFile headFile)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public sealed record Outcome(long Sealed, long Erased, string? Difference)
    {
        /// <summary>The newest entry sealed, to be noted elsewhere.</summary>
        public ChainHead? Head { get; init; }
        public int Unsealed { get; init; }

        /// <summary>Whether a head noted outside the database showed that no end was cut off.</summary>
        public bool IsEndCompared { get; init; }

        /// <summary>Nothing was noted of this database where something was of others: it is a new one, or passes for one.</summary>
        public bool IsStrange { get; init; }
    }

    /// <param name="known">A head noted at an earlier time, besides the one in the data folder.</param>
    public async Task<Outcome> RunAsync(CancellationToken cancellationToken, ChainHead? known = null)
    {
        var inFile = await headFile.ReadAsync(cancellationToken);
        var noted = new[] { inFile, known }.OfType<ChainHead>().ToList();
        var walk = new Walk(noted, inFile is null && headFile.HasOthers());
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (walk.WhyNotNext(entry) is { } reason)
                return walk.End(reason);
        }

        if (walk.WhyCut() is { } cut)
            return walk.End(cut);
        var unsealed = await db.AuditEntries.AsNoTracking().Where(e => e.Sequence == null).ToListAsync(cancellationToken);
        return walk.End(WhyUnsealedIsWrong(unsealed)) with { Unsealed = unsealed.Count };
    }

    /// <summary>
    /// Sealing takes seconds while the platform runs. Measured by the keys, which carry the real time, and against the newest entry, since a
    /// platform that was stopped has sealed nothing.
    /// </summary>
    private static string? WhyUnsealedIsWrong(List<AuditEntry> unsealed)
    {
        if (unsealed.Find(e => WhyPayloadIsWrong(e) is not null) is { } changed)
            return $"An audit entry not yet sealed ({changed.Process}) has been changed.";
        if (unsealed.Count == 0)
            return null;
        var (oldest, newest) = (unsealed.Min(MadeAt), unsealed.Max(MadeAt));
        return newest - oldest > LongestWait
            ? $"Audit entries have waited since {oldest:yyyy-MM-dd HH:mm} UTC to be sealed: {unsealed.Count}. Start the platform, and see in its log why it does not seal."
            : null;
    }

    private static DateTimeOffset MadeAt(AuditEntry entry) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(entry.Id.ToString("N")[..12], 16));

    private static string? WhyPayloadIsWrong(AuditEntry entry) =>
        (entry.Payload, entry.Salt) switch
        {
            (null, null) => null,
            ({ } payload, { } salt) => Chain.HashOf(salt, payload) == entry.PayloadHash ? null : "its content has been changed.",
            _ => "its content is half erased.",
        };

    /// <summary>How far the chain has been followed.</summary>
    private sealed class Walk(List<ChainHead> noted, bool isStrange)
    {
        private ChainHead at = new(0, Chain.Start);
        private long erased;

        public string? WhyNotNext(AuditEntry entry)
        {
            var next = at.Sequence + 1;
            if (entry.Sequence != next)
                return $"Audit entry {next} is missing from the chain. Restore the database from a backup.";
            if (entry.ChainHash != Chain.Link(at.Hash, next, entry))
                return $"Audit entry {next} ({entry.Process}) does not match its place in the chain.";
            if (WhyPayloadIsWrong(entry) is { } reason)
                return $"Audit entry {next} ({entry.Process}): {reason}";
            if (entry.Payload is null)
                erased++;
            at = new ChainHead(next, entry.ChainHash!);
            return noted
                .Where(n => n.Sequence == next)
                .Select(n => ChainHeadFile.WhyLost(n, next, at.Hash))
                .FirstOrDefault(r => r is not null);
        }

        public string? WhyCut() =>
            noted.Find(n => n.Sequence > at.Sequence) is { } lost ? ChainHeadFile.WhyLost(lost, at.Sequence, null) : null;

        public Outcome End(string? difference) =>
            new(at.Sequence, erased, difference)
            {
                Head = at.Sequence > 0 ? at : null,
                IsEndCompared = noted.Count > 0,
                IsStrange = isStrange,
            };
    }
}
