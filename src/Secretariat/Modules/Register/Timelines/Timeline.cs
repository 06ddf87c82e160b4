using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>What happened with a partner or a person, newest first, from all the modules together.</summary>
public sealed class Timeline(IReadOnlyList<ITimelineSource> sources)
{
    public IEnumerable<TimelineSort> Sorts => sources.Select(s => s.Sort).Distinct();

    public static Timeline OfPartner(SecretariatDb db, Partner partner, Text t)
    {
        var mandates = db.Mandates.Where(m => m.PartnerId == partner.Id);
        var replies = db.Outbox.Where(m => db.Threads.Any(thread => thread.Id == m.ThreadId && thread.PartnerId == partner.Id));
        return new([
            new MessagesIn(db.Messages.Where(m => m.PartnerId == partner.Id), t),
            new LettersSent(db, db.Letters.Where(l => l.PartnerId == partner.Id)),
            new Replies(replies, t),
            new MandatesBegun(mandates, new(db, t)),
            new MandatesEnded(mandates, new(db, t)),
            new Standings(db, partner, t),
            new Interests(db, partner, t),
            new KindChanges(db, partner, t),
            new ListingChanges(db, partner, t),
            new RoutesBegun(db, partner, t),
            new RoutesEnded(db, partner, t),
            new Relations(db, partner, t),
            new Invited(db, db.Invitations.Where(i => i.PartnerId == partner.Id), t),
            new InvitationsAnswered(db, db.Invitations.Where(i => i.PartnerId == partner.Id), t),
            new Promised(db, partner, t),
            new ProgressMade(db, partner, t),
            new StepsTaken(db, partner, t),
            new EntryChanges(db, partner, t),
            new DomainsRegistered(db, partner, t),
            new DomainsRemoved(db, partner, t),
            new EntriesMerged(db, partner, t),
        ]);
    }

    /// <summary>Mandates, and the mail with their mailbox, which they may share.</summary>
    public static Timeline OfPerson(SecretariatDb db, Person person, Text t)
    {
        var mandates = db.Mandates.Where(m => m.PersonId == person.Id);
        var invitations = db.Invitations.Where(i =>
            i.PersonId == person.Id || db.Persons.Any(p => p.Id == i.PersonId && p.MergedIntoId == person.Id)
        );
        // As it is recorded, and as mail programs write it.
        string[] mailbox = person.Email is { } email ? [email, email.ToLowerInvariant()] : [];
        return new([
            // Whoever types an address is not yet that person.
            new MessagesIn(
                db.Messages.Where(m =>
                    mailbox.Contains(m.FromAddress) && (m.Trust == Trust.Known || m.Trust == Trust.NotChecked)
                ),
                t
            ),
            new LettersSent(db, db.Letters.Where(l => mailbox.Contains(l.AddresseeEmail))),
            new Replies(db.Outbox.Where(m => mailbox.Contains(m.ToAddress)), t),
            new Invited(db, invitations, t),
            new InvitationsAnswered(db, invitations, t),
            new MandatesBegun(mandates, new(db, t) { TellsPartner = true }),
            new MandatesEnded(mandates, new(db, t) { TellsPartner = true }),
        ]);
    }

    /// <param name="sort">Null: all of them.</param>
    public async Task<ListPage<TimelineEntry, PlaceInList>> PageAsync(
        TimelineSort? sort,
        Stretch stretch,
        CancellationToken cancellationToken
    )
    {
        var found = new List<TimelineEntry>();
        foreach (var source in sources.Where(s => sort is null || s.Sort == sort))
            found.AddRange(await source.ReadAsync(stretch, cancellationToken));
        var ordered = found.OrderBy(e => e.Place.At).ThenBy(e => e.Place.Id).ToList();
        if (stretch.At.After is null)
            ordered.Reverse();
        return ListPages.Of(ordered, stretch.At, stretch.Size);
    }
}
