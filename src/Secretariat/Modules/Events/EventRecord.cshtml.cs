using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Changes;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>An event and who is invited to it, in protocol order: what became of each invitation, and the answer.</summary>
public sealed class EventRecordModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    /// <param name="LeavesAt">When the message leaves, while that is still to come.</param>
    public sealed record Row(
        Invitation Invitation,
        PartnerLine Partner,
        Delivery Delivery,
        DateTimeOffset? LeavesAt,
        Reason? ServerWords
    );

    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>All that was ever announced, also what was taken back, the latest first.</summary>
    public IReadOnlyList<Announcement> Announcements =>
        [
            .. Entry
                .Event.Announcements.OrderByDescending(a => a.KnownFrom)
                .ThenByDescending(a => a.EnteredAt ?? DateTimeOffset.MinValue)
                .ThenByDescending(a => a.Timing.SortKey),
        ];

    public IEnumerable<EventStatus> CanBeAnnounced =>
        AnnounceModel.Offered.Where(s => Entry.WhyNotAnnounce(s, time.Today()) is null);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IEnumerable<(Attendance? Answer, int Count)> Answers =>
        Rows.Where(r => !r.Invitation.IsWithdrawn)
            .GroupBy(r => r.Invitation.Answer)
            .OrderBy(g => g.Key is null)
            .ThenBy(g => g.Key)
            .Select(g => (g.Key, g.Count()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return NotFound();
        Entry = entry;
        var invitations = await (
            from invitation in db.Invitations.AsNoTracking()
            where invitation.EventId == entry.Event.Id
            join message in db.Outbox on invitation.OutgoingMessageId equals message.Id
            select new
            {
                Invitation = invitation,
                message.Delivery,
                message.DueAt,
                message.ServerWords,
            }
        ).ToListAsync(cancellationToken);
        var invited = db.Partners.Where(p => db.Invitations.Any(i => i.EventId == entry.Event.Id && i.PartnerId == p.Id));
        var partners = await invited.LinesAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        var now = time.Now();
        Rows =
        [
            .. from partner in partners
            join i in invitations on partner.Id equals i.Invitation.PartnerId
            orderby i.Invitation.IsWithdrawn
            select new Row(
                i.Invitation,
                partner,
                i.Delivery,
                i.Delivery is Delivery.Due && i.DueAt > now ? i.DueAt : null,
                i.Delivery is Delivery.Failed or Delivery.Returned or Delivery.Recalled ? i.ServerWords : null
            ),
        ];
        await disclose.SeenAsync($"/office/events/{code}", Rows.Select(r => r.Invitation.PersonId), cancellationToken);
        return Page();
    }
}
