using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register;

/// <summary>Who speaks for the partners that are shown.</summary>
public sealed partial class PartnerListModel
{
    /// <summary>Whether somebody speaks for a partner, and can be reached.</summary>
    public enum ContactPoint
    {
        None,
        NotReached,
        Yes,
    }

    public string UnreachableAt => $"/office/contact-points?asOf={Day}#unreachable";

    /// <summary>Not reached where mail reaches none of those who speak for it.</summary>
    private static ContactPoint ContactPointOf(List<Mandate> speaking, FailedMail failed) =>
        speaking.Count == 0 ? ContactPoint.None
        : speaking.TrueForAll(m => failed.IsOfNoUse(m.Person.Email)) ? ContactPoint.NotReached
        : ContactPoint.Yes;

    private async Task<ILookup<Guid, Mandate>> HeldAsync(List<Guid> partners, CancellationToken cancellationToken) =>
        (
            await db
                .Mandates.AsNoTracking()
                .Include(m => m.Person)
                .Where(m => partners.Contains(m.PartnerId) && m.Role == MandateRole.ContactPoint)
                .ToListAsync(cancellationToken)
        ).ToLookup(m => m.PartnerId);
}
