using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Nominations;

/// <summary>A page of the desk shows one partner: the one of the account, never one named in an address.</summary>
public abstract class DeskPage(SecretariatDb db) : PageModel
{
    protected SecretariatDb Db => db;

    /// <summary>Served with a form and sent back with it: a second click sends the same message.</summary>
    [BindProperty]
    public Guid FormToken { get; set; } = Guid.CreateVersion7();

    protected Guid PartnerId => User.PartnerId()!.Value;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await WhyNotAsync(HttpContext.RequestAborted) is not { } reason)
        {
            await next();
            return;
        }

        HttpContext.Refuse(403, reason);
        context.Result = new EmptyResult();
    }

    /// <summary>Why the desk is closed to whoever is signed in, or null when it is open.</summary>
    private async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        if (User.PartnerId() is not { } partnerId)
            return Text.Key("Your account is not tied to a partner yet. Ask the secretariat.");
        var (account, today) = (
            await AccountAsync(cancellationToken),
            HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today()
        );
        return await db.MandateEndedAsync(partnerId, account, today, cancellationToken) is null
            ? null
            : Text.Key("Your mandate for this partner has ended. If it should not have, ask the secretariat.");
    }

    protected async Task<Account> AccountAsync(CancellationToken cancellationToken)
    {
        var id = User.AccountId();
        return await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
    }

    protected Task<List<LetterLine>> LettersAsync(CancellationToken cancellationToken) =>
        db
            .Letters.Where(l => l.PartnerId == PartnerId && l.SentAt != null)
            .Join(db.Campaigns, l => l.CampaignId, c => c.Id, (l, c) => new { Letter = l, c.Title })
            .OrderByDescending(r => r.Letter.Id)
            .Select(r => new LetterLine(
                r.Letter.Id,
                r.Letter.Reference!,
                r.Title,
                r.Letter.SentAt!.Value,
                r.Letter.PdfSha256 != null
            ))
            .ToListAsync(cancellationToken);

    /// <summary>The thread of a letter that was sent to this partner.</summary>
    protected Task<Thread?> ThreadOfAsync(Guid? letterId, CancellationToken cancellationToken) =>
        db
            .Letters.Where(l => l.Id == letterId && l.PartnerId == PartnerId && l.SentAt != null)
            .Join(db.Threads, l => l.ThreadId, t => t.Id, (_, t) => t)
            .SingleOrDefaultAsync(cancellationToken);

    protected async Task<IReadOnlyList<SelectListItem>> StrandsAsync(string language, CancellationToken cancellationToken)
    {
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        return [.. strands.Select(s => new SelectListItem(s.Name.In(language), s.Code))];
    }

    public sealed record LetterLine(Guid Id, string Reference, string Title, DateTimeOffset SentAt, bool HasPdf)
    {
        public SelectListItem Option => new($"{Reference} {Title}", Id.ToString());

        public DateOnly SentOn => Clock.DayOf(SentAt);
    }
}
