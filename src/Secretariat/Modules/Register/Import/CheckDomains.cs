using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>The domains that a list registers, after the rule of <see cref="DomainOwners"/>, which holds between its rows, too.</summary>
internal sealed class CheckDomains(DomainOwners owners)
{
    public void Check(IReadOnlyCollection<PartnerRow> rows)
    {
        var registered = rows.SelectMany(row => NewOf(row).Where(d => IsRight(row, d)).Select(domain => (row, domain))).ToList();
        var domains = registered.Select(r => r.domain).ToHashSet(StringComparer.Ordinal);
        foreach (var same in registered.GroupBy(r => DomainOwners.Upwards(r.domain).Last(domains.Contains), r => r.row))
            CheckRows(same.Key, [.. same.Distinct()]);
    }

    private bool IsRight(PartnerRow row, string domain)
    {
        if (owners.WhyNotRegister(domain, row.Partner) is not { } reason)
            return true;
        row.Cells.Tell(F.Domains, reason);
        return false;
    }

    private static void CheckRows(string domain, List<PartnerRow> rows)
    {
        if (rows.Count == 1)
            return;
        var numbers = RowNumbers.Of(rows.ConvertAll(r => r.Outcome));
        var reason = Text.Key("Rows {0} register {1} or domains below it: leave them in one row.", numbers, domain);
        rows.ForEach(r => r.Cells.Tell(F.Domains, reason));
    }

    private static IEnumerable<string> NewOf(PartnerRow row) =>
        row.Domains.Where(d => row.Partner is null || !row.Partner.Domains.Exists(known => known.Domain == d));
}
