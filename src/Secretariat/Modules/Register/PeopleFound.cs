using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>People who are found by the words that were asked for; as many as are shown.</summary>
public sealed record PeopleFound(IReadOnlyList<PersonFound> People, bool HasMore)
{
    private const int Most = 20;

    public static readonly PeopleFound None = new([], false);

    /// <param name="among">Of whom some are found.</param>
    public static async Task<PeopleFound> OfAsync(
        SecretariatDb db,
        IQueryable<Person> among,
        string words,
        CancellationToken cancellationToken
    )
    {
        if (db.RecordsWith(words) is not { } found)
            return None;
        var people = await among
            .Where(p => found.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Take(Most + 1)
            .ToListAsync(cancellationToken);
        var ids = people.ConvertAll(p => p.Id);
        var mandates = await (
            from mandate in db.Mandates.AsNoTracking()
            where ids.Contains(mandate.PersonId) && (mandate.To == null || mandate.To > mandate.From)
            join partner in db.CurrentPartners on mandate.PartnerId equals partner.Id
            orderby mandate.From descending, mandate.Id
            select new
            {
                Mandate = mandate,
                partner.Name,
                partner.Footnote,
            }
        ).ToListAsync(cancellationToken);
        var held = mandates.ToLookup(m => m.Mandate.PersonId, m => (m.Mandate, m.Name, m.Footnote));
        return new(
            [
                .. people
                    .Take(Most)
                    .OrderBy(p => Fold.Of(p.Name), StringComparer.Ordinal)
                    .Select(p => new PersonFound(p.Id, p.Name, [.. held[p.Id]])),
            ],
            people.Count > Most
        );
    }
}

/// <summary>Somebody with their mandates, the latest first.</summary>
public sealed record PersonFound(
    Guid Id,
    string Name,
    IReadOnlyList<(Mandate Mandate, LocalizedText Partner, LocalizedText? Footnote)> Mandates
);
