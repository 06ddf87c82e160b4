using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>What a partner said about one strand, in the order of its days and never two things on one day.</summary>
public static class InterestTimeline
{
    /// <summary>
    /// Enters what was said as of its day, also between or before what is there: the row that held until then ends, and the new one
    /// lasts until the next. Null where the record says so already on that day.
    /// </summary>
    public static Interest? Enter(IReadOnlyCollection<Interest> known, Interest said)
    {
        var held = known.FirstOrDefault(i => i.HoldsOn(said.From));
        if (held?.Stance == said.Stance)
            return null;
        held?.End(said.From);
        if (known.Where(i => i.From > said.From).Min(i => (DateOnly?)i.From) is { } next)
            said.End(next);
        return said;
    }

    /// <summary>All that the partner said, in the order of the strands.</summary>
    public static async Task<IReadOnlyList<(LocalizedText Strand, Interest Interest)>> OfAsync(
        SecretariatDb db,
        Guid partnerId,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db
                    .Interests.AsNoTracking()
                    .Where(i => i.PartnerId == partnerId)
                    .Join(
                        db.Strands,
                        i => i.StrandCode,
                        s => s.Code,
                        (i, s) =>
                            new
                            {
                                Interest = i,
                                s.Name,
                                s.Order,
                            }
                    )
                    .OrderBy(i => i.Order)
                    .ThenBy(i => i.Interest.From)
                    .ToListAsync(cancellationToken)
            ).Select(i => (i.Name, i.Interest)),
        ];
}
