using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Lets so many messages a minute go to one domain, counted in the outbox, so that all nodes count the same.</summary>
public sealed class DomainTurns(SecretariatDb db, Settings settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int most = settings.Mail.PerDomainPerMinute;

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>Until when the domain has had its share; null when it may have another message. Whatever was tried counts, taken or not.</summary>
    public async Task<DateTimeOffset?> FullUntilAsync(string domain, CancellationToken cancellationToken)
    {
        var claimedSince = time.Now() - Window + OutgoingMessage.ClaimFor;
        var claims = await db
            .Outbox.Where(m => m.ClaimedUntil > claimedSince)
            .Select(m => new { m.ToAddress, Until = m.ClaimedUntil!.Value })
            .ToListAsync(cancellationToken);
        var tried = claims.Where(c => DomainOf(c.ToAddress) == domain).Select(c => c.Until - OutgoingMessage.ClaimFor).ToList();
        return tried.Count < most ? null : tried.Max() + Window;
    }

    /// <summary>Has messages to a domain wait, a share for each minute, and say so. Their attempts do not count.</summary>
    /// <returns>How many wait now.</returns>
    public async Task<int> PutOffAsync(
        string domain,
        IEnumerable<Guid> messages,
        DateTimeOffset until,
        CancellationToken cancellationToken
    )
    {
        var words = Text.Key("It waits its turn: at most {0} messages a minute go to {1}.", most, domain);
        var waiting = 0;
        foreach (var share in messages.Chunk(most))
        {
            var at = until;
            waiting += await db
                .Outbox.Where(OutgoingMessage.IsDue(time.Now()))
                .Where(m => share.Contains(m.Id))
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(m => m.Delivery, Delivery.Due)
                            .SetProperty(m => m.NextAttemptAt, at)
                            .SetProperty(m => m.ServerWords, words)
                            .SetProperty(m => m.Version, m => m.Version + 1),
                    cancellationToken
                );
            until += Window;
        }

        return waiting;
    }
}
