using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Letters;

public enum Answering
{
    /// <summary>On its way, or still here.</summary>
    NotYetSent,

    /// <summary>Refused or returned: nobody can have read it.</summary>
    NotDelivered,
    Answered,
    Missing,
}

/// <summary>What has come of one letter by a day.</summary>
/// <param name="AnsweredOn">The first message that a person wrote in its thread, or in that of another letter to the same partner.</param>
/// <param name="Reminders">The days on which its partner was reminded, the latest last.</param>
public sealed record LetterAnswer(
    Letter Letter,
    DateOnly? SentOn,
    DateOnly? AnsweredOn,
    Guid? AnswerId,
    IReadOnlyList<DateOnly> Reminders
)
{
    /// <summary>Between two words of ours an addressee has so much time.</summary>
    public const int DaysBetween = 7;

    /// <summary>The address, as far as mail to it is known not to arrive.</summary>
    public FailedAddress? Failed { get; init; }

    /// <summary>The reference of the letter that has come in its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The day as of which this is asked.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day on which one leaves that waits for office hours; only today is it known.</summary>
    public DateOnly? ReminderLeavesOn { get; init; }

    /// <summary>Whose letter it is: where its entry was merged into another one, that one.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>Who is written to, or whoever follows, as far as the record knows them as a principal of the partner.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whoever is written to held the office, and holds it no more.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Who holds the office in the place of whoever has left it.</summary>
    public Mandate? Successor { get; init; }

    /// <summary>To whom a reminder goes.</summary>
    public Addressee To => Successor is null ? Addressee.Of(Letter) : Addressee.Of(Successor, Letter.Language);

    public Answering State =>
        AnsweredOn is not null ? Answering.Answered
        : IsUndelivered ? Answering.NotDelivered
        : SentOn is null ? Answering.NotYetSent
        : Answering.Missing;

    private bool IsUndelivered =>
        Letter.Status is LetterStatus.Refused or LetterStatus.Returned
        && (Letter.UndeliveredAt is not { } at || Clock.DayOf(at) <= Day)
        && (SentOn is not null || Letter.Status is LetterStatus.Refused);

    /// <summary>Whether it has reached its addressee, as far as anybody can tell.</summary>
    public bool IsDelivered => SentOn is not null && State is not Answering.NotDelivered;

    /// <summary>Why its addressee is not reminded on that day, or null when they can be.</summary>
    public Reason? WhyNotRemind(DateOnly today)
    {
        if (WhyNothingToRemindOf() is { } never)
            return never;
        if (ReminderLeavesOn is { } leaves)
            return Text.Key("A reminder waits in the outbox and leaves on {0}.", leaves);
        var last = Reminders.Count > 0 ? Reminders[^1] : SentOn!.Value;
        return today < last.AddDays(DaysBetween)
            ? Text.Key("Was written to on {0}: wait until {1}.", last, last.AddDays(DaysBetween))
            : null;
    }

    /// <summary>Why no reminder can be of use on any day, or null; it may change while one waits.</summary>
    public Reason? WhyNothingToRemindOf()
    {
        if (State is Answering.Answered)
            return Text.Key("Has answered.");
        if (State is Answering.NotYetSent)
            return Text.Key("The letter has not been sent.");
        if (State is Answering.NotDelivered)
            return Text.Key("The letter has not arrived: there is nothing to remind of.");
        if (!Letter.GoesByMail)
            return Text.Key("The letter went on paper: its partner is reminded by another letter.");
        if (ReplacedBy is { } later)
            return Text.Key("Letter {0} has come in its place.", later);
        if (Failed is { } failed)
            return Text.Key("Mail to {0} does not arrive.", failed.Address);
        if (HasLeft && Successor is null)
            return Text.Key("{0} no longer holds the office, and nobody is recorded who follows.", Letter.AddresseeName);
        return EmailAddress.IsOne(To.Email) ? null : Text.Key("{0} has no valid e-mail address.", To.Name);
    }
}
