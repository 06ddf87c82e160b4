using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.ContactFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Finds out whose contact a row means: by mandate or code, else by name, else by country or mailbox. What can mean several is told.</summary>
/// <param name="partners">Those of the record.</param>
/// <param name="unread">The columns that nobody reads, and that may name the partner.</param>
internal sealed class MatchPartner(KnownPartners partners, IReadOnlyList<string> unread)
{
    public void Match(ContactRow row)
    {
        Find(row);
        CheckCountry(row);
        CheckDomain(row);
    }

    private void Find(ContactRow row)
    {
        var (code, name) = (row.Cells.Said(F.PartnerCode), row.Cells.Said(F.Partner));
        var (coded, named) = (partners.WithCode(code), partners.Called(name));
        var meant = row.Mandate is { } mandate ? partners.Of(mandate.PartnerId) : coded;
        if (code is not null && coded is null)
            TellUnknown(row, F.PartnerCode, code);
        else if (meant is null)
            FindNamed(row, name, named);
        else if (coded is not null && coded != meant)
            row.Cells.Tell(F.PartnerCode, Text.Key("The mandate of this row belongs to {0}.", KnownPartners.NameOf(meant)));
        else if (named.Count > 0 && !named.Contains(meant))
            row.Cells.Tell(
                F.Partner,
                Text.Key("The row means {0} by its keys, and another partner by this name.", KnownPartners.NameOf(meant))
            );
        else
            row.Partner = meant;
    }

    /// <summary>By name, else by country; the domain of the mailbox counts where the row says nothing else.</summary>
    private void FindNamed(ContactRow row, string? name, IReadOnlyList<Partner> named)
    {
        var country = row.Cells.Said(F.Country);
        if ((name ?? country) is not { } said)
        {
            FindByDomain(row, partners.WritingFrom(row.Email));
            return;
        }

        if (name is null)
            named = partners.Countries(country);
        else if (named.Count == 0)
            named = InCountry(row, name, country);
        if (named.Count == 0)
            TellUnknown(row, name is null ? F.Country : F.Partner, said);
        else
            Take(row, named);
    }

    /// <summary>That it is taken for whoever registered the domain is said; while a column is not read that may name another, it is not taken.</summary>
    private void FindByDomain(ContactRow row, IReadOnlyList<Partner> writers)
    {
        if (writers.Count > 0 && unread.Count > 0)
            TellUnread(row, writers[0]);
        else if (writers.Count > 0)
            Take(row, writers);
        else if (row.Cells.Said(F.Mandate) is null)
            row.Cells.Tell(F.Partner, Text.Key("The partner is missing: give its code or its name."));
        if (row.Partner is { } partner)
            row.Cells.Remark(
                F.Partner,
                Text.Key(
                    "The row names no partner, and is taken for {0} by the domain of its address.",
                    KnownPartners.NameOf(partner)
                )
            );
    }

    private void TellUnread(ContactRow row, Partner writer) =>
        row.Cells.Tell(
            F.Partner,
            Text.Key(
                "No partner is read in this row. By its domain the address is one of {0}, but a column that is not read may name another: {1}. Choose what these columns hold, or say that they are not needed.",
                KnownPartners.NameOf(writer),
                string.Join(", ", unread)
            )
        );

    private static void Take(ContactRow row, IReadOnlyList<Partner> named)
    {
        if (named.Count == 1)
            row.Partner = named[0];
        else
            row.Cells.Tell(
                F.Partner,
                Text.Key("Several partners can be meant: {0}. Give the code of one.", Known.Listed(named.Select(p => p.Code)))
            );
    }

    /// <summary>A ministry is no partner and speaks for its state; a company does not, nor who writes from the domain of another partner.</summary>
    private IReadOnlyList<Partner> InCountry(ContactRow row, string name, string? country)
    {
        if (KnownPartners.IsCompany(name) || partners.Countries(country) is not [var state])
            return [];
        if (partners.WritingFrom(row.Email) is { Count: > 0 } writers && !writers.Contains(state))
            return [state, .. writers];
        row.Cells.Remark(
            F.Partner,
            Text.Key(
                "“{0}” is no partner of the register, so the row is taken for {1}. Its name stays in the file alone.",
                name,
                KnownPartners.NameOf(state)
            )
        );
        return [state];
    }

    /// <summary>Whoever is no country has a seat in one; a country lies in no other.</summary>
    private void CheckCountry(ContactRow row)
    {
        if (
            row.Partner is { } meant
            && partners.KindOf(meant).IsCountry
            && partners.Countries(row.Cells.Said(F.Country)) is { Count: > 0 } named
            && !named.Contains(meant)
        )
            row.Cells.Tell(F.Country, Text.Key("The row means {0}, and this is another country.", KnownPartners.NameOf(meant)));
    }

    /// <summary>People may write from the house of another; more often the address stands in the wrong row.</summary>
    private void CheckDomain(ContactRow row)
    {
        if (row.Partner is { } meant && partners.WritingFrom(row.Email) is [var writer, ..] writers && !writers.Contains(meant))
            row.Cells.Remark(
                F.Email,
                Text.Key(
                    "By its domain the address is one of {0}, and the row means {1}.",
                    KnownPartners.NameOf(writer),
                    KnownPartners.NameOf(meant)
                )
            );
    }

    private static void TellUnknown(ContactRow row, Field field, string said) =>
        row.Cells.Tell(field, Text.Key("“{0}” is no partner of the register. Enter it first, or give its code.", said));
}
