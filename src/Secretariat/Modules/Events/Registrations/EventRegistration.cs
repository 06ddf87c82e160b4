using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The registration for an event as it stands.</summary>
/// <param name="Terms">Null where nobody registers.</param>
public sealed record EventRegistration(
    TimetableEntry Entry,
    RegistrationTerms? Terms,
    IReadOnlyList<RegistrationCategory> Categories
)
{
    public RegistrationCategory? Category(Guid? id) => Categories.FirstOrDefault(c => c.Id == id);
}

public static class RegistrationQueries
{
    public static IQueryable<Registration> HoldingPlaces(this IQueryable<Registration> registrations) =>
        registrations.Where(r => r.Status == RegistrationStatus.Registered || r.Status == RegistrationStatus.AwaitingApproval);

    /// <summary>How many wait before a waiting person, of all delegations.</summary>
    public static Task<int> BeforeAsync(this SecretariatDb db, Registration waiting, CancellationToken cancellationToken) =>
        db.Registrations.CountAsync(
            r =>
                r.CategoryId == waiting.CategoryId
                && r.Status == RegistrationStatus.Waiting
                && (r.StatusAt < waiting.StatusAt || (r.StatusAt == waiting.StatusAt && r.Id < waiting.Id)),
            cancellationToken
        );

    /// <summary>The last word of a person on each audience that they were asked about.</summary>
    public static async Task<Dictionary<Audience, bool>> ConsentsAsync(
        this SecretariatDb db,
        Guid registrationId,
        CancellationToken cancellationToken
    )
    {
        var said = await db
            .Consents.AsNoTracking()
            .Where(c => c.RegistrationId == registrationId)
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return said.GroupBy(c => c.Audience).ToDictionary(g => g.Key, g => g.Last().IsGiven);
    }

    /// <summary>What is to be known of the registration for an event, or null where there is no such event on that day.</summary>
    public static async Task<EventRegistration?> RegistrationAsync(
        this SecretariatDb db,
        string code,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        if (await db.EntryAsync(code, asOf, cancellationToken) is not { } entry)
            return null;
        var open = await db
            .RegistrationTerms.Where(t => t.EventId == entry.Event.Id)
            .Select(t => new
            {
                Terms = t,
                Categories = db.RegistrationCategories.Where(c => c.EventId == t.EventId).OrderBy(c => c.Id).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        // Categories may be there before the terms.
        return new(entry, open?.Terms, open?.Categories ?? await db.CategoriesAsync(entry.Event.Id, cancellationToken));
    }

    private static Task<List<RegistrationCategory>> CategoriesAsync(
        this SecretariatDb db,
        Guid eventId,
        CancellationToken cancellationToken
    ) => db.RegistrationCategories.Where(c => c.EventId == eventId).OrderBy(c => c.Id).ToListAsync(cancellationToken);
}
