using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
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

    /// <summary>The day as of which this is asked.</summary>
    public required DateOnly Day { get; init; }

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
        if (State is Answering.Answered)
            return Text.Key("Has answered.");
        if (State is Answering.NotYetSent)
            return Text.Key("The letter has not been sent.");
        if (State is Answering.NotDelivered)
            return Text.Key("The letter has not arrived: there is nothing to remind of.");
        if (Failed is { } failed)
            return Text.Key("Mail to {0} does not arrive.", failed.Address);
        if (HasLeft && Successor is null)
            return Text.Key("{0} no longer holds the office, and nobody is recorded who follows.", Letter.AddresseeName);
        if (!EmailAddress.IsOne(To.Email))
            return Text.Key("{0} has no valid e-mail address.", To.Name);
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
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var answers = await AnswersAsync(db, letters, entries, asOf, cancellationToken);
        var reminders = await RemindersAsync(db, letters, entries, asOf, cancellationToken);
        var addressees = await Addressees.ReadAsync(db, made, entries, cancellationToken);
        var successors = made.ToDictionary(l => l.Id, l => addressees.SuccessorOf(l, asOf.Day));
        var addresses = made.ConvertAll(AddressOf);
        var failed = await db
            .FailedAddresses.AsNoTracking()
            .Where(a => a.IsHard && !a.IsCleared && addresses.Contains(a.Address))
            .ToDictionaryAsync(a => a.Address, cancellationToken);
        return
        [
            .. made.Select(letter =>
            {
                var partner = entries.KeptOf(letter.PartnerId);
                var answer = answers.GetValueOrDefault(partner);
                return new LetterAnswer(
                    letter,
                    letter.SentAt is { } sent && Clock.DayOf(sent) <= asOf.Day ? Clock.DayOf(sent) : null,
                    answer is null ? null : Clock.DayOf(answer.At),
                    answer?.Id,
                    [.. reminders[partner].Distinct().Order()]
                )
                {
                    Day = asOf.Day,
                    PartnerId = partner,
                    Failed = failed.GetValueOrDefault(AddressOf(letter)),
                    PersonId = successors[letter.Id]?.PersonId ?? addressees.PersonOf(letter),
                    HasLeft = addressees.HaveLeft(letter, asOf.Day),
                    Successor = successors[letter.Id],
                };
            }),
        ];

        string AddressOf(Letter letter) =>
            FailedAddress.Key((successors[letter.Id] is { } next ? next.Person.Email : letter.AddresseeEmail) ?? "");
    }

    /// <summary>What counts as an answer: a program's reply does not, nor a mail that is not from whom it says.</summary>
    public static IQueryable<Message> Answers(SecretariatDb db) =>
        db.Messages.Where(m =>
            m.Kind == MailKind.Ordinary && m.Triage != Triage.Copy && m.Trust != Trust.Failed && m.Reading == Reading.Read
        );

    private sealed record First(Guid Partner, Guid Id, DateTimeOffset At);

    /// <summary>By partner: of two letters to one, an answer to either answers both.</summary>
    private static async Task<Dictionary<Guid, First>> AnswersAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        MergedEntries entries,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from letter in letters
            join thread in db.Threads on letter.ThreadId equals thread.Id
            join message in Answers(db) on thread.MergedIntoId ?? thread.Id equals message.ThreadId
            where message.ReceivedAt >= letter.SentAt
            select new First(letter.PartnerId, message.Id, message.ReceivedAt)
        ).ToListAsync(cancellationToken);
        return rows.Where(r => Clock.DayOf(r.At) <= asOf.Day)
            .GroupBy(r => entries.KeptOf(r.Partner))
            .ToDictionary(g => g.Key, g => g.MinBy(r => r.At)!);
    }

    /// <summary>By partner too: who was reminded of one letter is not reminded of the other the day after.</summary>
    private static async Task<ILookup<Guid, DateOnly>> RemindersAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        MergedEntries entries,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from reminder in db.Reminders
            where reminder.On <= asOf.Day
            join letter in letters on reminder.LetterId equals letter.Id
            select new { letter.PartnerId, reminder.On }
        ).ToListAsync(cancellationToken);
        return rows.ToLookup(r => entries.KeptOf(r.PartnerId), r => r.On);
    }
}
