using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What has come to the functional mailbox, newest first.</summary>
public sealed partial class MessagesModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 25;

    /// <summary>So many words are sought together; nobody remembers more of a message.</summary>
    private const int MostWords = 20;
    private const string Mine = "mine";

    /// <summary>The heap shown; null while searching in all of them.</summary>
    public InboxView? View { get; private set; }

    public string Query { get; private set; } = "";

    /// <summary>Only what is one's own, nobody's or one officer's; empty for all.</summary>
    public string Whose { get; private set; } = "";

    /// <summary>Whose messages can be asked for, each with how many are open.</summary>
    public IReadOnlyList<SelectListItem> WhoseOptions { get; private set; } = [];

    /// <summary>The views the officer has kept.</summary>
    public IReadOnlyList<SavedView> Saved { get; private set; } = [];

    public bool MayWrite => Access.MayWrite(User);

    /// <summary>What is shown, as an address within the inbox.</summary>
    public string ShownAt => Address("").TrimEnd('&', '?');

    /// <summary>The page of the list as it is shown.</summary>
    public string Here => $"{Request.Path}{Request.QueryString}";

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? view,
        string? q,
        string? whose,
        PlaceInList? before,
        PlaceInList? after,
        CancellationToken cancellationToken
    )
    {
        return ModelState.IsValid ? await ShowAsync(view, (q, whose), before, after, cancellationToken) : BadRequest();
    }

    private async Task<IActionResult> ShowAsync(
        string? view,
        (string? Query, string? Whose) asked,
        PlaceInList? before,
        PlaceInList? after,
        CancellationToken cancellationToken
    )
    {
        var (q, whose) = asked;
        WhoseOptions = await WhoseAsync(Guid.TryParse(whose, out var sought) ? sought : null, cancellationToken);
        (Query, Whose) = (q?.Trim() ?? "", whose ?? "");
        View = view is null && Query.Length > 0 ? null : InboxView.Of(view ?? InboxView.Unfiled.Code);
        if ((View is null && view is not null) || !WhoseOptions.Any(o => o.Value == Whose))
            return BadRequest();

        Counts = await CountAsync(cancellationToken);
        // Nothing to file: what there is to decide comes first.
        if (view is null && View == InboxView.Unfiled && Counts[InboxView.Unfiled.Code] == 0)
            View = InboxView.Of("to-do");
        Saved = await db
            .SavedViews.AsNoTracking()
            .Where(v => v.AccountId == Me)
            .OrderBy(v => v.Id)
            .ToListAsync(cancellationToken);
        Officers = await Officer.AllAsync(db, cancellationToken);
        await ReadAsync(before, after, cancellationToken);
        return Page();
    }

    /// <summary>Keeps what is shown under a name.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? name, string? address, CancellationToken cancellationToken)
    {
        if (SavedView.WhyNot(name, address) is { } reason)
        {
            ModelState.AddModelError(nameof(name), t.Of(reason));
            return await ShowAsync(null, (null, null), null, null, cancellationToken);
        }

        db.SavedViews.Add(
            new SavedView
            {
                AccountId = Me,
                Name = name!.Trim(),
                Address = address!,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        TempData["Done"] = t.Of("The view is kept.");
        return Redirect(address!);
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.SavedViews.Where(v => v.Id == id && v.AccountId == Me).ExecuteDeleteAsync(cancellationToken);
        TempData["Done"] = t.Of("The view is forgotten.");
        return Redirect("/office/inbox");
    }

    private Guid Me => User.AccountId()!.Value;

    private async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tab in InboxView.Tabs.Concat(InboxView.Further))
            counts[tab.Code] = await db.Messages.CountAsync(tab.Holds, cancellationToken);
        return counts;
    }

    /// <param name="officer">Whose messages are shown, which may all be done.</param>
    private async Task<List<SelectListItem>> WhoseAsync(Guid? officer, CancellationToken cancellationToken)
    {
        var open = db.Messages.Where(m => m.Triage == Triage.ToDo || m.Triage == Triage.Waiting);
        var nobodys = await open.CountAsync(m => m.AssignedToId == null, cancellationToken);
        var officers = await db
            .Users.Select(a => new
            {
                a.Id,
                a.Name,
                Open = open.Count(m => m.AssignedToId == a.Id),
            })
            .Where(a => a.Open > 0 || a.Id == Me || a.Id == officer)
            .OrderBy(a => a.Name)
            .ToListAsync(cancellationToken);
        return
        [
            new(t.Of("Anybody’s"), ""),
            .. officers.Where(a => a.Id == Me).Select(a => new SelectListItem(t.Of("Mine ({0} open)", t.Number(a.Open)), Mine)),
            new(t.Of("Nobody’s ({0} open)", t.Number(nobodys)), Nobody),
            .. officers
                .Where(a => a.Id != Me)
                .Select(a => new SelectListItem(t.Of("{0} ({1} open)", a.Name, t.Number(a.Open)), a.Id.ToString())),
        ];
    }

    private async Task ReadAsync(PlaceInList? before, PlaceInList? after, CancellationToken cancellationToken)
    {
        var found = db.Messages.AsNoTracking().Where(View?.Holds ?? (m => m.Triage != Triage.Copy));
        foreach (var word in Fold.Of(Query).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            found = db.RecordsWith(word) is { } texts
                ? found.Where(m => m.Folded.Contains(word) || texts.Contains(m.Id))
                : found.Where(m => m.Folded.Contains(word));

        if (Whose is Mine)
            found = found.Where(m => m.AssignedToId == Me);
        else if (Whose is Nobody)
            found = found.Where(m => m.AssignedToId == null);
        else if (Guid.TryParse(Whose, out var officer))
            found = found.Where(m => m.AssignedToId == officer);
        var page = await found.PageByTimeAsync(Shown, (before, after), PageSize, cancellationToken);
        Rows = page.Rows;
        Previous = page.Newer is { } newer ? Address($"after={newer}") : null;
        Next = page.Older is { } older ? Address($"before={older}") : null;
    }

    private IQueryable<MessageRow> Shown(IQueryable<Message> messages) =>
        from message in messages
        join partner in db.Partners on message.PartnerId equals partner.Id into partners
        from partner in partners.DefaultIfEmpty()
        join officer in db.Users on message.AssignedToId equals officer.Id into officers
        from officer in officers.DefaultIfEmpty()
        select new MessageRow(
            message.Id,
            message.Version,
            message.ReceivedAt,
            message.FromName ?? message.FromAddress,
            partner == null ? null : partner.Name,
            partner == null ? null : partner.Footnote,
            message.Subject,
            message.Reading,
            message.Problem,
            message.Kind,
            message.Trust,
            message.PartnerId != null,
            officer == null ? null : officer.Name,
            message.DueOn,
            db.Proposals.Count(p => p.MessageId == message.Id && p.DecidedAt == null)
        );

    /// <summary>Whether the day by which a message has to be done is over.</summary>
    public bool IsOverdue(MessageRow row) => row.DueOn < Clock.Today(time);

    private string Address(string place)
    {
        var query = QueryString.Create([
            .. View is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("view", View.Code)],
            .. Whose.Length == 0 ? Array.Empty<KeyValuePair<string, string?>>() : [new("whose", Whose)],
            .. Query.Length == 0 ? Array.Empty<KeyValuePair<string, string?>>() : [new("q", Query)],
        ]);
        return $"/office/inbox{query}{(query.HasValue ? "&" : "?")}{place}";
    }
}

public sealed record MessageRow(
    Guid Id,
    int Version,
    DateTimeOffset ReceivedAt,
    string? From,
    LocalizedText? Partner,
    LocalizedText? Footnote,
    string Subject,
    Reading Reading,
    Reason? Problem,
    MailKind Kind,
    Trust Trust,
    bool IsFiled,
    string? AssignedTo,
    DateOnly? DueOn,
    int OpenProposals
) : IPlaced<PlaceInList>
{
    public PlaceInList Place => new(ReceivedAt, Id);
}
