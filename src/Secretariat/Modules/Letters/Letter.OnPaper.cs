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

    /// <summary>Its thread is open for the answer, and nothing is in the outbox.</summary>
    internal void WaitForPrinting(Guid threadId) => (ThreadId, Status) = (threadId, LetterStatus.ToPrint);

    public string? WhyNotPost(DateOnly on, DateOnly today)
    {
        if (Status is not LetterStatus.ToPrint)
            return Text.Key("Only a letter that waits to be printed can be posted.");
        if (on < SignedOn)
            return Text.Key("It cannot have been posted before it was signed.");
        return on > today ? Text.Key("This day is still to come.") : null;
    }

    /// <summary>It counts as sent from the beginning of that day, so that an answer of the same day is one.</summary>
    public void Post(DateOnly on, DateOnly today)
    {
        if (WhyNotPost(on, today) is { } reason)
            throw new InvalidOperationException(reason);
        MarkSent(Clock.InstantOf(on.ToDateTime(TimeOnly.MinValue)));
    }
}
