using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>All mailings, the newest first.</summary>
public sealed class MailingListModel(SecretariatDb db) : PageModel
{
    private const int PageSize = 30;

    public ListPage<MailingRow, Guid> Shown { get; private set; } = null!;

    /// <summary>Where the list goes on.</summary>
    public static string? At(string side, Guid? place) => place is null ? null : $"/office/mailings?{side}={place}";

    public async Task<IActionResult> OnGetAsync(Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Shown = await db.Mailings.PageByKeyAsync(Rows, (before, after), PageSize, cancellationToken);
        return Page();
    }

    private IQueryable<MailingRow> Rows(IQueryable<Mailing> mailings) =>
        mailings.Select(m => new MailingRow(
            m.Id,
            m.Subject,
            db.Groups.Where(g => g.Id == m.GroupId).Select(g => g.Name).First(),
            m.SentAt
        ));
}

public sealed record MailingRow(Guid Id, LocalizedText Subject, string Group, DateTimeOffset? SentAt) : IPlaced<Guid>
{
    public Guid Place => Id;
}
