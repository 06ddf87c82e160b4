using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>The addresses at which mail of ours does not arrive, for the pages and files on which addresses stand.</summary>
public sealed class FailedMail
{
    public static readonly FailedMail None = new([]);

    private readonly Dictionary<string, FailedAddress> known;

    private FailedMail(IEnumerable<FailedAddress> failed) => known = failed.ToDictionary(a => a.Address, StringComparer.Ordinal);

    /// <summary>All that had failed by the day and nobody has cleared; there are few of them beside the addresses written to.</summary>
    public static async Task<FailedMail> ReadAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var failed = await db.FailedAddresses.AsNoTracking().Where(a => !a.IsCleared).ToListAsync(cancellationToken);
        return new(failed.Where(a => Clock.DayOf(a.Since) <= asOf.Day));
    }

    public bool HasNone => known.Count == 0;

    public FailedAddress? Of(string? address) => address is null ? null : known.GetValueOrDefault(FailedAddress.Key(address));

    /// <summary>Whether whatever is sent there comes back.</summary>
    public bool IsOfNoUse(string? address) => Of(address) is { IsHard: true };

    public ShownAddress Shown(string address) => new(address, Of(address));
}

/// <summary>An address as a page of the office shows it, with what is known against it.</summary>
public sealed record ShownAddress(string Address, FailedAddress? Failed);
