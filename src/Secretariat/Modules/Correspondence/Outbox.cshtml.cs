using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What leaves and what has left, the newest first.</summary>
public sealed class OutboxPage(SecretariatDb db) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public Delivery? State { get; set; }

    public IReadOnlyDictionary<Delivery, int> Counts { get; private set; } = new Dictionary<Delivery, int>();

    public IReadOnlyList<OutboxRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public static string Say(Delivery delivery) =>
        delivery switch
        {
            Delivery.Due => Text.Key("Due"),
            Delivery.Claimed => Text.Key("Being sent"),
            Delivery.Sent => Text.Key("Sent"),
            _ => Text.Key("Failed"),
        };

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Counts = await db
            .Outbox.GroupBy(m => m.Delivery)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(m => (State == null || m.Delivery == State) && (before == null || m.Id.CompareTo(before.Value) < 0))
            .OrderByDescending(m => m.Id)
            .Take(PageSize + 1)
            .Select(m => new OutboxRow(m.Id, m.Subject, m.ToName, m.ToAddress, m.Purpose, m.Delivery, m.Attempts, m.ServerWords))
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"/office/outbox?state={State}&before={Rows[^1].Id}" : null;
        return Page();
    }
}

public sealed record OutboxRow(
    Guid Id,
    string Subject,
    string ToName,
    string ToAddress,
    string Purpose,
    Delivery Delivery,
    int Attempts,
    Reason? ServerWords
);
