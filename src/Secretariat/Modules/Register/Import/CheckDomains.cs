using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Whoever writes from a domain is trusted as its partner: a list registers none that another has, or anybody can write from.</summary>
internal sealed class CheckDomains(KnownPartners partners)
{
    public void Check(IReadOnlyCollection<PartnerRow> rows)
    {
        var registered = rows.SelectMany(row => NewOf(row).Select(domain => (row, domain))).ToList();
        foreach (var (row, domain) in registered)
        {
            if (WhyNot(row, domain) is { } reason)
                row.Cells.Tell(F.Domains, reason);
        }

        foreach (var same in registered.GroupBy(r => r.domain, r => r.row, StringComparer.Ordinal).Where(g => g.Count() > 1))
        foreach (var row in same)
            row.Cells.Tell(
                F.Domains,
                Text.Key(
                    "Rows {0} register {1}: leave it in one of them.",
                    string.Join(", ", same.Select(r => r.Outcome.Row)),
                    same.Key
                )
            );
    }

    private static IEnumerable<string> NewOf(PartnerRow row) =>
        row.Domains.Where(d => row.Partner is null || !row.Partner.Domains.Exists(known => known.Domain == d));

    private Reason? WhyNot(PartnerRow row, string domain)
    {
        if (Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            return Text.Key("A domain looks like interior.example.");
        if (Mailbox.IsPublicDomain(domain))
            return Text.Key("Anybody can have a mailbox at {0}, so it tells nothing of a partner. Leave it out.", domain);
        var owners = partners.WithDomain(domain);
        return owners.Count == 0 || row.Partner is { } own && owners.Contains(own)
            ? null
            : Text.Key(
                "{0} is a domain of {1}. Leave it out; where both write from it, register it on the partner’s page.",
                domain,
                KnownPartners.NameOf(owners[0])
            );
    }
}
