using Secretariat.Formats.Mime;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>What the pages of the mailbox say for the values of the record.</summary>
public static class InWords
{
    public static readonly string HardFailure = Text.Key("Mail to {0} does not arrive: the address is of no use.");

    public static readonly string SoftFailure = Text.Key("Mail to {0} did not arrive this time.");

    public static string Of(MailKind kind) =>
        kind switch
        {
            MailKind.AutoReply => Text.Key("Automatic reply"),
            MailKind.Bounce => Text.Key("Delivery report"),
            MailKind.Feedback => Text.Key("Complaint about a message"),
            MailKind.CalendarReply => Text.Key("Answer to an invitation"),
            _ => Text.Key("Message"),
        };

    public static string Of(ProposalType type) =>
        type switch
        {
            ProposalType.Nomination => Text.Key("Nominates a person"),
            ProposalType.Replacement => Text.Key("Replaces a person"),
            ProposalType.Interest => Text.Key("Takes interest in strands of work"),
            ProposalType.Decline => Text.Key("Declines"),
            ProposalType.Endorsement => Text.Key("Endorses an instrument"),
            ProposalType.Registration => Text.Key("Registers for an event"),
            _ => Text.Key("Asks a question"),
        };

    public static string Of(ProposalStatus status) =>
        status switch
        {
            ProposalStatus.Confirmed => Text.Key("Confirmed"),
            ProposalStatus.Rejected => Text.Key("Rejected"),
            ProposalStatus.Withdrawn => Text.Key("Withdrawn"),
            ProposalStatus.Verified => Text.Key("Verified, to decide"),
            _ => Text.Key("To decide"),
        };

    /// <summary>For a column.</summary>
    public static string Short(Trust trust, bool isFiled) =>
        (trust, isFiled) switch
        {
            (Trust.Failed, _) => Text.Key("Not who it claims to be"),
            (_, false) => Text.Key("Not yet known"),
            (Trust.Known, _) => Text.Key("Known and authenticated"),
            (Trust.NotChecked, _) => Text.Key("Known domain, not verified"),
            (Trust.Unverified, _) => Text.Key("Known domain, origin not confirmed"),
            (Trust.OnPaper, _) => Text.Key("On paper"),
            (Trust.LinkHolder, _) => Text.Key("Had the link of our letter"),
            _ => Text.Key("Unknown sender"),
        };

    public static string Long(Trust trust, bool isFiled) =>
        (trust, isFiled) switch
        {
            (Trust.Failed, _) => Text.Key("The receiving server says that the sender is not who it claims to be."),
            (_, false) => Text.Key("Whether the sender is known can be said once the message is filed."),
            (Trust.Known, _) => Text.Key(
                "The sender’s domain is registered for {0}, and the receiving server has authenticated it."
            ),
            (Trust.NotChecked, _) => Text.Key(
                "The sender’s domain is registered for {0}. Not verified: no receiving server is configured whose word would count."
            ),
            (Trust.Unverified, _) => Text.Key(
                "The sender’s domain is registered for {0}, but the receiving server has not confirmed that the message comes from there."
            ),
            (Trust.OnPaper, _) => Text.Key("It came on paper. Whoever took it in has seen the original."),
            (Trust.LinkHolder, _) => Text.Key(
                "Whoever had our letter to {0}, or its link, could write this: nobody has signed in."
            ),
            _ => Text.Key("The sender’s domain is not registered for {0}."),
        };

    public static string Of(FiledBy by, string referenceIn) =>
        by switch
        {
            FiledBy.Token => Text.Key("By the signed token in its header"),
            FiledBy.Thread => Text.Key("As the answer to a message that was already filed"),
            FiledBy.Reference when referenceIn is "subject" => Text.Key("By the reference {0} in the subject"),
            FiledBy.Reference => Text.Key("By the reference {0} in the text"),
            FiledBy.Subject => Text.Key("By its subject and sender only: look whether it belongs there"),
            FiledBy.Reply => Text.Key("Not yet filed, and answered already"),
            FiledBy.Person => Text.Key("By hand"),
            FiledBy.Link => Text.Key("Through the link in our letter"),
            FiledBy.Desk => Text.Key("Written at the partner’s desk"),
            _ => Text.Key("Not yet filed"),
        };

    public static string Of(MoveKind kind) =>
        kind switch
        {
            MoveKind.Split => Text.Key("{0} messages were split off into a matter of their own by {1} on {2}."),
            MoveKind.Merged => Text.Key("A thread of {0} messages was merged into another by {1} on {2}."),
            _ => Text.Key("{0} messages were filed by hand by {1} on {2}."),
        };
}
