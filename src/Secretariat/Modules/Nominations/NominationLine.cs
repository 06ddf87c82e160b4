using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>A nomination, or a word on taking part, from the message that asks for it to what has become of it.</summary>
public sealed record NominationLine : IPlaced<Guid>
{
    /// <summary>Those that name a person.</summary>
    public static readonly IReadOnlyList<ProposalType> Naming = [ProposalType.Nomination, ProposalType.Replacement];

    private static readonly IReadOnlyList<ProposalType> All = [.. Naming, ProposalType.Interest, ProposalType.Decline];

    public required Proposal Proposal { get; init; }
    public required Message Message { get; init; }
    public Partner? Partner { get; init; }
    public Nomination? Nomination { get; init; }

    /// <summary>A later word took the place of an interest.</summary>
    public bool IsSuperseded { get; init; }

    public Guid Place => Proposal.Id;

    /// <summary>The day as of which it is asked; what is decided now counts at once, whatever its day.</summary>
    public AsOf Day { get; init; } = Now;

    public NominationStatus Status =>
        !IsDecided
            ? IsVerified
                ? NominationStatus.Verified
                : NominationStatus.Proposed
            : Proposal.Status is ProposalStatus.Rejected
                ? NominationStatus.Declined
                : Proposal.Status is ProposalStatus.Withdrawn
                    ? NominationStatus.Withdrawn
                    : Nomination is { EndedOn: { } ended } && ended <= Day.Day
                        ? Nomination.Status
                        : IsSuperseded
                            ? NominationStatus.Replaced
                            : NominationStatus.Confirmed;

    private bool IsDecided => Proposal.DecidedAt < Day.EndsAt;

    private bool IsVerified => Proposal.VerifiedAt < Day.EndsAt;

    private static AsOf Now => new(DateOnly.MaxValue);

    /// <summary>What was proposed, in one state or in any.</summary>
    /// <param name="types">Null: all that is a nomination or a word on taking part.</param>
    /// <param name="asOf">Null: now.</param>
    public static IQueryable<Proposal> In(
        SecretariatDb db,
        NominationStatus? status,
        IReadOnlyList<ProposalType>? types = null,
        AsOf? asOf = null
    )
    {
        types ??= All;
        var at = asOf ?? Now;
        var (day, ends) = (at.Day, at.EndsAt);
        var all = db
            .Proposals.AsNoTracking()
            .Where(p => types.Contains(p.Type) && db.Messages.Any(m => m.Id == p.MessageId && m.ReceivedAt < ends));
        var open = all.Where(p => p.DecidedAt == null || p.DecidedAt >= ends);
        var decided = all.Where(p => p.DecidedAt < ends);
        var ended = db.Nominations.Where(n => n.EndedOn <= day);
        var superseded = Superseded(db, at);
        return status switch
        {
            null => all,
            NominationStatus.Proposed => open.Where(p => p.VerifiedAt == null || p.VerifiedAt >= ends),
            NominationStatus.Verified => open.Where(p => p.VerifiedAt < ends),
            NominationStatus.Declined => decided.Where(p => p.Status == ProposalStatus.Rejected),
            NominationStatus.Withdrawn => decided.Where(p =>
                p.Status == ProposalStatus.Withdrawn
                || ended.Any(n => n.ProposalId == p.Id && n.Status == NominationStatus.Withdrawn)
            ),
            NominationStatus.Replaced => decided.Where(p =>
                ended.Any(n => n.ProposalId == p.Id && n.Status == NominationStatus.Replaced) || superseded.Any(s => s.Id == p.Id)
            ),
            _ => decided.Where(p =>
                p.Status == ProposalStatus.Confirmed
                && !ended.Any(n => n.ProposalId == p.Id)
                && !superseded.Any(s => s.Id == p.Id)
            ),
        };
    }

    public static IQueryable<NominationLine> Of(SecretariatDb db, IQueryable<Proposal> proposals, AsOf? asOf = null)
    {
        var at = asOf ?? Now;
        var superseded = Superseded(db, at);
        return from proposal in proposals
            join message in db.Messages.AsNoTracking() on proposal.MessageId equals message.Id
            join partner in db.Partners.AsNoTracking() on message.PartnerId equals partner.Id into partners
            from partner in partners.DefaultIfEmpty()
            join nomination in db.Nominations.AsNoTracking() on proposal.Id equals nomination.ProposalId into nominations
            from nomination in nominations.DefaultIfEmpty()
            select new NominationLine
            {
                Proposal = proposal,
                Message = message,
                Partner = partner,
                Nomination = nomination,
                IsSuperseded = superseded.Any(s => s.Id == proposal.Id),
                Day = at,
            };
    }

    /// <summary>A word on taking part of which nothing holds any more; one that said again what stood ends with what stood.</summary>
    private static IQueryable<Proposal> Superseded(SecretariatDb db, AsOf asOf)
    {
        var day = asOf.Day;
        var held = db.Interests.Where(i => i.From <= day && (i.To == null || i.To > day));
        return db.Proposals.Where(p =>
            p.Status == ProposalStatus.Confirmed
            && (p.Type == ProposalType.Interest || p.Type == ProposalType.Decline)
            && !held.Any(i =>
                (i.Stance == Stance.Interested) == (p.Type == ProposalType.Interest)
                && (
                    i.MessageId == p.MessageId
                    || !db.Interests.Any(own => own.MessageId == p.MessageId)
                        && p.Strands.Contains(i.StrandCode)
                        && db.Messages.Any(m => m.Id == p.MessageId && m.PartnerId == i.PartnerId)
                )
            )
        );
    }
}
