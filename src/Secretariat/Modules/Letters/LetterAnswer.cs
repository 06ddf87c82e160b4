using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

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
/// <param name="AnsweredOn">The first message that a person wrote in its thread.</param>
/// <param name="Reminders">The days on which its addressee was reminded, the latest last.</param>
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

    public Answering State =>
        AnsweredOn is not null ? Answering.Answered
        : Letter.Status is LetterStatus.Refused or LetterStatus.Returned ? Answering.NotDelivered
        : SentOn is null ? Answering.NotYetSent
        : Answering.Missing;

    /// <summary>Whether it has reached its addressee, as far as anybody can tell.</summary>
    public bool IsDelivered => SentOn is not null && State is not Answering.NotDelivered;

    /// <summary>Why its addressee is not reminded on that day, or null when they can be.</summary>
    public Reason? WhyNotRemind(DateOnly today)
    {
        if (State is Answering.Answered)
            return Text.Key("Has answered.");
        if (State is Answering.NotYetSent)
            return Text.Key("The letter has not been sent.");
        if (State is Answering.NotDelivered)
            return Text.Key("The letter has not arrived: there is nothing to remind of.");
        if (Failed is { } failed)
            return Text.Key("Mail to {0} does not arrive.", failed.Address);
        var last = Reminders.Count > 0 ? Reminders[^1] : SentOn!.Value;
        return today < last.AddDays(DaysBetween)
            ? Text.Key("Was written to on {0}: wait until {1}.", last, last.AddDays(DaysBetween))
            : null;
    }

    /// <summary>Of all letters of a campaign that were not voided, in their order, by the same few queries for any number.</summary>
    public static async Task<IReadOnlyList<LetterAnswer>> OfAsync(
        SecretariatDb db,
        Guid campaignId,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var letters = db.Letters.AsNoTracking().Where(l => l.CampaignId == campaignId && l.Status != LetterStatus.Voided);
        var made = await letters.OrderBy(l => l.Order).ToListAsync(cancellationToken);
        var answers = await AnswersAsync(db, letters, asOf, cancellationToken);
        var reminders = await RemindersAsync(db, letters, asOf, cancellationToken);
        var addresses = made.ConvertAll(l => FailedAddress.Key(l.AddresseeEmail ?? ""));
        var failed = await db
            .FailedAddresses.AsNoTracking()
            .Where(a => a.IsHard && !a.IsCleared && addresses.Contains(a.Address))
            .ToDictionaryAsync(a => a.Address, cancellationToken);
        return
        [
            .. made.Select(letter =>
            {
                var answer = answers.GetValueOrDefault(letter.Id);
                return new LetterAnswer(
                    letter,
                    letter.SentAt is { } sent && Clock.DayOf(sent) <= asOf.Day ? Clock.DayOf(sent) : null,
                    answer is null ? null : Clock.DayOf(answer.At),
                    answer?.Id,
                    [.. reminders[letter.Id].Order()]
                )
                {
                    Failed = failed.GetValueOrDefault(FailedAddress.Key(letter.AddresseeEmail ?? "")),
                };
            }),
        ];
    }

    private sealed record First(Guid Letter, Guid Id, DateTimeOffset At);

    /// <summary>A program's reply is no answer, nor is a mail that is not from whom it says.</summary>
    private static async Task<Dictionary<Guid, First>> AnswersAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var messages = db.Messages.Where(m =>
            m.Kind == MailKind.Ordinary && m.Triage != Triage.Copy && m.Trust != Trust.Failed && m.Reading == Reading.Read
        );
        var rows = await (
            from letter in letters
            join thread in db.Threads on letter.ThreadId equals thread.Id
            join message in messages on thread.MergedIntoId ?? thread.Id equals message.ThreadId
            select new First(letter.Id, message.Id, message.ReceivedAt)
        ).ToListAsync(cancellationToken);
        return rows.Where(r => Clock.DayOf(r.At) <= asOf.Day)
            .GroupBy(r => r.Letter)
            .ToDictionary(g => g.Key, g => g.MinBy(r => r.At)!);
    }

    private static async Task<ILookup<Guid, DateOnly>> RemindersAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Reminders.AsNoTracking()
            .Where(r => letters.Any(l => l.Id == r.LetterId) && r.On <= asOf.Day)
            .Select(r => new { r.LetterId, r.On })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.LetterId, r => r.On);
    }
}
