using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>One message: read it, file it, decide on what it asks for.</summary>
public sealed partial class MessageModel(
    SecretariatDb db,
    ReadMessage reading,
    OpenMail opening,
    FileMessage filing,
    MoveMessages moves,
    EnterAresNumber registering,
    EnterEndorsement endorsing,
    FindThreads finding,
    TimeProvider time,
    Text t
) : PageModel
{
    public MessageView Shown { get; private set; } = null!;

    /// <summary>The letters it may answer, while it is unfiled.</summary>
    public IReadOnlyList<LikelyThread> Likely { get; private set; } = [];

    public string Find { get; private set; } = "";

    public bool MayWrite => Access.MayWrite(User);

    /// <summary>Who else has it open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public FoundThreads? Found { get; private set; }

    public NewProposalForm Add { get; private set; } = new();

    /// <summary>What was typed into a card that could not be saved.</summary>
    private readonly Dictionary<Guid, ProposalForm> typed = [];

    public string? PartnerName => Shown.Partner?.Name.In(t.Language.Code);

    public bool IsAdding =>
        ModelState.Any(e =>
            e.Key.StartsWith($"{NewProposalForm.Prefix}.", StringComparison.Ordinal) && e.Value?.Errors.Count > 0
        );

    public IEnumerable<SelectListItem> StrandOptions =>
        Shown.Strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code));

    public IReadOnlyList<SelectListItem> InstrumentOptions =>
        [.. Shown.Instruments.Select(i => new SelectListItem(i.Title.In(t.Language.Code), i.Code))];

    public IEnumerable<SelectListItem> OfficerOptions =>
        [new(t.Of("Nobody"), ""), .. Shown.Officers.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];

    public IEnumerable<SelectListItem> PartOptions =>
        [
            new(t.Of("In the text of the message"), ""),
            .. Shown.Mail.Attachments.Select((a, i) => new SelectListItem(AttachedTexts.NameOf(a), $"{i}")),
        ];

    public IEnumerable<SelectListItem> TypeOptions =>
        Enum.GetValues<ProposalType>().Select(type => new SelectListItem(t.Of(InWords.Of(type)), type.ToString()));

    /// <param name="find">Which letter is sought.</param>
    /// <param name="earlier">From where the thread is shown.</param>
    public async Task<IActionResult> OnGetAsync(
        Guid id,
        string? find,
        PlaceInList? earlier,
        CancellationToken cancellationToken
    ) => ModelState.IsValid ? await ShowAsync(id, find, cancellationToken, earlier) : BadRequest();

    /// <summary>Whether one of these answers could not be taken: then its form stands open.</summary>
    public bool IsWrong(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (ModelState.GetValueOrDefault(field)?.Errors.Count > 0)
                return true;
        }

        return false;
    }

    public ProposalForm FormOf(Proposal proposal) =>
        typed.GetValueOrDefault(proposal.Id) ?? ProposalForm.Of(proposal, Shown.Message);

    private async Task<IActionResult> ShowAsync(
        Guid id,
        string? find,
        CancellationToken cancellationToken,
        PlaceInList? earlier = null
    )
    {
        if (await reading.FindAsync(id, earlier, cancellationToken) is not { } shown)
            return NotFound();
        Shown = shown;
        if (!shown.Message.IsFiled)
            Likely = await new LikelyThreads(db).ForAsync(shown.Message, shown.Mail, cancellationToken);
        if (MayWrite)
            Others = await Glance.LeaveAsync(db, id, User.AccountId()!.Value, time.Now(), cancellationToken);
        Find = find?.Trim() ?? "";
        if (Find.Length > 0)
            Found = await finding.ByWordsAsync(Find, cancellationToken);
        return Page();
    }

    private Task<IActionResult> RefuseAsync(Guid id, string field, Reason reason, CancellationToken cancellationToken)
    {
        // What was prepared and then refused must not be saved by anything else.
        db.ChangeTracker.Clear();
        ModelState.AddModelError(field, t.Of(reason));
        return ShowAsync(id, null, cancellationToken);
    }

    private EmptyResult SomeoneWasFaster(Guid id, string reason)
    {
        HttpContext.Refuse(StatusCodes.Status409Conflict, reason, PathOf(id));
        return new EmptyResult();
    }

    private async Task<IActionResult> DoneAsync(
        Guid id,
        string process,
        string? why,
        string done,
        CancellationToken cancellationToken
    )
    {
        await db.SaveAsync(process, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), cancellationToken);
        TempData["Done"] = done;
        return Redirect(PathOf(id));
    }

    private static string PathOf(Guid id) => $"/office/inbox/{id}";

    private Decision Decided(string? reason) =>
        new(User.AccountId(), time.Now(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());

    private Task<Message?> MessageAsync(Guid id, CancellationToken cancellationToken) =>
        db.Messages.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
}
