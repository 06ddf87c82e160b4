using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>Whoever writes from a registered domain is trusted as its partner: so a domain is of one partner, with everything below it.</summary>
public sealed class DomainOwners
{
    /// <summary>Each domain that is registered, under itself and all that lie above it.</summary>
    private readonly Dictionary<string, List<(string Domain, Partner Owner)>> below = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="partners">With their domains; entries that were merged own nothing any more.</param>
    public DomainOwners(IEnumerable<Partner> partners)
    {
        foreach (var partner in partners.Where(p => p.MergedIntoId is null))
        foreach (var domain in partner.Domains.Select(d => d.Domain))
        foreach (var above in Upwards(domain))
        {
            if (!below.TryGetValue(above, out var list))
                below[above] = list = [];
            list.Add((domain, partner));
        }
    }

    public static async Task<DomainOwners> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(await db.CurrentPartners.Include(p => p.Domains).Where(p => p.Domains.Count > 0).ToListAsync(cancellationToken));

    /// <summary>Why that domain cannot be registered, or null when it can.</summary>
    /// <param name="own">Whose it is to be; null for a partner that is not recorded yet.</param>
    public Reason? WhyNotRegister(string domain, Partner? own)
    {
        if (WhyNotOwn(domain) is { } never)
            return never;
        var near = Upwards(domain)
            .SelectMany(above => At(above).Where(o => Same(o.Domain, above)))
            .Concat(At(domain))
            .Where(o => o.Owner.Id != own?.Id);
        return near.FirstOrDefault() is not { Owner: { } owner, Domain: var other } ? null
            : Same(other, domain)
                ? Text.Key("{0} is a domain of {1}. Leave it out, or take it from that partner first.", domain, NameOf(owner))
            : Text.Key(
                "{0} and {1}, a domain of {2}, lie one below the other. Leave it out, or take that one away first.",
                domain,
                other,
                NameOf(owner)
            );
    }

    /// <summary>Why mail from there tells nothing of any partner, or null when it does.</summary>
    private static Reason? WhyNotOwn(string domain)
    {
        if (Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            return Text.Key("A domain looks like interior.example.");
        if (Upwards(domain).Any(Mailbox.IsPublicDomain))
            return Text.Key("Anybody can have a mailbox at {0}, so it tells nothing of a partner. Leave it out.", domain);
        return Mailbox.IsCommonDomain(domain)
            ? Text.Key("Many organisations have their domains below {0}. Register the one that is the partner’s own.", domain)
            : null;
    }

    /// <summary>The domain, and those above it that have a dot.</summary>
    internal static IEnumerable<string> Upwards(string domain)
    {
        yield return domain;
        while (domain.Split('.', 2) is [_, var above] && above.Contains('.', StringComparison.Ordinal))
            yield return domain = above;
    }

    private List<(string Domain, Partner Owner)> At(string domain) => below.GetValueOrDefault(domain) ?? [];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(Partner partner) => partner.Name.In(Catalogue.English);
}
