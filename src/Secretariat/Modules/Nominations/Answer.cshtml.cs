using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Nominations;

/// <summary>
/// The answer to a letter without an account, by whoever has its link: a message in the letter's thread, which proposes and is
/// marked. The page shows nothing that does not stand in the letter.
/// </summary>
[EnableRateLimiting(CallerLimit.OpenForms)]
public sealed partial class AnswerModel(
    SecretariatDb db,
    Keys keys,
    FormMessage forms,
    Settings settings,
    TimeProvider time,
    Text t
) : PageModel
{
    public sealed record Answered(
        Guid Id,
        string Reference,
        DateOnly SignedOn,
        string Subject,
        Guid PartnerId,
        LocalizedText Partner,
        Guid ThreadId,
        DateTimeOffset LeftAt
    )
    {
        /// <summary>What the letter is about, without our reference.</summary>
        public string Title => Subject.Replace($"[{Reference}]", "", StringComparison.Ordinal).Trim();
    }

    public Answered Letter { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> StrandOptions { get; private set; } = [];

    public string Mailbox => settings.Mail.Mailbox;

    public DateOnly Until => Clock.DayOf(Letter.LeftAt + AnswerLink.ValidFor);

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        Check();
        if (!ModelState.IsValid)
            return Page();
        var asks = Asks().ToList();
        var subject = Nominee.IsNamed ? Nominee.Subject : "Answer to our letter";
        var lines = asks.SelectMany(a => a.Quotes.Append("")).Concat(Signature()).Concat(FormAsk.Remark(Remark));
        await forms.TakeInAsync(
            FormSender.WithLink(Letter.Id, FormAsk.Line(YourName)!, YourEmail.Trim()),
            Letter.PartnerId,
            new FormLetter(
                subject,
                [.. lines],
                asks,
                await db.Threads.CurrentAsync(Letter.ThreadId, cancellationToken),
                FormToken
            ),
            cancellationToken
        );
        TempData["Done"] = t.Of("Thank you: your answer has reached the secretariat. You can send another one here.");
        return Redirect($"/t/{Token}");
    }

    /// <returns>Why the link opens nothing, or null.</returns>
    private async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var link = new AnswerLink(await keys.GetAsync(AnswerLink.KeyName, cancellationToken));
        if (link.LetterOf(Token) is not { } id || await FindAsync(id, cancellationToken) is not { } letter)
            return NotFound();
        Letter = letter;
        if (time.Now() > letter.LeftAt + AnswerLink.ValidFor)
        {
            HttpContext.Refuse(
                StatusCodes.Status410Gone,
                Text.Key("The time in which this letter could be answered here is over. Write to the mailbox that it names.")
            );
            return new EmptyResult();
        }

        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        StrandOptions = [.. strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code))];
        return null;
    }

    /// <summary>A letter that has left; nobody else can have its link.</summary>
    private Task<Answered?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (
            from letter in db.Letters
            where letter.Id == id
            join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
            join partner in db.Partners on letter.MadeForId ?? letter.PartnerId equals partner.Id
            join thread in db.Threads on letter.ThreadId equals thread.Id
            join message in db.Outbox on letter.OutgoingMessageId equals message.Id into messages
            from message in messages.DefaultIfEmpty()
            select new Answered(
                letter.Id,
                letter.Reference!,
                letter.SignedOn!.Value,
                message == null ? thread.Subject : message.Subject,
                letter.PartnerId,
                partner.Name,
                letter.ThreadId!.Value,
                db.Reminders.Where(r => r.LetterId == letter.Id)
                    .Join(db.Outbox, r => r.OutgoingMessageId, m => m.Id, (r, m) => (DateTimeOffset?)m.DueAt)
                    .Max()
                    ?? letter.SentAt
                    ?? campaign.ReleasedAt!.Value
            )
        ).SingleOrDefaultAsync(cancellationToken);
}
