using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>Somebody who is written to for a partner.</summary>
public sealed record Recipient(Partner Partner, Mandate Mandate);

/// <summary>Who is written to for a partner: whoever holds a role of it today, for one of some strands where there are any.</summary>
public sealed class Recipients
{
    private readonly ILookup<(Guid Partner, MandateRole Role), Mandate> held;
    private readonly FailedMail failed;

    private Recipients(IEnumerable<Mandate> mandates, FailedMail failed) =>
        (held, this.failed) = (mandates.ToLookup(m => (m.PartnerId, m.Role)), failed);

    /// <summary>The roles whose holders are written to in numbers.</summary>
    public static readonly IReadOnlyList<MandateRole> Roles =
    [
        MandateRole.ContactPoint,
        MandateRole.Principal,
        MandateRole.HeadOfDelegation,
    ];

    public static async Task<Recipients> ReadAsync(
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

    /// <summary>Of several, the one who can be reached, then the one named for those strands, then the one named last.</summary>
    public Mandate? Of(Guid partnerId, MandateRole role, IReadOnlyCollection<string> strands) =>
        Covering(partnerId, role, strands)
            .OrderBy(m => WhyNot(m) is not null)
            .ThenBy(m => m.Strands.Count == 0)
            .ThenByDescending(m => m.From)
            .FirstOrDefault();

    /// <summary>Why nobody can be written to for the partner, or null when somebody can.</summary>
    public string? WhyNobody(Guid partnerId, MandateRole role, IReadOnlyCollection<string> strands) =>
        Of(partnerId, role, strands) is { } mandate ? WhyNot(mandate)
        : held[(partnerId, role)].Any() ? Text.Key("Whoever holds the role speaks on other strands than those of the event.")
        : Text.Key("Nobody holds the role today.");

    private IEnumerable<Mandate> Covering(Guid partnerId, MandateRole role, IReadOnlyCollection<string> strands) =>
        held[(partnerId, role)].Where(m => m.CoversAny(strands));

    private string? WhyNot(Mandate mandate) =>
        mandate.Person.Email is null ? Text.Key("No e-mail address is recorded.")
        : failed.IsOfNoUse(mandate.Person.Email) ? Text.Key("Mail to the recorded address does not arrive.")
        : null;

    /// <summary>Members of a group in protocol order, divided into those who are written to and those who are not.</summary>
    /// <param name="whyNot">What else speaks against it, by the key of the partner.</param>
    public static async Task<(
        IReadOnlyList<Recipient> Reached,
        IReadOnlyList<(Partner Partner, string WhyNot)> LeftOut
    )> DivideAsync(
        SecretariatDb db,
        IQueryable<Partner> members,
        (MandateRole Role, IReadOnlyCollection<string> Strands) to,
        (string Language, AsOf Today) list,
        Func<Guid, string?> whyNot,
        CancellationToken cancellationToken
    )
    {
        var partners = await members.ToDictionaryAsync(p => p.Id, cancellationToken);
        var recipients = await ReadAsync(db, members, list.Today, cancellationToken);
        var (reached, leftOut) = (new List<Recipient>(), new List<(Partner, string)>());
        foreach (var line in await members.LinesAsync(db, list.Language, list.Today, cancellationToken))
        {
            if ((whyNot(line.Id) ?? recipients.WhyNobody(line.Id, to.Role, to.Strands)) is { } reason)
                leftOut.Add((partners[line.Id], reason));
            else
                reached.Add(new(partners[line.Id], recipients.Of(line.Id, to.Role, to.Strands)!));
        }

        return (reached, leftOut);
    }
}
