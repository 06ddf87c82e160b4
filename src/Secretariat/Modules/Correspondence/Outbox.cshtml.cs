using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What leaves and what has left, the newest first.</summary>
public sealed class OutboxPage(SecretariatDb db, Disclose disclose, TimeProvider time) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(SupportsGet = true)]
    public Delivery? State { get; set; }

    /// <summary>Only replies that have left and that the register of documents does not have yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool ToRegister { get; set; }

    public int UnregisteredCount { get; private set; }

    public IReadOnlyDictionary<Delivery, int> Counts { get; private set; } = new Dictionary<Delivery, int>();

    public ListPage<OutboxRow, Guid> Shown { get; private set; } = null!;

    public static string Say(Delivery delivery) =>
        delivery switch
        {
            Delivery.Due => Text.Key("Due"),
            Delivery.Claimed => Text.Key("Being sent"),
            Delivery.Sent => Text.Key("Sent"),
            Delivery.Returned => Text.Key("Returned: it did not arrive"),
            Delivery.Recalled => Text.Key("Recalled before it left"),
            _ => Text.Key("Failed"),
        };

    /// <summary>What a message is for, without the keys that make it the only one of its kind.</summary>
    public static string Say(string purpose) =>
        purpose.Split('/')[0] switch
        {
            "letter" => Text.Key("Letter of a campaign"),
            "reply" => Text.Key("Reply"),
            "reminder" => Text.Key("Reminder"),
            "test" => Text.Key("Test of a letter"),
            "invitation" => Text.Key("Invitation to an event"),
            "delegation" => Text.Key("Link to register a delegation"),
            "registration" => Text.Key("Registration for an event"),
            "mailing" => Text.Key("Mailing to a group"),
            var other => other,
        };

    /// <summary>Where the list goes on.</summary>
    public string? At(string side, Guid? place) =>
        place is null ? null : $"/office/outbox?state={State}&toRegister={ToRegister}&{side}={place}";

    public async Task<IActionResult> OnGetAsync(Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Counts = await db
            .Outbox.GroupBy(m => m.Delivery)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        UnregisteredCount = await db.Outbox.CountAsync(OutgoingMessage.IsToRegister, cancellationToken);
        var found = ToRegister ? db.Outbox.Where(OutgoingMessage.IsToRegister) : db.Outbox;
        Shown = await found
            .Where(m => State == null || m.Delivery == State)
            .PageByKeyAsync(Rows, (before, after), PageSize, cancellationToken);
        var called = Shown.Rows.SelectMany(m => new[] { m.ToName, m.ToAddress });
        await disclose.SeenAsync(db, "/office/outbox", called, cancellationToken);
        return Page();
    }

    private IQueryable<OutboxRow> Rows(IQueryable<OutgoingMessage> messages)
    {
        var now = time.Now();
        return messages.Select(m => new OutboxRow(
            m.Id,
            m.Subject,
            m.ToName,
            m.ToAddress,
            m.Purpose,
            m.Delivery,
            m.Attempts,
            m.Delivery == Delivery.Due && m.DueAt > now ? m.DueAt : null,
            m.Delivery == Delivery.Due ? m.NextAttemptAt : null,
            m.ServerWords
        ));
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
    DateTimeOffset? LeavesAt,
    DateTimeOffset? NextAttemptAt,
    Reason? ServerWords
) : IPlaced<Guid>
{
    public Guid Place => Id;
}
