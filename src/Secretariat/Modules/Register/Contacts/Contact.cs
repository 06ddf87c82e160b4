using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Contacts;

/// <summary>Somebody who holds a role for a partner on a day.</summary>
public sealed record Contact(PartnerLine Partner, Mandate Mandate)
{
    public Person Person => Mandate.Person;

    /// <summary>In the order of the partners, and within a partner by role.</summary>
    /// <param name="held">The mandates, of these partners and of others.</param>
    public static async Task<IReadOnlyList<Contact>> OfAsync(
        IQueryable<Mandate> held,
        IReadOnlyList<PartnerLine> partners,
        CancellationToken cancellationToken
    )
    {
        var mandates = await held.AsNoTracking()
            .Include(m => m.Person)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var byPartner = mandates.ToLookup(m => m.PartnerId);
        return
        [
            .. partners.SelectMany(partner => byPartner[partner.Id].OrderBy(m => m.Role).Select(m => new Contact(partner, m))),
        ];
    }
}

/// <summary>Which of them; null: whichever.</summary>
/// <param name="Words">Of a person's name or address.</param>
public sealed record ContactFilter(MandateRole? Role, string? Strand, string? Words)
{
    public IQueryable<Mandate> At(SecretariatDb db, AsOf asOf)
    {
        var held = db
            .Mandates.At(asOf)
            .Where(m => Role == null || m.Role == Role)
            .Where(m => Strand == null || m.Strands.Count == 0 || m.Strands.Contains(Strand));
        return db.RecordsWith(Words ?? "") is { } found ? held.Where(m => found.Contains(m.PersonId)) : held;
    }
}
