using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>How a letter leaves.</summary>
public enum Way
{
    Mail,

    /// <summary>Printed and posted, or handed over.</summary>
    Paper,
    MailAndPaper,
}

/// <summary>On paper it leaves by hand: it waits until somebody says on which day that was.</summary>
public sealed partial class Letter
{
    public Way Way { get; set; }

    public bool GoesByMail => Way is not Way.Paper;

    public bool GoesOnPaper => Way is not Way.Mail;

    /// <summary>The day on which it was posted or handed over, beside what became of its mail.</summary>
    public DateOnly? PostedOn { get; private set; }

    private DateTimeOffset? PostedAt => PostedOn is { } on ? Clock.InstantOf(on.ToDateTime(TimeOnly.MinValue)) : null;

    /// <summary>It has been released, and nobody has said yet that it was posted.</summary>
    public bool WaitsForPosting =>
        GoesOnPaper
        && PostedOn is null
        && Status
            is LetterStatus.ToPrint
                or LetterStatus.InOutbox
                or LetterStatus.Sent
                or LetterStatus.Refused
                or LetterStatus.Returned;

    /// <summary>Its thread is open for the answer, and nothing is in the outbox.</summary>
    internal void WaitForPrinting(Guid threadId) => (ThreadId, Status) = (threadId, LetterStatus.ToPrint);

    public string? WhyNotGoOnPaperToo() =>
        Status is LetterStatus.Refused or LetterStatus.Returned && !GoesOnPaper
            ? null
            : Text.Key("Only a letter that was refused or came back goes on paper as well.");

    /// <summary>Its mail did not arrive: it waits to be printed.</summary>
    public void GoOnPaperToo()
    {
        if (WhyNotGoOnPaperToo() is { } reason)
            throw new InvalidOperationException(reason);
        Way = Way.MailAndPaper;
    }

    public string? WhyNotPost(DateOnly on, DateOnly today)
    {
        if (!WaitsForPosting)
            return Text.Key("Only a letter that waits to be printed can be posted.");
        return WhyNotOn(on, today);
    }

    private string? WhyNotOn(DateOnly on, DateOnly today)
    {
        if (on < SignedOn)
            return Text.Key("It cannot have been posted before it was signed.");
        return on > today ? Text.Key("This day is still to come.") : null;
    }

    /// <summary>
    /// It counts as sent from the beginning of that day, so that an answer of the same day is one; where it goes by mail as well, from
    /// whichever came first. A mail that is still to leave keeps its own state.
    /// </summary>
    public void Post(DateOnly on, DateOnly today)
    {
        if (WhyNotPost(on, today) is { } reason)
            throw new InvalidOperationException(reason);
        PostedOn = on;
        if (Status is LetterStatus.InOutbox)
            SentAt = PostedAt;
        else if (Status is not LetterStatus.Sent || SentAt > PostedAt)
            (Status, SentAt) = (LetterStatus.Sent, PostedAt);
    }

    /// <param name="on">Null: it was not posted.</param>
    public string? WhyNotCorrectPosting(DateOnly? on, DateOnly today)
    {
        if (PostedOn is null)
            return Text.Key("Nobody has said that this letter was posted.");
        return on is { } day ? WhyNotOn(day, today) : null;
    }

    /// <summary>It was posted on another day, or not at all and waits to be.</summary>
    /// <param name="mail">The message that carries it; null where it goes on paper alone.</param>
    internal void CorrectPosting(DateOnly? on, DateOnly today, OutgoingMessage? mail, DateTimeOffset now)
    {
        if (WhyNotCorrectPosting(on, today) is { } reason)
            throw new InvalidOperationException(reason);
        PostedOn = null;
        BecomeAs(mail, now);
        if (on is { } day)
            Post(day, today);
    }
}
