using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>People as they are compared: by the last mandate that each of them has.</summary>
public static class PersonEntries
{
    /// <param name="mandates">Those by which they are compared.</param>
    /// <param name="language">In which partners are named.</param>
    public static async Task<Dictionary<Guid, PersonEntry>> EntriesAsync(
        this SecretariatDb db,
        IQueryable<Mandate> mandates,
        string language,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from mandate in mandates
            join partner in db.Partners on mandate.PartnerId equals partner.Id
            orderby mandate.From descending, mandate.Id
            select new
            {
                mandate.PersonId,
                mandate.Person.Name,
                mandate.Person.Email,
                mandate.Person.Phone,
                mandate.Function,
                partner.Code,
                partner.IsoAlpha2,
                Partner = partner.Name,
            }
        ).ToListAsync(cancellationToken);
        return rows.DistinctBy(r => r.PersonId)
            .ToDictionary(
                r => r.PersonId,
                r => new PersonEntry(
                    r.PersonId,
                    r.Name,
                    r.Email,
                    r.Phone,
                    r.Function,
                    r.Code,
                    r.IsoAlpha2,
                    r.Partner.In(language)
                )
            );
    }

    public static PersonEntry EntryOf(this IReadOnlyDictionary<Guid, PersonEntry> known, Person person) =>
        known.GetValueOrDefault(person.Id) ?? new(person.Id, person.Name, person.Email, person.Phone);
}
