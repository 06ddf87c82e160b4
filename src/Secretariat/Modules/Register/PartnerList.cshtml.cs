using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>All partners on one page: an alliance has fewer than a few hundred, and the number of queries stays the same.</summary>
public sealed class PartnerListModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Row(
        PartnerLine Partner,
        bool HasContactPoint,
        Gap? Gap,
        IReadOnlyList<LocalizedText> Interests,
        DateTimeOffset? LastLetter,
        DateTimeOffset? LastReply
    );

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var partners = await db.Partners.LinesAsync(db, t.Language.Code, cancellationToken);
        Kinds = [.. partners.DistinctBy(p => p.KindCode).Select(p => new SelectListItem(p.Kind.In(t.Language.Code), p.KindCode))];
        var today = time.Today();
        var mandates = await db
            .Mandates.AsNoTracking()
            .Where(m => m.Role == MandateRole.ContactPoint)
            .ToListAsync(cancellationToken);
        var held = mandates.ToLookup(m => m.PartnerId);
        var interests = await InterestsAsync(cancellationToken);
        var letters = await db
            .Letters.Where(l => l.SentAt != null)
            .GroupBy(l => l.PartnerId)
            .Select(g => new { g.Key, Last = g.Max(l => l.SentAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);
        var replies = await db
            .Messages.Where(m => m.PartnerId != null)
            .GroupBy(m => m.PartnerId!.Value)
            .Select(g => new { g.Key, Last = (DateTimeOffset?)g.Max(m => m.ReceivedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);
        Rows =
        [
            .. partners
                .Where(Fits)
                .Select(p => new Row(
                    p,
                    held[p.Id].Any(m => m.HoldsOn(today)),
                    Gap.Between(held[p.Id], today).FirstOrDefault(g => g.To is null),
                    [.. interests[p.Id]],
                    letters.GetValueOrDefault(p.Id),
                    replies.GetValueOrDefault(p.Id)
                )),
        ];
    }

    private bool Fits(PartnerLine partner) =>
        (string.IsNullOrEmpty(Kind) || partner.KindCode == Kind)
        && (
            string.IsNullOrWhiteSpace(Q)
            || partner
                .Name.Languages.Select(partner.Name.In)
                .Append(partner.Code)
                .Any(word => Fold.Of(word).Contains(Fold.Of(Q.Trim()), StringComparison.Ordinal))
        );

    private async Task<ILookup<Guid, LocalizedText>> InterestsAsync(CancellationToken cancellationToken) =>
        (
            await db
                .Interests.At(AsOf.Today(time))
                .Where(i => i.Stance == Stance.Interested)
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
