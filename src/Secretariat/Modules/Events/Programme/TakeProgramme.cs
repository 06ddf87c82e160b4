using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Gathers the programme of one of our events, as it stands, for a campaign's letters.</summary>
internal static class TakeProgramme
{
    /// <summary>Our events that have a programme.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> OptionsAsync(
        SecretariatDb db,
        Text t,
        CancellationToken cancellationToken
    )
    {
        var events = await db
            .Events.AsNoTracking()
            .Where(e => e.IsOwn && db.ProgrammeItems.Any(i => i.EventId == e.Id))
            .Select(e => new { e.Code, e.Title })
            .ToListAsync(cancellationToken);
        return
        [
            .. events
                .Select(e => new SelectListItem(e.Title.In(t.Language.Code), e.Code))
                .OrderBy(o => o.Text, StringComparer.Create(t.Language.Culture, ignoreCase: true)),
        ];
    }

    /// <summary>Null where no event is chosen.</summary>
    public static async Task<ProgrammeContent?> OfAsync(SecretariatDb db, string? code, CancellationToken cancellationToken)
    {
        if (code is null)
            return null;
        var e = await db.Events.AsNoTracking().SingleAsync(e => e.Code == code, cancellationToken);
        var items = await db.ProgrammeItems.AsNoTracking().InOrder(e.Id).ToListAsync(cancellationToken);
        return new(code, items.ConvertAll(i => new ProgrammeRow(i.Day, i.Time, i.Title, i.Speakers, i.Room)));
    }
}
