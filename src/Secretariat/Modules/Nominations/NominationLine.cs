using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

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

    public NominationStatus Status =>
        Proposal.Status switch
        {
            ProposalStatus.Proposed => NominationStatus.Proposed,
            ProposalStatus.Verified => NominationStatus.Verified,
            ProposalStatus.Rejected => NominationStatus.Declined,
            ProposalStatus.Withdrawn => NominationStatus.Withdrawn,
            _ => Nomination?.Status ?? (IsSuperseded ? NominationStatus.Replaced : NominationStatus.Confirmed),
        };

    /// <summary>What was proposed, in one state or in any.</summary>
    /// <param name="types">Null: all that is a nomination or a word on taking part.</param>
    public static IQueryable<Proposal> In(SecretariatDb db, NominationStatus? status, IReadOnlyList<ProposalType>? types = null)
    {
        types ??= All;
        var all = db.Proposals.AsNoTracking().Where(p => types.Contains(p.Type));
        var superseded = Superseded(db);
        return status switch
        {
            null => all,
            NominationStatus.Proposed => all.Where(p => p.Status == ProposalStatus.Proposed),
            NominationStatus.Verified => all.Where(p => p.Status == ProposalStatus.Verified),
            NominationStatus.Declined => all.Where(p => p.Status == ProposalStatus.Rejected),
            NominationStatus.Withdrawn => all.Where(p =>
                p.Status == ProposalStatus.Withdrawn
                || db.Nominations.Any(n => n.ProposalId == p.Id && n.Status == NominationStatus.Withdrawn)
            ),
            NominationStatus.Replaced => all.Where(p =>
                db.Nominations.Any(n => n.ProposalId == p.Id && n.Status == NominationStatus.Replaced)
                || superseded.Any(s => s.Id == p.Id)
            ),
            _ => all.Where(p =>
                p.Status == ProposalStatus.Confirmed
                && !db.Nominations.Any(n => n.ProposalId == p.Id && n.Status != NominationStatus.Confirmed)
                && !superseded.Any(s => s.Id == p.Id)
            ),
        };
    }

    public static IQueryable<NominationLine> Of(SecretariatDb db, IQueryable<Proposal> proposals)
    {
        var superseded = Superseded(db);
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
            };
    }

    private static IQueryable<Proposal> Superseded(SecretariatDb db) =>
        db.Proposals.Where(p =>
            p.Status == ProposalStatus.Confirmed
            && (p.Type == ProposalType.Interest || p.Type == ProposalType.Decline)
            && db.Interests.Any(i =>
                i.MessageId == p.MessageId && (i.Stance == Stance.Interested) == (p.Type == ProposalType.Interest)
            )
            && !db.Interests.Any(i =>
                i.MessageId == p.MessageId && (i.Stance == Stance.Interested) == (p.Type == ProposalType.Interest) && i.To == null
            )
        );
}
