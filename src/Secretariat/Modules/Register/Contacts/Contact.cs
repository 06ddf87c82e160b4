using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Contacts;

/// <summary>Somebody who holds a role for a partner on a day.</summary>
public sealed record Contact(PartnerLine Partner, Mandate Mandate)
{
    public Person Person => Mandate.Person;

    /// <summary>In protocol order, and within a partner by role; always by the same two queries.</summary>
    public static async Task<IReadOnlyList<Contact>> AtAsync(
        SecretariatDb db,
        AsOf asOf,
        ContactFilter filter,
        string language,
        CancellationToken cancellationToken
    )
    {
        var partners = db.Partners.Where(p => filter.Kind == null || p.KindCode == filter.Kind);
        var held = db.Mandates.At(asOf).Where(m => filter.Role == null || m.Role == filter.Role);
        var mandates = await held.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => partners.Any(p => p.Id == m.PartnerId))
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var lines = await partners.Where(p => held.Any(m => m.PartnerId == p.Id)).LinesAsync(db, language, cancellationToken);
        var byPartner = mandates.Where(m => filter.Strand is null || m.Covers(filter.Strand)).ToLookup(m => m.PartnerId);
        return [.. lines.SelectMany(partner => byPartner[partner.Id].OrderBy(m => m.Role).Select(m => new Contact(partner, m)))];
    }
}

/// <summary>Which of them; null: whichever.</summary>
public sealed record ContactFilter(string? Kind, MandateRole? Role, string? Strand);
