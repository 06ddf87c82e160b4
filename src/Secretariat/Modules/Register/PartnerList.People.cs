using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The people who are found by the words that were asked for.</summary>
public sealed partial class PartnerListModel
{
    private const int MostPeople = 20;

    /// <summary>As many as are shown; of each, the mandates, the latest first.</summary>
    public IReadOnlyList<PersonFound> People { get; private set; } = [];

    public bool HasMorePeople { get; private set; }

    private async Task FindPeopleAsync(CancellationToken cancellationToken)
    {
        if (db.RecordsWith(Q ?? "") is not { } found)
            return;
        var people = await db
            .Persons.AsNoTracking()
            .Where(p => found.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Take(MostPeople + 1)
            .ToListAsync(cancellationToken);
        HasMorePeople = people.Count > MostPeople;
        var ids = people.ConvertAll(p => p.Id);
        var mandates = await (
            from mandate in db.Mandates.AsNoTracking()
            where ids.Contains(mandate.PersonId)
            join partner in db.CurrentPartners on mandate.PartnerId equals partner.Id
            orderby mandate.From descending, mandate.Id
            select new { Mandate = mandate, partner.Name }
        ).ToListAsync(cancellationToken);
        var held = mandates.ToLookup(m => m.Mandate.PersonId, m => (m.Mandate, m.Name));
        People =
        [
            .. people
                .Take(MostPeople)
                .OrderBy(p => Fold.Of(p.Name), StringComparer.Ordinal)
                .Select(p => new PersonFound(p.Id, p.Name, [.. held[p.Id]])),
        ];
    }

    public sealed record PersonFound(Guid Id, string Name, IReadOnlyList<(Mandate Mandate, LocalizedText Partner)> Mandates);
}
