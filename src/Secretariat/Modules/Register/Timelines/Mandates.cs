using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

internal sealed class MandatesBegun(IQueryable<Mandate> mandates, MandateTeller teller) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Mandate;

    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken) =>
        teller.TellAsync(stretch.Of(mandates, m => m.From), Text.Key("Mandate begins: {0}, {1}"), m => m.From, cancellationToken);
}

/// <summary>On the first day on which they no longer hold.</summary>
internal sealed class MandatesEnded(IQueryable<Mandate> mandates, MandateTeller teller) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Mandate;

    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken) =>
        teller.TellAsync(
            stretch.Of(mandates.Where(m => m.To != null && m.To != m.From), m => m.To!.Value),
            Text.Key("Mandate has ended: {0}, {1}"),
            m => m.To!.Value,
            cancellationToken
        );
}

/// <summary>Says of mandates whose they are and in which role.</summary>
internal sealed class MandateTeller(SecretariatDb db, Text t)
{
    /// <summary>Names the partner instead of the person, and leads there.</summary>
    public bool TellsPartner { get; init; }

    /// <param name="words">With a name and a role.</param>
    public async Task<IReadOnlyList<TimelineEntry>> TellAsync(
        IQueryable<Mandate> mandates,
        string words,
        Func<Mandate, DateOnly> on,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from mandate in mandates.AsNoTracking()
            join partner in db.Partners on mandate.PartnerId equals partner.Id
            select new
            {
                Mandate = mandate,
                Person = mandate.Person.Name,
                partner.Code,
                partner.Name,
            }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Entry(r.Mandate, TellsPartner ? r.Name.In(t.Language.Code) : r.Person, r.Code))];

        TimelineEntry Entry(Mandate mandate, string who, string code) =>
            new(
                TimelineSort.Mandate,
                Stretch.PlaceOf(on(mandate), mandate.Id),
                t.Of(words, who, t.Of(mandate.Role.Name())),
                TellsPartner ? $"/office/partners/{code}" : $"/office/people/{mandate.PersonId}"
            )
            {
                Detail = mandate.HeldOnNoDay()
                    ? t.Of("on no day: replaced at once, taken back or joined with another ({0})", mandate.From)
                    : mandate.FunctionIn(t.Language.Code),
                PersonId = mandate.PersonId,
            };
    }
}
