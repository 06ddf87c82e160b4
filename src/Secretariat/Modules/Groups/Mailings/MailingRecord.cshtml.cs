using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>A mailing: every message before it leaves, who is left out and why, and what became of each message.</summary>
public sealed class MailingRecordModel(
    SecretariatDb db,
    MailingWords words,
    SendMailing sending,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    private IReadOnlyList<SentMessages> sent = [];

    public Mailing Mailing { get; private set; } = null!;

    public PartnerGroup Group { get; private set; } = null!;

    public DateTimeOffset? LeavesAt(OutgoingMessage message) => message.LeavesAt(time.Now());

    public int Waiting => Sent.Count(s => LeavesAt(s.Message) is not null);

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<(PartnerLine Partner, OutgoingMessage Message)> Sent { get; private set; } = [];

    public IEnumerable<(Delivery Delivery, int Count)> States =>
        Sent.GroupBy(s => s.Message.Delivery).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>What would leave now.</summary>
    public IReadOnlyList<MailingMessage> Messages { get; private set; } = [];

    public IReadOnlyList<(Partner Partner, string WhyNot)> LeftOut { get; private set; } = [];

    [BindProperty, Display(Name = "How many messages leave?")]
    public int? Count { get; set; }

    /// <summary>Of the messages as they were last shown: none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (SeenMessages.WhyNotLeave((Seen, Count), Shown(), Messages.Count) is { } reason)
        {
            ModelState.AddModelError(nameof(Count), t.Of(reason));
            ModelState.Remove(nameof(Seen));
            await ShowAsync(cancellationToken);
            return Page();
        }

        var waiting = await sending.RunAsync(Mailing, Messages, sent, cancellationToken);
        await db.SaveAsync(
            Text.Key("Send a mailing"),
            Text.Key("The number of messages was restated before they left."),
            cancellationToken
        );
        TempData["Done"] = t.Of("Messages in the outbox: {0}.", Messages.Count);
        if (waiting > 0)
            TempData["Done"] += " " + t.Of("Of which wait for the office hours of their country: {0}.", waiting);
        return Redirect($"/office/mailings/{id}");
    }

    /// <summary>What waits for the office hours of its reader is taken back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, string? because, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (string.IsNullOrWhiteSpace(because))
        {
            ModelState.AddModelError(nameof(because), t.Of("Say why they are taken back."));
            await ShowAsync(cancellationToken);
            return Page();
        }

        var count = await sending.TakeBackAsync(sent, cancellationToken);
        await db.SaveAsync(Text.Key("Take messages of a mailing back"), because, cancellationToken);
        TempData["Done"] = t.Of("Messages taken back: {0}.", count);
        if (Mailing.WhyNotChange() is null)
            TempData["Done"] += " " + t.Of("None had left: the mailing is a draft again and can be changed.");
        return Redirect($"/office/mailings/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var mailing = await db.Mailings.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (mailing is null)
            return false;
        Mailing = mailing;
        Group = await db.Groups.AsNoTracking().SingleAsync(g => g.Id == mailing.GroupId, cancellationToken);
        var today = AsOf.Today(time);
        sent = await SentMessages.OfAsync(db, mailing, cancellationToken);
        var known = sent.Select(s => s.PartnerId).ToHashSet();
        var partners = await db
            .CurrentPartners.Where(p => known.Contains(p.Id))
            .LinesAsync(db, t.Language.Code, today, cancellationToken);
        Sent = [.. partners.Join(sent, p => p.Id, s => s.PartnerId, (p, s) => (p, s.Latest))];
        var told = sent.Where(s => s.IsTold).Select(s => s.PartnerId).ToList();
        var members = await db.MembersOfAsync(Group, today, cancellationToken);
        (var reached, LeftOut) = await Recipients.DivideAsync(
            db,
            members.Where(p => !told.Contains(p.Id)),
            (mailing.To, []),
            (t.Language.Code, today),
            _ => null,
            cancellationToken
        );
        Messages = await words.WriteAsync(mailing, reached, cancellationToken);
        return true;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Seen = Shown();
        var page = $"/office/mailings/{Mailing.Id}";
        await disclose.SeenAsync(page, Messages.Select(m => m.Recipient.Mandate.PersonId), cancellationToken);
        var called = Sent.SelectMany(s => new[] { s.Message.ToName, s.Message.ToAddress });
        await disclose.SeenAsync(db, page, called, cancellationToken);
    }

    private string Shown() => SeenMessages.Of(Messages.Select(m => (m.Recipient.Mandate.Person.Email!, m.Subject, m.Body)));
}
