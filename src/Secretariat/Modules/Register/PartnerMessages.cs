using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The latest messages of a partner, to choose the one that something rests on.</summary>
public static class PartnerMessages
{
    public const int MostShown = 50;

    public static async Task<IReadOnlyList<SelectListItem>> OptionsAsync(
        SecretariatDb db,
        Guid partnerId,
        Text t,
        CancellationToken cancellationToken
    )
    {
        var messages = await db
            .Messages.Where(m => m.PartnerId == partnerId)
            .OrderByDescending(m => m.ReceivedAt)
            .ThenByDescending(m => m.Id)
            .Take(MostShown)
            .Select(m => new
            {
                m.Id,
                m.Subject,
                m.ReceivedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. messages.Select(m => new SelectListItem(
                $"{t.Date(Clock.DayOf(m.ReceivedAt))} · {t.Subject(m.Subject)}",
                $"{m.Id}"
            )),
        ];
    }
}
