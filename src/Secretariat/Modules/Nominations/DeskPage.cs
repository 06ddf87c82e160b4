using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Nominations;

/// <summary>A page of the desk shows one partner: the one of the account, never one named in an address.</summary>
public abstract class DeskPage(SecretariatDb db) : PageModel
{
    protected const int LettersShown = 20;

    private IReadOnlyList<Guid> entries = [];

    protected SecretariatDb Db => db;

    protected Guid PartnerId => User.PartnerId()!.Value;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await WhyNotAsync(HttpContext.RequestAborted) is not { } reason)
        {
            entries = (await MergedEntries.ReadAsync(db, HttpContext.RequestAborted)).EntriesOf(PartnerId);
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

    /// <summary>The letters that were sent to this partner, newest first.</summary>
    protected Task<ListPage<LetterLine, Guid>> LettersAsync(
        (Guid? Before, Guid? After) at,
        CancellationToken cancellationToken
    ) => Sent.PageByKeyAsync(Shown, at, LettersShown, cancellationToken);

    /// <summary>Those to an entry that was merged into the partner's too.</summary>
    protected IQueryable<Letter> Sent => db.Letters.Where(l => entries.Contains(l.PartnerId) && l.SentAt != null);

    protected IQueryable<LetterLine> Shown(IQueryable<Letter> letters) =>
        from letter in letters
        join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
        select new LetterLine(
            letter.Id,
            letter.Reference!,
            campaign.Title,
            letter.SentAt!.Value,
            letter.PdfSha256 != null,
            letter.ReplySheetSha256 != null,
            db.Letters.Where(l => l.Id == letter.CorrectsId).Select(l => l.Reference).FirstOrDefault(),
            db.Letters.Where(l => l.CorrectsId == letter.Id && l.SentAt != null).Select(l => l.Reference).FirstOrDefault()
        );

    /// <param name="Replaces">The reference of the letter in whose place it comes.</param>
    /// <param name="ReplacedBy">That of the letter which has come in its place.</param>
    public sealed record LetterLine(
        Guid Id,
        string Reference,
        string Title,
        DateTimeOffset SentAt,
        bool HasPdf,
        bool HasReplySheet,
        string? Replaces,
        string? ReplacedBy
    ) : IPlaced<Guid>
    {
        public Guid Place => Id;

        public DateOnly SentOn => Clock.DayOf(SentAt);
    }
}
