using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

public enum Delivery
{
    Due,

    /// <summary>Taken by a sender, until <see cref="OutgoingMessage.ClaimedUntil"/>.</summary>
    Claimed,
    Sent,

    /// <summary>The server refused it for good, or it cannot be put together; the words stand beside it.</summary>
    Failed,

    /// <summary>The server took it, and a report came back later that it did not arrive.</summary>
    Returned,

    /// <summary>Something overtook it before it left: it stays in the record and never leaves.</summary>
    Recalled,
}

public sealed record OutgoingFile(string Name, string ContentType, string Sha256)
{
    private const string CalendarType = "text/calendar; method=";

    /// <summary>What the recipient’s calendar is asked to do.</summary>
    /// <param name="method">REQUEST or CANCEL (RFC 5546 section 1.4).</param>
    public static OutgoingFile Calendar(string method, string sha256) => new("invitation.ics", CalendarType + method, sha256);

    /// <summary>What the calendar is asked to do; null for a file.</summary>
    public string? CalendarMethod =>
        ContentType.StartsWith(CalendarType, StringComparison.Ordinal) ? ContentType[CalendarType.Length..] : null;
}

/// <summary>One message to one recipient, in the outbox until the server has taken it.</summary>
public sealed class OutgoingMessage : Entity, IRegistered
{
    private Guid? threadId;
    private string toAddress = "";

    /// <summary>What it is for, about which object, to whom: never twice.</summary>
    public required string Purpose { get; init; }
    public required string ToName { get; init; }
    public required string ToAddress
    {
        get => toAddress;
        init => toAddress = value;
    }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public List<OutgoingFile> Files { get; init; } = [];

    /// <summary>Fixed when it is written; carries the token that brings the answer back.</summary>
    public required string InternetMessageId { get; init; }
    public required Guid? ThreadId
    {
        get => threadId;
        init => threadId = value;
    }

    /// <summary>
    /// What servers call it in their reports: the Message-ID without its host, since an envelope's identifier is short (RFC 3461
    /// section 4.4). It is known by its token where a report has lost the Message-ID.
    /// </summary>
    public string EnvelopeId => InternetMessageId.Split('@')[0];

    /// <summary>The message it answers, and those before that one, oldest first; as Message-IDs.</summary>
    public List<string> Answers { get; init; } = [];
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>It leaves when its reader’s office is open, also where a server or a fault has kept it back.</summary>
    public bool KeepsOfficeHours { get; init; }

    /// <summary>Where that office is (ISO 3166-1 alpha-2); null for Brussels.</summary>
    public string? Country { get; init; }

    /// <summary>When it would come too late: it waits for no office beyond that.</summary>
    public DateTimeOffset? NoLaterThan { get; init; }

    /// <summary>Well above <see cref="InTime.Limit"/>: nobody else takes a message that is still being talked about.</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(15);

    /// <summary>What the purpose of a letter begins with.</summary>
    public const string LetterPurpose = "letter/";

    /// <summary>What the purpose of an officer's reply begins with.</summary>
    public const string ReplyPurpose = "reply/";

    /// <summary>What the purpose of a reminder begins with.</summary>
    public const string ReminderPurpose = "reminder/";

    /// <summary>What the purpose of a letter begins with that an officer sends to themselves beforehand.</summary>
    public const string TestPurpose = "test/";

    /// <summary>What the purpose of an invitation to an event begins with.</summary>
    public const string InvitationPurpose = "invitation/";

    /// <summary>What the purpose of a mailing to a group begins with.</summary>
    public const string MailingPurpose = "mailing/";

    /// <summary>It goes out together with others, and nobody has asked for it.</summary>
    public bool IsMassMail =>
        Purpose.StartsWith(ReminderPurpose, StringComparison.Ordinal)
        || Purpose.StartsWith(InvitationPurpose, StringComparison.Ordinal)
        || Purpose.StartsWith(MailingPurpose, StringComparison.Ordinal);

    /// <summary>How often it is tried before it counts as failed.</summary>
    public const int MostAttempts = 20;

    public Delivery Delivery { get; private set; } = Delivery.Due;
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>When the server took it: from then on it never goes again by itself.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The server's last words, or ours when it was not asked.</summary>
    public Reason? ServerWords { get; private set; }

    /// <summary>Its entry in the register of documents; a letter has its own, with the letter.</summary>
    public string? AresNumber { get; private set; }
    public DateOnly? AresDate { get; private set; }

