using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>Makes the briefings of several partners from the record: as many queries for one as for all of them.</summary>
public sealed class ReadBriefings(SecretariatDb db, TimeProvider time, Text t)
{
    /// <summary>In the order of the partners; one that there is not is left out.</summary>
    public async Task<IReadOnlyList<Briefing>> RunAsync(
        IReadOnlyCollection<Guid> partners,
        AsOf day,
        BriefingReader reader,
        CancellationToken cancellationToken
    )
    {
        var shared = await SharedAsync(day, reader, cancellationToken);
        var known = await db
            .CurrentPartners.AsNoTracking()
            .Include(p => p.KindsBefore)
            .Include(p => p.Relations)
            .AsSplitQuery()
            .Where(p => partners.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var facts = await FactsAsync(shared, known, cancellationToken);
        return [.. partners.Where(known.ContainsKey).Select(id => BriefingWriter.Write(facts[id], t))];
    }

    private async Task<SharedFacts> SharedAsync(AsOf day, BriefingReader reader, CancellationToken cancellationToken)
    {
        // What is asked of today by its date is today's as well.
        var asOf = day.Day == time.Today() ? AsOf.Today(time) : day;
        var timetable = await TimetableEntry.AllAsync(db, asOf, t.Language.Culture, cancellationToken);
        var events = await db.Events.AsNoTracking().ToDictionaryAsync(e => e.Code, cancellationToken);
        return new SharedFacts(
            asOf,
            reader,
            await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken),
            await db.Languages.AsNoTracking().ToDictionaryAsync(l => l.Code, l => l.Name, cancellationToken),
            await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken),
            events,
            timetable.FindAll(e => e.Standing is Standing.Coming),
            await ProtocolOrdersAsync(asOf, cancellationToken)
        )
        {
            Failed = reader is BriefingReader.Office ? await FailedMail.ReadAsync(db, asOf, cancellationToken) : FailedMail.None,
        };
    }

    private Task<List<int>> ProtocolOrdersAsync(AsOf asOf, CancellationToken cancellationToken)
    {
        var states = db.KindsAt(asOf).Where(k => k.KindCode == PartnerKind.MemberState);
        return db
            .Partners.Where(p => p.ProtocolOrder != null && states.Any(s => s.PartnerId == p.Id))
            .Select(p => p.ProtocolOrder!.Value)
            .ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<Guid, BriefingFacts>> FactsAsync(
        SharedFacts shared,
        Dictionary<Guid, Partner> known,
        CancellationToken cancellationToken
    )
    {
        var ids = known.Keys.ToList();
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => ids.Contains(m.PartnerId) && m.To != m.From)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var standings = await (
            from endorsement in db.Endorsements.AsNoTracking().At(shared.Day)
            where ids.Contains(endorsement.PartnerId)
            join instrument in db.Instruments.AsNoTracking() on endorsement.InstrumentCode equals instrument.Code
            orderby instrument.On descending, instrument.Code, endorsement.TextVersion ?? 0
            select new { Instrument = instrument, Endorsement = endorsement }
        ).ToListAsync(cancellationToken);
        var interests = await db
            .Interests.AsNoTracking()
            .At(shared.Day)
            .Where(i => ids.Contains(i.PartnerId))
            .ToListAsync(cancellationToken);
        var day = shared.Day.Day;
        var commitments = await db
            .Commitments.AsNoTracking()
            .Include(c => c.Progress)
            .Where(c => ids.Contains(c.PartnerId) && c.On <= day)
            .ToListAsync(cancellationToken);
        var invitations = await InvitationsAsync(shared, ids, cancellationToken);
        var latest = new LatestOfEach(db, shared, ids);
        var mail = await MailAsync(latest, shared, cancellationToken);
        return known.Values.ToDictionary(
            p => p.Id,
            p => new BriefingFacts
            {
                Partner = p,
                Shared = shared,
                Mandates = mandates.FindAll(m => m.PartnerId == p.Id),
                Endorsements =
                [
                    .. standings.Where(s => s.Endorsement.PartnerId == p.Id).Select(s => (s.Instrument, s.Endorsement)),
                ],
                Interests = interests.FindAll(i => i.PartnerId == p.Id),
                Commitments = commitments.FindAll(c => c.PartnerId == p.Id),
                Invitations = invitations.FindAll(i => i.PartnerId == p.Id),
                Letters = Of(mail.Letters, p),
                Messages = Of(mail.Messages, p),
                Replies = Of(mail.Replies, p),
                Unanswered = Of(mail.Unanswered, p),
                Open = Of(mail.Open, p),
                Proposals = Of(mail.Proposals, p),
            }
        );
    }

    private async Task<List<Invitation>> InvitationsAsync(
        SharedFacts shared,
        List<Guid> partners,
        CancellationToken cancellationToken
    )
    {
        var (coming, end) = (shared.Coming.Select(e => e.Event.Id).ToList(), shared.Day.EndsAt);
        if (!shared.IsForOffice || coming.Count == 0)
            return [];
        return await db
            .Invitations.AsNoTracking()
            .Where(i => partners.Contains(i.PartnerId) && coming.Contains(i.EventId))
            .Where(i => i.SentAt < end && (i.WithdrawnAt == null || i.WithdrawnAt >= end))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What waits in the office is not even read for the desk.</summary>
    private static async Task<Mail> MailAsync(LatestOfEach latest, SharedFacts shared, CancellationToken cancellationToken)
    {
        var mail = new Mail(await latest.LettersAsync(cancellationToken), await latest.MessagesAsync(cancellationToken));
        if (!shared.IsForOffice)
            return mail;
        return mail with
        {
            Replies = await latest.RepliesAsync(cancellationToken),
            Unanswered = await latest.UnansweredAsync(cancellationToken),
            Open = shared.Day.IsToday ? await latest.OpenAsync(cancellationToken) : Mail.Nothing,
            Proposals = await latest.ProposalsAsync(cancellationToken),
        };
    }

    private static Latest Of(IReadOnlyDictionary<Guid, Latest> latest, Partner partner) =>
        latest.GetValueOrDefault(partner.Id) ?? Latest.None;

    private sealed record Mail(IReadOnlyDictionary<Guid, Latest> Letters, IReadOnlyDictionary<Guid, Latest> Messages)
    {
        public static readonly IReadOnlyDictionary<Guid, Latest> Nothing = new Dictionary<Guid, Latest>();

        public IReadOnlyDictionary<Guid, Latest> Replies { get; init; } = Nothing;
        public IReadOnlyDictionary<Guid, Latest> Unanswered { get; init; } = Nothing;
        public IReadOnlyDictionary<Guid, Latest> Open { get; init; } = Nothing;
        public IReadOnlyDictionary<Guid, Latest> Proposals { get; init; } = Nothing;
    }
}
