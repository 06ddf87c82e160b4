using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>All campaigns, the newest first.</summary>
public sealed class IndexPage(SecretariatDb db) : PageModel
{
    private const int PageSize = 30;

    public IReadOnlyList<CampaignRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken cancellationToken)
    {
        var rows = await db
            .Campaigns.AsNoTracking()
            .Where(c => before == null || c.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(c => c.Id)
            .Take(PageSize + 1)
            .Select(c => new CampaignRow(
                c.Id,
                c.Title,
                c.Status,
                db.Letters.Count(l => l.CampaignId == c.Id && l.Status != LetterStatus.Voided),
                db.Letters.Count(l => l.CampaignId == c.Id && l.Status == LetterStatus.Sent),
                db.Letters.Count(l =>
                    l.CampaignId == c.Id && (l.Status == LetterStatus.Refused || l.Status == LetterStatus.Returned)
                )
            ))
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"/office/campaigns?before={Rows[^1].Id}" : null;
    }
}

public sealed record CampaignRow(Guid Id, string Title, CampaignStatus Status, int Letters, int Sent, int Failed);
