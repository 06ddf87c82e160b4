using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The table of forms of address, whole: it has a few dozen lines.</summary>
public sealed class FormsOfAddressPage(SecretariatDb db, Text t) : PageModel
{
    public IReadOnlyList<FormOfAddress> Forms { get; private set; } = [];

    public AddressScopes Scopes { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Forms = await db
            .FormsOfAddress.AsNoTracking()
            .OrderBy(f => f.Rank)
            .ThenBy(f => f.Language)
            .ThenBy(f => f.Scope)
            .ToListAsync(cancellationToken);
        Scopes = await AddressScopes.ReadAsync(db, t, cancellationToken);
    }
}
