using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>What is printed for the day of an event.</summary>
public enum Paper
{
    /// <summary>One badge for each who has a place, with the code by which they are checked in.</summary>
    Badges,

    /// <summary>Those who have a place, by name, each with a line to sign.</summary>
    Signatures,

    /// <summary>Everybody who asked, and what was decided, such as on the accreditation of the press.</summary>
    Decisions,

    /// <summary>Delegations in protocol order, each with its people: for seats, and for the order in which they speak.</summary>
    Protocol,

    /// <summary>The list of participants, for those who take part: nobody who has not agreed, or has said no where all do so on official duty.</summary>
    Participants,
}

/// <summary>A person as they stand on a badge or a list.</summary>
/// <param name="Code">Of the badge.</param>
/// <param name="Delegation">In the language of the paper.</param>
public sealed record PrintedPerson(
    string Code,
    string Name,
    string FamilyName,
    string Function,
    string? Organisation,
    RegistrationStatus Status,
    string Category,
    string Delegation,
    LocalizedText? Footnote,
    int Rank
)
{
    /// <summary>For the badge, as an address that holds it; null where none was given.</summary>
    public string? Photo { get; init; }
}

public static class PrintedPeople
{
    public static bool IsByDelegation(this Paper paper) => paper is Paper.Protocol or Paper.Participants;

    /// <summary>Those who stand on a paper.</summary>
    /// <param name="choice">Of one category, and only those who have been checked in; or everybody.</param>
    public static IQueryable<Registration> On(
        this SecretariatDb db,
        Paper paper,
        Guid eventId,
        (Guid? Category, bool PresentOnly) choice
    )
    {
        var wanted = db.Registrations.Where(r =>
            r.EventId == eventId && (choice.Category == null || r.CategoryId == choice.Category)
        );
        wanted =
            paper is Paper.Decisions
                ? wanted.Where(r => r.Status != RegistrationStatus.Withdrawn && r.Status != RegistrationStatus.Replaced)
                : wanted.Where(r => r.Status == RegistrationStatus.Registered);
        if (paper is Paper.Participants)
            wanted = wanted.Where(r =>
                // What somebody has said holds, also where nobody is asked any more.
                db.Consents.Where(c => c.RegistrationId == r.Id && c.Audience == Audience.Participants)
                    .OrderByDescending(c => c.At)
                    .ThenByDescending(c => c.Id)
                    .Select(c => (bool?)c.IsGiven)
                    .FirstOrDefault()
                ?? db.RegistrationTerms.Any(t => t.EventId == eventId && t.IsOfficialDuty)
            );
        return choice.PresentOnly ? wanted.Where(r => db.PresentAt(eventId, null).Any(p => p.Id == r.Id)) : wanted;
    }

    /// <summary>Those who stand on a paper, in its order.</summary>
    /// <param name="presentOnly">Only those who have been checked in.</param>
    public static async Task<IReadOnlyList<PrintedPerson>> PrintedAsync(
        this SecretariatDb db,
        Guid eventId,
        Paper paper,
        (Guid? Category, bool PresentOnly) choice,
        RegistrationLinks links,
        string language,
        CancellationToken cancellationToken
    )
    {
        var wanted = db.On(paper, eventId, choice);
        var rows = await (
            from registration in wanted
            join delegation in db.Delegations on registration.DelegationId equals delegation.Id
            join partner in db.Partners on delegation.PartnerId equals partner.Id
            join category in db.RegistrationCategories on registration.CategoryId equals category.Id
            select new
            {
                registration,
                IsHead = delegation.HeadAddress == registration.Email,
                partner,
                category = category.Name,
                photo = paper == Paper.Badges ? db.BadgePhotos.SingleOrDefault(p => p.RegistrationId == registration.Id) : null,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var people = new List<(PrintedPerson Person, bool IsHead)>(rows.Count);
        foreach (var row in rows)
        {
            var r = row.registration;
            var printed = new PrintedPerson(
                await links.TokenAsync(LinkTo.Badge, r.Id, cancellationToken),
                r.Name,
                r.FamilyName,
                r.Function,
                r.Organisation,
                r.Status,
                row.category.In(language),
                row.partner.Name.In(language),
                row.partner.Footnote,
                PartnerKind.PlaceIn(row.partner.KindCode, row.partner.ProtocolOrder) ?? int.MaxValue
            )
            {
                Photo = row.photo is { } photo ? $"data:{photo.MediaType};base64,{Convert.ToBase64String(photo.Content)}" : null,
            };
            people.Add((printed, row.IsHead));
        }

        var byName = StringComparer.Create(new System.Globalization.CultureInfo(language), ignoreCase: true);
        return
        [
            .. people
                .OrderBy(p => paper.IsByDelegation() ? p.Person.Rank : 0)
                .ThenBy(p => paper.IsByDelegation() ? p.Person.Delegation : "", byName)
                .ThenBy(p => paper.IsByDelegation() && !p.IsHead)
                .ThenBy(p => p.Person.FamilyName, byName)
                .ThenBy(p => p.Person.Name, byName)
                .Select(p => p.Person),
        ];
    }
}
