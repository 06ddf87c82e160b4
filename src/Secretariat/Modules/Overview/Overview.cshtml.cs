using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Overview;

public sealed class OverviewModel(SecretariatDb db, IReadOnlyList<IMailbox> mailboxes, TimeProvider time) : PageModel
{
    public sealed record Row(string What, int Count, string Href);

    public sealed record Step(string What, string Why, string Href);

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    /// <summary>What has to be there before the first letter can leave; nothing once it is.</summary>
    public IReadOnlyList<Step> SetUp { get; private set; } = [];

    public bool IsAdministrator => Access.IsIn(User, Role.Administrator);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        SetUp = [.. await SetUpAsync(cancellationToken)];
        var rows = new List<Row>();
        rows.Add(await MailboxesAsync(cancellationToken));
        rows.AddRange(await InboxAsync(cancellationToken));
        rows.AddRange(await LettersAsync(cancellationToken));
        rows.AddRange(await ContactPointsAsync(AsOf.Today(time), cancellationToken));
        Waiting = [.. rows.Where(r => r.Count > 0)];
    }

    private async Task<IEnumerable<Row>> ContactPointsAsync(AsOf today, CancellationToken cancellationToken) =>
        [
            new(
                Text.Key("Partners without a contact point"),
                await ContactPoints.WithoutAsync(db, today, cancellationToken),
                "/office/contact-points"
            ),
            new(
                Text.Key("Contact points that mail does not reach"),
                (await ContactPoints.UnreachableAsync(db, today, cancellationToken)).Count,
                "/office/contact-points#unreachable"
            ),
        ];

    private async Task<IEnumerable<Step>> SetUpAsync(CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        if (!await db.Senders.AnyAsync(cancellationToken))
            steps.Add(new(Text.Key("Say who signs"), Text.Key("The head of each letter carries it."), "/office/sender"));
        var principals = db.Mandates.Where(m => m.Role == MandateRole.Principal);
        if (!await principals.At(AsOf.Today(time)).AnyAsync(cancellationToken))
            steps.Add(
                new(
                    Text.Key("Enter principals"),
                    Text.Key("On a partner’s page: the minister or head to whom letters are addressed."),
                    "/office/partners"
                )
            );
        if (!await db.Users.AnyAsync(a => a.Role == Role.Signatory && a.DisabledAt == null, cancellationToken))
            steps.Add(
                new(
                    Text.Key("Open an account for a signatory"),
                    Text.Key("A second person signs letters off. An administrator opens accounts."),
                    IsAdministrator ? "/office/accounts/new" : ""
                )
            );
        return steps;
    }

    /// <summary>A mailbox that nobody reads says nothing by itself.</summary>
    private async Task<Row> MailboxesAsync(CancellationToken cancellationToken)
    {
        var (names, silent) = (mailboxes.Select(m => m.Name).ToList(), time.Now() - MailboxState.Silence);
        var sound = await db.MailboxStates.CountAsync(
            s => names.Contains(s.Mailbox) && s.Problem == null && s.ReadAt >= silent,
            cancellationToken
        );
        return new(Text.Key("Mailboxes that cannot be read, or are not"), names.Count - sound, "/office/reconciliation");
    }

    private async Task<IEnumerable<Row>> InboxAsync(CancellationToken cancellationToken)
    {
        var counts = await db
            .Messages.Where(m => m.Triage == Triage.ToDo)
            .GroupBy(m => new { m.Reading, IsFiled = m.PartnerId != null })
            .Select(g => new
            {
                g.Key.Reading,
                g.Key.IsFiled,
                Count = g.Count(),
            })
            .ToListAsync(cancellationToken);
        var read = counts.Where(c => c.Reading is Reading.Read).ToList();
        return
        [
            new(
                Text.Key("Messages that fit no letter yet"),
                read.Where(c => !c.IsFiled).Sum(c => c.Count),
                "/office/inbox?view=unfiled"
            ),
            new(Text.Key("Messages to decide on"), read.Where(c => c.IsFiled).Sum(c => c.Count), "/office/inbox"),
            new(
                Text.Key("Messages that could not be read"),
                counts.Where(c => c.Reading is Reading.Quarantined).Sum(c => c.Count),
                "/office/inbox?view=quarantine"
            ),
        ];
    }

    private async Task<IEnumerable<Row>> LettersAsync(CancellationToken cancellationToken)
    {
        var letters = await db
            .Letters.Join(db.Campaigns, l => l.CampaignId, c => c.Id, (_, c) => c.Status)
            .GroupBy(status => status)
            .Select(g => new { Status = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Status, g => g.Count, cancellationToken);
        var failed = await db.Outbox.CountAsync(
            m => m.Delivery == Delivery.Failed || m.Delivery == Delivery.Returned,
            cancellationToken
        );
        return
        [
            new(Text.Key("Letters to sign"), letters.GetValueOrDefault(CampaignStatus.Submitted), "/office/campaigns"),
            new(
                Text.Key("Letters waiting for release"),
                letters.GetValueOrDefault(CampaignStatus.SignedOff),
                "/office/campaigns"
            ),
            new(Text.Key("Deliveries that failed"), failed, "/office/outbox"),
        ];
    }
}
