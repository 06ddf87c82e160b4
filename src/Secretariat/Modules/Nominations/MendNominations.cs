using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>
/// Nominations that somebody had taken over before that was kept with them still stood as confirmed. At start they follow the record
/// after the rule of today; once they do, nothing is left to mend.
/// </summary>
public sealed class MendNominations(SecretariatDb db)
{
    private sealed record TakenOver(Mandate Former, Mandate Next);

    /// <returns>How many mandates had been taken over.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        if (found.Count == 0)
            return 0;
        var partners = found.Select(f => f.Former.PartnerId).Distinct().ToList();
        var mandates = await db.Mandates.Where(m => partners.Contains(m.PartnerId)).ToListAsync(cancellationToken);
        foreach (var (former, next) in found)
            await TakeOver.FollowAsync(
                db,
                Entered(former, next, mandates),
                await db.Nominations.FirstOrDefaultAsync(n => n.MandateId == next.Id, cancellationToken),
                next.From,
                cancellationToken
            );
        var why = Text.Key("Their mandates had been taken over before that was kept with nominations.");
        await db.SaveAsync(Text.Key("Mend nominations that were replaced"), why, cancellationToken);
        return found.Count;
    }

    /// <summary>Mandates of confirmed nominations that ended on the day on which somebody else began, by a replacement or by hand.</summary>
    private async Task<List<TakenOver>> FindAsync(CancellationToken cancellationToken)
    {
        var replacing =
            from nomination in db.Nominations
            join proposal in db.Proposals on nomination.ProposalId equals proposal.Id
            where proposal.Type == ProposalType.Replacement
            select nomination.MandateId;
        var pairs = await (
            from nomination in db.Nominations
            where nomination.Status == NominationStatus.Confirmed
            join former in db.Mandates on nomination.MandateId equals former.Id
            join next in db.Mandates on new { former.PartnerId, former.Role } equals new { next.PartnerId, next.Role }
            where next.From == former.To && former.From != former.To && next.PersonId != former.PersonId
            where replacing.Contains(next.Id) || !db.Nominations.Any(n => n.MandateId == next.Id)
            orderby replacing.Contains(next.Id) descending, next.Id
            select new { Former = former, Next = next }
        ).ToListAsync(cancellationToken);
        return
        [
            .. pairs
                .Where(p => p.Next.CoversAny(p.Former.Strands))
                .DistinctBy(p => p.Former.Id)
                .Select(p => new TakenOver(p.Former, p.Next)),
        ];
    }

    /// <summary>Who goes on for some strands alone has a mandate of their own from that day on.</summary>
    private static EnteredMandate Entered(Mandate former, Mandate next, List<Mandate> mandates)
    {
        var rest = mandates.Find(m =>
            (m.PartnerId, m.Role, m.PersonId) == (former.PartnerId, former.Role, former.PersonId) && m.From == former.To
        );
        return rest is null ? new(next, [], [former], []) : new(next, [], [], [(former, rest)]);
    }
}
