using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>Relations speak of events and of instruments.</summary>
public sealed class NameRelations(SecretariatDb db) : INameRelations
{
    public async Task<IReadOnlyDictionary<string, LocalizedText>> TitlesAsync(
        IReadOnlyCollection<string> codes,
        CancellationToken cancellationToken
    )
    {
        var events = await db
            .Events.Where(e => codes.Contains(e.Code))
            .Select(e => new { e.Code, e.Title })
            .ToListAsync(cancellationToken);
        var instruments = await db
            .Instruments.Where(i => codes.Contains(i.Code))
            .Select(i => new { i.Code, i.Title })
            .ToListAsync(cancellationToken);
        return events.Concat(instruments).DistinctBy(t => t.Code).ToDictionary(t => t.Code, t => t.Title);
    }
}
