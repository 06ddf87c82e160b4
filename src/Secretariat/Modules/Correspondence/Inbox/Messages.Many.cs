using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What officers do with several messages of the list at once: each by the same verb as on its own page.</summary>
public sealed partial class MessagesModel
{
    /// <summary>Takes messages from whoever has them.</summary>
    public const string Nobody = "nobody";

    /// <summary>The officers to whom messages can be assigned.</summary>
    public IReadOnlyList<Officer> Officers { get; private set; } = [];

    /// <param name="chosen">Messages as they were seen: key and version.</param>
    /// <param name="address">Of the list that they were chosen in.</param>
    public Task<IActionResult> OnPostFinishAsync(string[] chosen, string? address, CancellationToken cancellationToken) =>
        ManyAsync(
            chosen,
            address,
            (message, hasOpen) => message.WhyNotFinish(hasOpen),
            m => m.Finish(),
            (Text.Key("Finish messages of the list"), Text.Key("Messages done: {0}.")),
            cancellationToken
        );

    public Task<IActionResult> OnPostReopenAsync(string[] chosen, string? address, CancellationToken cancellationToken) =>
        ManyAsync(
            chosen,
            address,
            (message, _) => message.WhyNotReopen(),
            m => m.Reopen(),
            (Text.Key("Reopen messages of the list"), Text.Key("Messages open again: {0}.")),
            cancellationToken
        );

    /// <param name="to">The officer, or <see cref="Nobody"/>.</param>
    public async Task<IActionResult> OnPostAssignAsync(
        string[] chosen,
        string? to,
        string? address,
        CancellationToken cancellationToken
    )
    {
        Guid? officer = Guid.TryParse(to, out var id) ? id : null;
        var isOne = to is Nobody || (await Officer.AllAsync(db, cancellationToken)).Exists(o => o.Id == officer);
        return await ManyAsync(
            chosen,
            address,
            (message, _) => isOne ? message.WhyNotWork() : Text.Key("Choose one of the officers."),
            m => m.Assign(officer),
            (
                Text.Key("Assign messages of the list"),
                to is Nobody ? Text.Key("Messages that are nobody’s now: {0}.") : Text.Key("Messages assigned: {0}.")
            ),
            cancellationToken
        );
    }

    /// <summary>Does what can be done, in one transaction, and says of the others why not.</summary>
    private async Task<IActionResult> ManyAsync(
        string[] chosen,
        string? address,
        Func<Message, bool, string?> whyNot,
        Action<Message> act,
        (string Process, string Done) said,
        CancellationToken cancellationToken
    )
    {
        var versions = new Dictionary<Guid, int>();
        foreach (var box in chosen)
        {
            if (Seen(box) is var (id, version))
                versions[id] = version;
        }

        var ids = versions.Keys.ToList();
        var messages = await db.Messages.Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
        var undecided = await db
            .Proposals.Where(p => ids.Contains(p.MessageId) && p.DecidedAt == null)
            .Select(p => p.MessageId)
            .ToHashSetAsync(cancellationToken);
        var outcome = messages.ToLookup(m =>
            m.Version == versions[m.Id] ? whyNot(m, undecided.Contains(m.Id)) : Text.Key("Somebody has changed them meanwhile.")
        );
        var done = outcome[null].ToList();
        done.ForEach(act);
        await db.SaveAsync(said.Process, cancellationToken: cancellationToken);
        TempData["Done"] =
            messages.Count == 0 ? t.Of("No message was chosen.") : Told(outcome, t.Of(said.Done, t.Number(done.Count)));
        return Redirect(SavedView.WhyNot("list", address) is null ? address! : "/office/inbox");
    }

    private string Told(ILookup<string?, Message> outcome, string done) =>
        string.Join(
            ' ',
            outcome
                .Where(group => group.Key is not null)
                .Select(group => t.Of("Left as they were: {0}. {1}", t.Number(group.Count()), t.Of(group.Key!)))
                .Prepend(done)
        );

    private static (Guid Id, int Version)? Seen(string box) =>
        box.Split('_') is [var key, var version]
        && Guid.TryParse(key, out var id)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;
}