    /// <summary>To be sent now: its time has come, or whoever had claimed it is gone.</summary>
    public static Expression<Func<OutgoingMessage, bool>> IsDue(DateTimeOffset now) =>
        m =>
            m.SentAt == null
            && (
                (m.Delivery == Delivery.Due && m.DueAt <= now && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
                || (m.Delivery == Delivery.Claimed && m.ClaimedUntil < now)
            );

    /// <summary>Taken by the server, and what follows from that is still to be done.</summary>
    public static Expression<Func<OutgoingMessage, bool>> IsAccepted => m => m.Delivery == Delivery.Claimed && m.SentAt != null;

    /// <summary>When it leaves, while that is still to come.</summary>
    public DateTimeOffset? LeavesAt(DateTimeOffset now) => Delivery is Delivery.Due && DueAt > now ? DueAt : null;

    public void File(Guid? thread) => threadId = thread;

    /// <summary>Says to whoever follows it that the server has taken it.</summary>
    public void MarkSent()
    {
        if (SentAt is not { } at)
            throw new InvalidOperationException("The server has not taken the message.");
        Delivery = Delivery.Sent;
        Report(new MessageSent(Id, at));
    }

    /// <summary>A delivery report says that it did not arrive: so a server had taken it, whether or not we were told.</summary>
    /// <param name="words">Of the report.</param>
    /// <param name="at">When the report came.</param>
    public void MarkReturned(string words, DateTimeOffset at)
    {
        if (Delivery is Delivery.Returned)
            return;
        if (Delivery is not Delivery.Sent)
        {
            SentAt ??= at;
            MarkSent();
        }

        (Delivery, ServerWords) = (Delivery.Returned, Reason.Quoted(words));
        Report(new MessageReturned(Id));
    }

    public void MarkRefused(Reason words)
    {
        (Delivery, ServerWords) = (Delivery.Failed, words);
        Report(new MessageRefused(Id, words));
    }

    /// <summary>Comes again later: 1, 2, 4 … minutes, at most 4 hours apart, for about two days.</summary>
    public void MarkDelayed(DateTimeOffset now, Reason words)
    {
        if (Attempts >= MostAttempts)
        {
            MarkRefused(words);
            return;
        }

        (Delivery, ServerWords) = (Delivery.Due, words);
        NextAttemptAt = now + TimeSpan.FromMinutes(Math.Min(240, 1 << Math.Min(Attempts, 10)));
    }

    /// <summary>A letter is called back with its campaign, an invitation withdrawn by a message; these go alone.</summary>
    public string? WhyNotTakeBack(string? because)
    {
        var goesAlone =
            Purpose.StartsWith(ReminderPurpose, StringComparison.Ordinal)
            || Purpose.StartsWith(MailingPurpose, StringComparison.Ordinal);
        if (!goesAlone || !IsWaiting)
            return Text.Key("Only a reminder or a message of a mailing can be taken back, and only until it leaves.");
        return string.IsNullOrWhiteSpace(because) ? Text.Key("Say why it is taken back.") : null;
    }

    /// <summary>Also one that was refused, and could be sent again.</summary>
    /// <returns>False where it is leaving or has left: then it cannot be recalled.</returns>
    public bool Recall(Reason because)
    {
        if (!IsWaiting && Delivery is not Delivery.Failed)
            return false;
        (Delivery, ServerWords) = (Delivery.Recalled, because);
        return true;
    }

    /// <summary>It is on its way out of the record.</summary>
    internal void TakeBack()
    {
        if (!IsWaiting)
            throw new InvalidOperationException("The message is leaving, or has left.");
        Report(new MessageTakenBack(Id, Purpose));
    }

    /// <summary>Also one that a server has put off.</summary>
    private bool IsWaiting => Delivery is Delivery.Due && SentAt is null;

    /// <summary>What an officer wrote is registered for itself, once it has left; a letter is registered as a letter.</summary>
    public string? WhyNotRegister() =>
        SentAt is not null && Purpose.StartsWith(ReplyPurpose, StringComparison.Ordinal)
            ? null
            : Text.Key("Only a reply that has been sent is registered.");

    public static readonly Expression<Func<OutgoingMessage, bool>> IsToRegister = m =>
        m.AresNumber == null && m.SentAt != null && m.Purpose.StartsWith(ReplyPurpose);

    /// <summary>Null takes a wrong number back.</summary>
    public void Register(string? number, DateOnly? on) => (AresNumber, AresDate) = (number, on);

    /// <summary>A letter can go to another mailbox of its reader; others go where the record says.</summary>
    public bool CanBeReaddressed => Purpose.StartsWith(LetterPurpose, StringComparison.Ordinal);

    /// <summary>Other mailboxes to which it went before.</summary>
    public List<string> FormerAddresses { get; private set; } = [];

    /// <summary>
    /// Whether a report on that mailbox speaks of the one to which the message goes now. Mail goes to one recipient each, so whatever address a forward
    /// has made of it is that one; not where a former mailbox may have forwarded it as well.
    /// </summary>
    /// <param name="dead">Keys of former mailboxes that take no mail.</param>
    public bool IsAbout(string? address, IReadOnlyCollection<string> dead) =>
        IsSame(address, ToAddress)
        || (!WentBefore(address) && FormerAddresses.TrueForAll(former => dead.Contains(FailedAddress.Key(former))));

    public bool WentBefore(string? address) => FormerAddresses.Exists(former => IsSame(address, former));

    private static bool IsSame(string? one, string other) =>
        one is not null && FailedAddress.Key(one) == FailedAddress.Key(other);

    /// <param name="address">Null: where it went before.</param>
    public string? WhyNotResend(string? because, string? address = null)
    {
        if (Delivery is not (Delivery.Failed or Delivery.Returned))
            return Text.Key("Only a message that failed or was returned can be sent again.");
        // There it is known what has been told since, and who has answered.
        if (Purpose.StartsWith(MailingPurpose, StringComparison.Ordinal))
            return Text.Key("A message of a mailing is sent again from the page of its mailing.");
        if (Purpose.StartsWith(ReminderPurpose, StringComparison.Ordinal))
            return Text.Key("A reminder is not sent again: remind once more from the answers of its campaign.");
        if (address is not null && address != ToAddress && !CanBeReaddressed)
            return Text.Key("This message goes where the record says: correct the address there.");
        if (address is not null && !EmailAddress.IsOne(address))
            return Text.Key("This is no e-mail address, such as name@ministry.example.");
        return string.IsNullOrWhiteSpace(because) ? Text.Key("Say why it can be sent again.") : null;
    }

    /// <summary>The same message once more, perhaps to another mailbox of the same person.</summary>
    public void Resend(string because, string? address = null)
    {
        if (WhyNotResend(because, address) is { } reason)
            throw new InvalidOperationException(reason);
        (Delivery, Attempts, NextAttemptAt, SentAt) = (Delivery.Due, 0, null, null);
        GoTo(address ?? toAddress);
        Report(new MessageDueAgain(Id, toAddress));
    }

    private void GoTo(string address)
    {
        FormerAddresses = [.. FormerAddresses.Append(toAddress).Where(former => !IsSame(former, address)).Distinct()];
        toAddress = address;
    }
}

/// <summary>The server has taken the message.</summary>
public sealed record MessageSent(Guid OutgoingMessageId, DateTimeOffset At) : IFact;

/// <summary>The message will not leave: the server refused it for good, or it cannot be put together.</summary>
public sealed record MessageRefused(Guid OutgoingMessageId, Reason Words) : IFact;

/// <summary>The message will never leave, and is no longer in the outbox.</summary>
public sealed record MessageTakenBack(Guid OutgoingMessageId, string Purpose) : IFact;

/// <summary>The message failed or came back, and goes once more.</summary>
public sealed record MessageDueAgain(Guid OutgoingMessageId, string ToAddress) : IFact;

/// <summary>The message left and did not arrive.</summary>
public sealed record MessageReturned(Guid OutgoingMessageId) : IFact;

public sealed class OutgoingMessageMapping : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.OwnsMany(m => m.Files, f => f.ToJson());
        builder.HasIndex(m => m.Purpose).IsUnique();
        builder.HasIndex(m => m.InternetMessageId).IsUnique();
        builder.HasIndex(m => new { m.Delivery, m.DueAt });
        builder.HasIndex(m => m.ToAddress);
        builder.HasIndex(m => m.AresNumber).IsUnique();
        builder.HasIndex(m => m.ClaimedUntil);
        builder.HasOne<Thread>().WithMany().HasForeignKey(m => m.ThreadId);
    }
}
