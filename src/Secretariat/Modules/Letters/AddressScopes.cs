using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>For whom a line of the table of forms of address stands: for any, for a kind of partner, or for one country.</summary>
public sealed class AddressScopes
{
    public IReadOnlyList<SelectListItem> Options { get; private init; } = [];

    public string InWords(string scope) => Options.FirstOrDefault(option => option.Value == scope)?.Text ?? scope;

    public static async Task<AddressScopes> ReadAsync(SecretariatDb db, Text t, CancellationToken cancellationToken)
    {
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        var countries = await db
            .CurrentPartners.Where(p => p.IsoAlpha2 != null)
            .OrderBy(p => p.Code)
            .Select(p => new { p.IsoAlpha2, p.Name })
            .ToListAsync(cancellationToken);
        return new AddressScopes
        {
            Options =
            [
                new SelectListItem(t.Of("any"), Salutations.AnyScope),
                .. kinds.Select(k => new SelectListItem(k.Name.In(t.Language.Code), k.Code)),
                .. countries
                    .DistinctBy(c => c.IsoAlpha2)
                    .Select(c => new SelectListItem(c.Name.In(t.Language.Code), c.IsoAlpha2))
                    .OrderBy(c => c.Text, StringComparer.Create(t.Language.Culture, ignoreCase: true)),
            ],
        };
    }
}
