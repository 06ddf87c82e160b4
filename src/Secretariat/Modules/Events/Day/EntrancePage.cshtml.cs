using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Day;

/// <summary>The page that a device opens at an entrance, and goes on showing without a network.</summary>
public sealed class EntrancePageModel(SecretariatDb db, RegistrationLinks links, CurrentActor current, TimeProvider time)
    : EntranceModel(db, links, current, time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? Page();
}
