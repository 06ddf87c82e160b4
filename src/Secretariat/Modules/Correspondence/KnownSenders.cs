using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>Whose mail domains are whose, as registered now; those that stayed with a merged entry are nobody's.</summary>
public sealed class KnownSenders(IReadOnlyList<PartnerDomain> domains)
{
    public static async Task<KnownSenders> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db
                .PartnerDomains.AsNoTracking()
                .Where(d => db.CurrentPartners.Any(p => p.Id == d.PartnerId))
                .ToListAsync(cancellationToken)
        );

    public IReadOnlySet<Guid> PartnersOf(string? address)
    {
        var domain = DomainOf(address);
        return domains.Where(d => PartnerDomain.Matches(domain, d.Domain)).Select(d => d.PartnerId).ToHashSet();
    }

    /// <summary>Whether mail from this address may belong to a matter with that partner: not when its domain is registered for others.</summary>
    public bool MayBe(string? address, Guid? partnerId) =>
        partnerId is null || PartnersOf(address) is var partners && (partners.Count == 0 || partners.Contains(partnerId.Value));

    public static bool HaveOneDomain(string? one, string? other) =>
        DomainOf(one).Equals(DomainOf(other), StringComparison.OrdinalIgnoreCase);

    private static string DomainOf(string? address) => address?.Split('@')[^1] ?? "";
}
