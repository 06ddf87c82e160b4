using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What officers do with several messages of the list at once: each by the same verb as on its own page.</summary>
public sealed partial class MessagesModel
{
    /// <summary>The officers to whom messages can be assigned.</summary>
    public IReadOnlyList<Officer> Officers { get; private set; } = [];

    public Task<IActionResult> OnPostFinishAsync(Guid[] ids, string? address, CancellationToken cancellationToken) =>
        ManyAsync(
            ids,
            address,
            (message, hasOpen) => message.WhyNotFinish(hasOpen),
            m => m.Finish(),
            (Text.Key("Finish messages of the list"), Text.Key("{0} messages are done.")),
            cancellationToken
        );

    public Task<IActionResult> OnPostReopenAsync(Guid[] ids, string? address, CancellationToken cancellationToken) =>
        ManyAsync(
            ids,
            address,
            (message, _) => message.WhyNotReopen(),
            m => m.Reopen(),
            (Text.Key("Reopen messages of the list"), Text.Key("{0} messages are open again.")),
            cancellationToken
        );

    public async Task<IActionResult> OnPostAssignAsync(Guid[] ids, Guid? to, string? address, CancellationToken cancellationToken)
    {
        var isOfficer = to is null || (await Officer.AllAsync(db, cancellationToken)).Exists(o => o.Id == to);
        return await ManyAsync(
            ids,
            address,
            (message, _) => isOfficer ? message.WhyNotWork() : Text.Key("Choose one of the officers."),
            m => m.Assign(to),
            (Text.Key("Assign messages of the list"), Text.Key("{0} messages are assigned.")),
            cancellationToken
        );
    }

    /// <summary>Does what can be done, in one transaction, and says of the others why not.</summary>
    private async Task<IActionResult> ManyAsync(
        Guid[] ids,
        string? address,
        Func<Message, bool, string?> whyNot,
        Action<Message> act,
        (string Process, string Done) said,
        CancellationToken cancellationToken
    )
    {
        var back = SavedView.WhyNot("list", address) is null ? address! : "/office/inbox";
        var messages = await db.Messages.Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
        var undecided = await db
            .Proposals.Where(p => ids.Contains(p.MessageId) && p.Status == ProposalStatus.Proposed)
            .Select(p => p.MessageId)
            .ToHashSetAsync(cancellationToken);
        var refused = messages.ToLookup(m => whyNot(m, undecided.Contains(m.Id)));
        var done = refused[null].ToList();
        done.ForEach(act);
        await db.SaveAsync(said.Process, cancellationToken: cancellationToken);
        var words = refused
            .Where(group => group.Key is not null)
            .Select(group => t.Of("{0} are left as they were: {1}", t.Number(group.Count()), t.Of(group.Key!)));
        TempData["Done"] =
            ids.Length == 0
                ? t.Of("Choose messages first.")
                : string.Join(' ', [t.Of(said.Done, t.Number(done.Count)), .. words]);
        return Redirect(back);
    }
}
