using System.Linq.Expressions;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>One of the heaps in which the mailbox is shown; each message lies on exactly one.</summary>
public sealed record InboxView(string Code, string Name, Expression<Func<Message, bool>> Holds)
{
    public static readonly InboxView Unfiled = new(
        "unfiled",
        Text.Key("Unfiled"),
        m => m.Triage == Triage.ToDo && m.Reading != Reading.Quarantined && m.PartnerId == null
    );

    public static readonly IReadOnlyList<InboxView> Tabs =
    [
        Unfiled,
        new("to-do", Text.Key("To do"), m => m.Triage == Triage.ToDo && m.Reading != Reading.Quarantined && m.PartnerId != null),
        new("waiting", Text.Key("Waiting"), m => m.Triage == Triage.Waiting),
        new("done", Text.Key("Done"), m => m.Triage == Triage.Done),
        new("quarantine", Text.Key("Quarantine"), m => m.Triage == Triage.ToDo && m.Reading == Reading.Quarantined),
    ];

    public static readonly InboxView Copies = new("copies", Text.Key("Copies"), m => m.Triage == Triage.Copy);

    /// <summary>What partners wrote and the register of documents does not have yet; it lies on a heap besides.</summary>
    public static readonly InboxView ToRegister = new(
        "to-register",
        Text.Key("To be registered"),
        m => m.AresNumber == null && m.PartnerId != null && m.Kind == MailKind.Ordinary && m.Triage != Triage.Copy
    );

    /// <summary>Lists beside the heaps, shown where there is something on them.</summary>
    public static readonly IReadOnlyList<InboxView> Further = [ToRegister, Copies];

    public static InboxView? Of(string code) => Tabs.Concat(Further).FirstOrDefault(v => v.Code == code);
}
