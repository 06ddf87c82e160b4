using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters;

/// <summary>Where it goes, and what becomes of its mail.</summary>
public sealed partial class Letter
{
    public Guid? OutgoingMessageId { get; private set; }
    public Guid? ThreadId { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was refused or came back; null for what was so before this was kept.</summary>
    public DateTimeOffset? UndeliveredAt { get; private set; }

    public string? WhyNotRedirect(Way way, string? email)
    {
        if (Status is not (LetterStatus.Numbered or LetterStatus.Frozen))
            return Text.Key("Only a letter that has been signed off and not released can be sent elsewhere.");
        return way is not Way.Paper && !EmailAddress.IsOne(Trim(email))
            ? Text.Key("This is no e-mail address, such as name@ministry.example.")
            : null;
    }

    /// <summary>Where it is sent does not stand in the letter: it can be mended after sign-off.</summary>
    public void Redirect(Way way, string? email)
    {
        if (WhyNotRedirect(way, email) is { } reason)
            throw new InvalidOperationException(reason);
        (Way, AddresseeEmail) = (way, Trim(email) ?? AddresseeEmail);
    }

    public void PutInOutbox(Guid outgoingMessageId, Guid threadId) =>
        (OutgoingMessageId, ThreadId, Status) = (outgoingMessageId, threadId, LetterStatus.InOutbox);

    /// <summary>It was to leave later, and waits again for whoever sends it.</summary>
    internal void TakeFromOutbox() => (OutgoingMessageId, ThreadId, Status) = (null, null, LetterStatus.Frozen);

    /// <summary>Its mail goes once more, perhaps to another mailbox.</summary>
    internal void GoAgain(string address)
    {
        (AddresseeEmail, Status, UndeliveredAt) = (address, LetterStatus.InOutbox, null);
        SentAt = PostedOn is null ? null : SentAt;
    }

    /// <summary>What was posted on paper before counts from then on.</summary>
    public void MarkSent(DateTimeOffset at)
    {
        var first = PostedAt < at ? PostedAt : at;
        (Status, SentAt, UndeliveredAt) = (LetterStatus.Sent, first, null);
    }

    public void MarkRefused(DateTimeOffset at) => MarkUndelivered(LetterStatus.Refused, at);

    public void MarkReturned(DateTimeOffset at) => MarkUndelivered(LetterStatus.Returned, at);

    /// <summary>In the state of its mail, as if nothing had been posted.</summary>
    private void BecomeAs(OutgoingMessage? mail, DateTimeOffset now)
    {
        (Status, SentAt, UndeliveredAt) = mail?.Delivery switch
        {
            null => (LetterStatus.ToPrint, (DateTimeOffset?)null, (DateTimeOffset?)null),
            Correspondence.Delivery.Sent => (LetterStatus.Sent, mail.SentAt, null),
            Correspondence.Delivery.Failed => (LetterStatus.Refused, null, UndeliveredAt ?? now),
            Correspondence.Delivery.Returned => (LetterStatus.Returned, mail.SentAt, UndeliveredAt ?? now),
            _ => (LetterStatus.InOutbox, null, null),
        };
    }

    /// <summary>What was posted on paper has left all the same, on that day; its mail has not.</summary>
    private void MarkUndelivered(LetterStatus status, DateTimeOffset at)
    {
        if (PostedAt is { } posted)
            (Status, SentAt, UndeliveredAt) = (LetterStatus.Sent, posted, at);
        else
            (Status, UndeliveredAt) = (status, at);
    }
}
