using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A message to the functional mailbox. Its raw bytes are the evidence; the other fields are read from them.</summary>
public sealed class Message : Entity, IRegistered
{
    public required Channel Channel { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null for a message too large to take, which stays where it came to and stands in quarantine.</summary>
    public required string? RawSha256 { get; init; }
    public required long Size { get; init; }

    public Reading Reading { get; private set; } = Reading.Stored;

    /// <summary>Why it could not be read.</summary>
    public Reason? Problem { get; private set; }
    public string? InternetMessageId { get; private set; }
    public string? FromName { get; private set; }
    public string? FromAddress { get; private set; }
    public string Subject { get; private set; } = "";
    public DateTimeOffset? SentOn { get; private set; }
    public string Excerpt { get; private set; } = "";

    /// <summary>Of what the sender wrote; null for what came before it was kept.</summary>
    public string? ContentSha256 { get; private set; }

    /// <summary>Sender, subject and numbers without case and accents, for the search by parts of words.</summary>
    public string Folded { get; private set; } = "";
    public MailKind Kind { get; private set; }
    public Origin Origin { get; private set; }

    /// <summary>Of a form of the desk: its content under the token it was served with, so that a second click is the same message.</summary>
    public string? FormKey { get; init; }

    public Triage Triage { get; private set; } = Triage.ToDo;
    public Guid? ThreadId { get; private set; }
    public Guid? PartnerId { get; private set; }
    public FiledBy FiledBy { get; private set; }
    public Trust Trust { get; private set; } = Trust.UnknownSender;

    /// <summary>The officer whose it is.</summary>
    public Guid? AssignedToId { get; private set; }

    /// <summary>By when it has to be done.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>While waiting, when it comes back by itself.</summary>
    public DateOnly? WaitUntil { get; private set; }

    /// <summary>Attachments the clerk has not read.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; private set; } = [];
    public string? AresNumber { get; private set; }
    public DateOnly? AresDate { get; private set; }

    /// <summary>The number that the partner has given it, and its day.</summary>
    public string? TheirReference { get; private set; }
    public DateOnly? TheirDate { get; private set; }

    /// <summary>Whether it is known whose it is; one that was only answered has a thread and no partner.</summary>
    public bool IsFiled => PartnerId is not null;

    public bool IsOpen => Triage is Triage.ToDo or Triage.Waiting;

    internal void TakeFrom(MessageFacts facts, IReadOnlyList<UnreadPart>? unread = null)
    {
        Unread = unread ?? [];
        Reading = Reading.Read;
        (InternetMessageId, FromName, FromAddress) = (facts.InternetMessageId, facts.FromName, facts.FromAddress);
        (Subject, SentOn, Excerpt, Kind) = (facts.Subject, facts.SentOn, facts.Excerpt, facts.Kind);
        ContentSha256 = facts.ContentSha256;
        (Origin, Trust) = (facts.Origin, facts.Origin.TrustIn(isRegistered: false));
        FoldAgain();
    }

    private void FoldAgain() => Folded = Fold.Of($"{FromName}\n{FromAddress}\n{Subject}\n{AresNumber}\n{TheirReference}");

    /// <summary>For one that was read before this was kept.</summary>
    internal void Identify(string contentSha256) => ContentSha256 = contentSha256;

    /// <summary>The same mail that came another way: kept, and nothing to do.</summary>
    internal void MarkCopy() => Triage = Triage.Copy;

    internal void Quarantine(Reason problem) => (Reading, Problem) = (Reading.Quarantined, problem);

    /// <summary>What was confirmed stands in the record of a partner and stays with it.</summary>
    /// <param name="partnerId">Of the thread it would go to.</param>
    public string? WhyNotFile(bool hasConfirmedProposals, Guid? partnerId)
    {
        if (WhyNotRead() is { } unread)
            return unread;
        return hasConfirmedProposals && partnerId != PartnerId
            ? Text.Key("A proposal of this message has been confirmed, so it stays with its partner.")
            : null;
    }

    /// <summary>Nothing is put away before it has been read: what it asks for would never be seen.</summary>
    private string? WhyNotRead() =>
        Reading is Reading.Stored ? Text.Key("The message has not been read yet. Come back in a moment.") : null;

    public void File(Thread thread, FiledBy by, Trust trust) =>
        (ThreadId, PartnerId, FiledBy, Trust) = (thread.Id, thread.PartnerId, by, trust);

    /// <summary>Waits again for somebody who knows where it belongs.</summary>
    public void Unfile() =>
        (ThreadId, PartnerId, FiledBy, Trust) = (null, null, FiledBy.Nothing, Origin.TrustIn(isRegistered: false));

    /// <summary>The domains of a partner change; a decision goes by those of its day.</summary>
    public void Weigh(Trust trust) => Trust = trust;

    /// <summary>Why nothing it asks for is confirmed without a reason, or null.</summary>
    public string? WhyNeedsReason() =>
        Trust switch
        {
            Trust.UnknownSender => Text.Key(
                "The sender is not known for this partner. Say in a reason why it is right all the same."
            ),
            Trust.LinkHolder => Text.Key(
                "Whoever has the letter could have written this. Ask the partner, and say in a reason what you learned."
            ),
            Trust.Unverified or Trust.Failed => Text.Key(
                "The receiving server has not confirmed where this message comes from. Say in a reason why it is right all the same."
            ),
            _ => null,
        };

    public string? WhyNotPropose() =>
        IsOpen ? null : Text.Key("Nothing is proposed from a message that is done or a copy. Reopen it first.");

    public string? WhyNotFinish(bool hasOpenProposals)
    {
        if (WhyNotRead() is { } unread)
            return unread;
        if (Triage is Triage.Done)
            return Text.Key("This message is already done.");
        return hasOpenProposals ? Text.Key("Decide on each proposal first.") : null;
    }

    public string? WhyNotReopen() =>
        Triage is Triage.Done or Triage.Waiting ? null : Text.Key("Only a message that waits or is done can be taken up again.");

    public void Finish() => (Triage, WaitUntil) = (Triage.Done, null);

    public void Reopen() => (Triage, WaitUntil) = (Triage.ToDo, null);

    public string? WhyNotReadAgain() =>
        Reading is Reading.Quarantined && RawSha256 is not null
            ? null
            : Text.Key("Only a message in quarantine can be read again, and only when its bytes are here.");

    /// <summary>After whatever stood in the way was mended.</summary>
    public void ReadAgain()
    {
        (Reading, Problem) = (Reading.Stored, null);
        // Nobody could decide on what it asks for.
        Reopen();
    }

    /// <summary>A program is never answered: two would go on for ever (RFC 3834 section 2).</summary>
    public string? WhyNotReply()
    {
        if (Channel is Channel.Paper)
            return Text.Key("What came on paper has no address to answer to. Write a letter, or a message to a contact person.");
        if (Reading is not Reading.Read || FromAddress is null)
            return Text.Key("There is nobody to answer.");
        return Kind is MailKind.Ordinary or MailKind.CalendarReply
            ? null
            : Text.Key("A message that a program sent is not answered.");
    }

    public string? WhyNotByPerson() =>
        Kind is MailKind.AutoReply && Triage is not Triage.Copy
            ? null
            : Text.Key("Only a message that was taken for an automatic reply can be put right so.");

    /// <summary>It was taken for a program's: now it counts as any message that a person wrote.</summary>
    public void TakeAsByPerson()
    {
        Kind = MailKind.Ordinary;
        Reopen();
    }

    /// <summary>For what belongs to nobody's work any more.</summary>
    public string? WhyNotWork() => IsOpen ? null : Text.Key("This message is done or a copy. Reopen it first.");

    public string? WhyNotWait(DateOnly? until, DateOnly today)
    {
        if ((WhyNotRead() ?? WhyNotBeDoneBy(until, today)) is { } reason)
            return reason;
        return until is null || until > today ? null : Text.Key("Wait until a day to come.");
    }

    public string? WhyNotBeDoneBy(DateOnly? day, DateOnly today)
    {
        if (WhyNotWork() is { } reason)
            return reason;
        return day > today.AddYears(5) ? Text.Key("Choose a day within the next five years.") : null;
    }

    /// <summary>Somebody else has to do something first.</summary>
    /// <param name="until">When it comes back by itself; null for no day.</param>
    public void Wait(DateOnly? until) => (Triage, WaitUntil) = (Triage.Waiting, until);

    public void Assign(Guid? accountId) => AssignedToId = accountId;

    public void BeDoneBy(DateOnly? day) => DueOn = day;

    /// <summary>Its entry in the register of documents; null takes a wrong one back.</summary>
    public void Register(string? number, DateOnly? on)
    {
        (AresNumber, AresDate) = (number, on);
        FoldAgain();
    }

    public string? WhyNotTakeTheirReference() =>
        PartnerId is null ? Text.Key("First say which partner the message comes from.") : null;

    /// <summary>Null takes a wrong one back.</summary>
    public void TakeTheirReference(string? reference, DateOnly? on)
    {
        (TheirReference, TheirDate) = (reference, on);
        FoldAgain();
    }
}

public sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasIndex(m => m.RawSha256).IsUnique();
        builder.HasIndex(m => m.FormKey).IsUnique();
        builder.HasIndex(m => new { m.Reading, m.ReceivedAt });
        builder.HasIndex(m => m.InternetMessageId);
        builder.HasIndex(m => new { m.Triage, m.AssignedToId });
        builder.HasIndex(m => new
        {
            m.Triage,
            m.ReceivedAt,
            m.Id,
        });
        builder.HasIndex(m => m.FromAddress);
        builder.HasIndex(m => m.AresNumber).IsUnique();
        builder.HasIndex(m => m.TheirReference);
        builder.Property(m => m.Unread).HasJson();
        builder.HasOne<Thread>().WithMany().HasForeignKey(m => m.ThreadId);
        builder.HasOne<Partner>().WithMany().HasForeignKey(m => m.PartnerId);
        builder.HasIndex(m => new
        {
            m.PartnerId,
            m.ReceivedAt,
            m.Id,
        });
    }
}
