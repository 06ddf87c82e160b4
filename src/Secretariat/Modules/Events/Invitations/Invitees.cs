using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Who is invited for a partner: whoever holds a role of it today, for a strand of the event where the event has any.</summary>
public sealed class Invitees
{
    private readonly ILookup<(Guid Partner, MandateRole Role), Mandate> held;
    private readonly FailedMail failed;

    private Invitees(IEnumerable<Mandate> mandates, FailedMail failed) =>
        (held, this.failed) = (mandates.ToLookup(m => (m.PartnerId, m.Role)), failed);

    /// <summary>The roles whose holders are invited.</summary>
    public static readonly IReadOnlyList<MandateRole> Roles =
    [
        MandateRole.ContactPoint,
        MandateRole.Principal,
        MandateRole.HeadOfDelegation,
    ];

    public static async Task<Invitees> ReadAsync(
        SecretariatDb db,
        IQueryable<Partner> partners,
        AsOf today,
        CancellationToken cancellationToken
    )
    {
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => partners.Any(p => p.Id == m.PartnerId))
            .At(today)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return new(mandates, await FailedMail.ReadAsync(db, today, cancellationToken));
    }

    /// <summary>Of several, the one who can be reached, then the one named for strands of the event, then the one named last.</summary>
    public Mandate? Of(Guid partnerId, MandateRole role, Event e) =>
        Covering(partnerId, role, e)
            .OrderBy(m => WhyNot(m) is not null)
            .ThenBy(m => m.Strands.Count == 0)
            .ThenByDescending(m => m.From)
            .FirstOrDefault();

    /// <summary>Why nobody can be invited for the partner, or null when somebody can.</summary>
    public string? WhyNobody(Guid partnerId, MandateRole role, Event e) =>
        Of(partnerId, role, e) is { } mandate ? WhyNot(mandate)
        : held[(partnerId, role)].Any() ? Text.Key("Whoever holds the role speaks on other strands than those of the event.")
        : Text.Key("Nobody holds the role today.");

    private IEnumerable<Mandate> Covering(Guid partnerId, MandateRole role, Event e) =>
        held[(partnerId, role)].Where(m => m.CoversAny(e.Strands));

    private string? WhyNot(Mandate mandate) =>
        mandate.Person.Email is null ? Text.Key("No e-mail address is recorded.")
        : failed.IsOfNoUse(mandate.Person.Email) ? Text.Key("Mail to the recorded address does not arrive.")
        : null;
}
