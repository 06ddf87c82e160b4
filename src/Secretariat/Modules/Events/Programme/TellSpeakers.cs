using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Somebody for whom a release changes something, and what they read of it.</summary>
/// <param name="Address">Where it goes.</param>
public sealed record ProgrammeNews(Invitation Invitation, Partner Partner, string Address, InvitationWords Words);

/// <summary>Tells those who lead or speak what a release changes for them, and nobody else; the caller saves.</summary>
public sealed class TellSpeakers(
    SecretariatDb db,
    SendInvitations sending,
    ProgrammeMail mail,
    PutInOutbox outbox,
    OfficeHours hours,
    TimeProvider time
)
{
    /// <summary>
    /// Those who stand in what changes, or stood, and are invited under that name. None where the event is no longer to come.
    /// </summary>
    public async Task<IReadOnlyList<ProgrammeNews>> FindAsync(
        TimetableEntry entry,
        IReadOnlyList<ProgrammeChange> changes,
        CancellationToken cancellationToken
    )
    {
        if (entry.Standing is not Standing.Coming || changes.Count == 0)
            return [];
        var open = db.Invitations.Where(i => i.EventId == entry.Event.Id && i.WithdrawnAt == null);
        var invited = await (
            from invitation in open
            join partner in db.Partners on invitation.PartnerId equals partner.Id
            orderby invitation.Address, invitation.Id
            select new { invitation, partner }
        ).ToListAsync(cancellationToken);
        var concerned = invited
            .Select(i => (i.invitation, i.partner, Changes: For(i.invitation.Name, changes)))
            .Where(i => i.Changes.Count > 0)
            .ToList();
        if (concerned.Count == 0)
            return [];
        var mandates = await sending.MandatesAsync(open, cancellationToken);
        var greeting = await Greeting.ReadAsync(db, cancellationToken);
        return concerned.ConvertAll(c =>
        {
            var of = mandates[(c.partner.Id, c.invitation.PersonId)];
            var mandate = of.OrderBy(m => m.Role == c.invitation.Role).LastOrDefault();
            var language = mail.LanguageFor(mandate?.Language ?? "en");
            var salutation = mandate is null ? $"{c.invitation.Name}," : greeting.For(c.partner, mandate, language);
            var words = mail.Write(entry, c.Changes, (c.invitation.Name, salutation), language);
            return new ProgrammeNews(c.invitation, c.partner, mandate?.Person.Email ?? c.invitation.Address, words);
        });
    }

    /// <summary>Everybody who stands in what changes, or stood.</summary>
    public static IEnumerable<string> NamedIn(IEnumerable<ProgrammeChange> changes) =>
        changes
            .SelectMany(c => new[] { c.Before, c.After })
            .OfType<ReleasedItem>()
            .SelectMany(ProgrammeMail.PeopleIn)
            .DistinctBy(Fold.Plain);

    /// <summary>At once where the event would have begun before the office of the reader opens.</summary>
    public async Task SendAsync(
        TimetableEntry entry,
        ProgrammeRelease release,
        IReadOnlyList<ProgrammeNews> news,
        CancellationToken cancellationToken
    )
    {
        foreach (var (invitation, partner, address, words) in news)
        {
            // The invitation as it was seen: somebody else may withdraw it at the same moment.
            db.Touch(invitation);
            await outbox.RunAsync(
                await db.ThreadOfAsync(invitation, cancellationToken),
                new OutgoingText($"programme/{release.Id}/{invitation.Id}", invitation.Name, address, words.Subject, words.Body)
                {
                    DueAt = hours.NextBefore(entry.Begins, partner.IsoAlpha2, time.Now()),
                    KeepsOfficeHours = true,
                    Country = partner.IsoAlpha2,
                    NoLaterThan = entry.Begins,
                },
                cancellationToken
            );
        }
    }

    private static List<ProgrammeChange> For(string name, IReadOnlyList<ProgrammeChange> changes) =>
        [.. changes.Where(c => ProgrammeMail.StandsIn(c.Before, name) || ProgrammeMail.StandsIn(c.After, name))];
}
