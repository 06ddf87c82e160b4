using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>What stands beside each partner of the list, by the same few queries for any number.</summary>
public sealed partial class PartnerListModel
{
    public sealed record Row(
        PartnerLine Partner,
        ContactPoint ContactPoint,
        Gap? Gap,
        IReadOnlyList<LocalizedText> Interests,
        DateTimeOffset? LastLetter,
        DateTimeOffset? LastReply
    );

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    private async Task ShowAsync(IReadOnlyList<PartnerLine> partners, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. partners.Select(p => p.Id)];
        var today = Day.Day;
        var held = await HeldAsync(ids, cancellationToken);
        var failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        var interests = await InterestsAsync(ids, cancellationToken);
        var letters = await LastLettersAsync(ids, cancellationToken);
        var replies = await LastRepliesAsync(ids, cancellationToken);
        Rows =
        [
            .. partners.Select(p => new Row(
                p,
                ContactPointOf([.. held[p.Id].Where(m => m.HoldsOn(today))], failed),
                Gap.Between(held[p.Id], today).FirstOrDefault(g => g.To is null),
                [.. interests[p.Id]],
                letters.GetValueOrDefault(p.Id),
                replies.GetValueOrDefault(p.Id)
            )),
        ];
    }

    private Task<Dictionary<Guid, DateTimeOffset?>> LastLettersAsync(List<Guid> partners, CancellationToken cancellationToken) =>
        db
            .Letters.Where(l => partners.Contains(l.PartnerId) && l.SentAt < Day.EndsAt)
            .GroupBy(l => l.PartnerId)
            .Select(g => new { g.Key, Last = g.Max(l => l.SentAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);

    private Task<Dictionary<Guid, DateTimeOffset?>> LastRepliesAsync(List<Guid> partners, CancellationToken cancellationToken) =>
        ReadAnswers
            .Messages(db)
            .Where(m => m.PartnerId != null && partners.Contains(m.PartnerId.Value) && m.ReceivedAt < Day.EndsAt)
            .GroupBy(m => m.PartnerId!.Value)
            .Select(g => new { g.Key, Last = (DateTimeOffset?)g.Max(m => m.ReceivedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);

    private async Task<ILookup<Guid, LocalizedText>> InterestsAsync(List<Guid> partners, CancellationToken cancellationToken) =>
        (
            await db
                .Interests.At(Day)
                .Where(i => partners.Contains(i.PartnerId) && i.Stance == Stance.Interested)
                .Join(
                    db.Strands,
                    i => i.StrandCode,
                    s => s.Code,
                    (i, s) =>
                        new
                        {
                            i.PartnerId,
                            s.Order,
                            s.Name,
                        }
                )
                .OrderBy(i => i.Order)
                .ToListAsync(cancellationToken)
        ).ToLookup(i => i.PartnerId, i => i.Name);
}
