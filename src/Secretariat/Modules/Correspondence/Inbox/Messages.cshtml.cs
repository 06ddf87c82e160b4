using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What has come to the functional mailbox, newest first.</summary>
public sealed class MessagesModel(SecretariatDb db) : PageModel
{
    private const int PageSize = 25;

    /// <summary>The heap shown; null while searching in all of them.</summary>
    public InboxView? View { get; private set; }

    public string Query { get; private set; } = "";

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? view,
        string? q,
        PlaceInList? before,
        PlaceInList? after,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Query = q?.Trim() ?? "";
        View = view is null && Query.Length > 0 ? null : InboxView.Of(view ?? InboxView.Unfiled.Code);
        if (View is null && view is not null)
            return NotFound();

        Counts = await CountAsync(cancellationToken);
        // Nothing to file: what there is to decide comes first.
        if (view is null && View == InboxView.Unfiled && Counts[InboxView.Unfiled.Code] == 0)
            View = InboxView.Of("to-do");
        await ReadAsync(before, after, cancellationToken);
        return Page();
    }

    private async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tab in InboxView.Tabs.Append(InboxView.Copies))
            counts[tab.Code] = await db.Messages.CountAsync(tab.Holds, cancellationToken);
        return counts;
    }

    private async Task ReadAsync(PlaceInList? before, PlaceInList? after, CancellationToken cancellationToken)
    {
        var found = db.Messages.AsNoTracking().Where(View?.Holds ?? (m => m.Triage != Triage.Copy));
        foreach (var word in Fold.Of(Query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            found = found.Where(m => m.Folded.Contains(word));

        var page = await found.PageByTimeAsync(Shown, (before, after), PageSize, cancellationToken);
        Rows = page.Rows;
        Previous = page.Newer is { } newer ? Address($"after={newer}") : null;
        Next = page.Older is { } older ? Address($"before={older}") : null;
    }

    private IQueryable<MessageRow> Shown(IQueryable<Message> messages) =>
        from message in messages
        join partner in db.Partners on message.PartnerId equals partner.Id into partners
        from partner in partners.DefaultIfEmpty()
        select new MessageRow(
            message.Id,
            message.ReceivedAt,
            message.FromName ?? message.FromAddress,
            partner == null ? null : partner.Name,
            message.Subject,
            message.Reading,
            message.Problem,
            message.Kind,
            message.Trust,
            message.ThreadId != null,
            db.Proposals.Count(p => p.MessageId == message.Id && p.Status == ProposalStatus.Proposed)
        );

    private string Address(string place)
    {
        var query = QueryString.Create([
            .. View is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("view", View.Code)],
            .. Query.Length == 0 ? Array.Empty<KeyValuePair<string, string?>>() : [new("q", Query)],
        ]);
        return $"/office/inbox{query}{(query.HasValue ? "&" : "?")}{place}";
    }
}

public sealed record MessageRow(
    Guid Id,
    DateTimeOffset ReceivedAt,
    string? From,
    LocalizedText? Partner,
    string Subject,
    Reading Reading,
    Reason? Problem,
    MailKind Kind,
    Trust Trust,
    bool IsFiled,
    int OpenProposals
) : IPlaced<PlaceInList>
{
    public PlaceInList Place => new(ReceivedAt, Id);
}
