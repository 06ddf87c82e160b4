using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Letters;

/// <summary>What has come of letters, from the record.</summary>
public static class ReadAnswers
{
    /// <summary>Of all letters of a campaign that were not voided, in their order, by the same few queries for any number.</summary>
    public static async Task<IReadOnlyList<LetterAnswer>> OfCampaignAsync(
        SecretariatDb db,
        Guid campaignId,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var letters = db.Letters.AsNoTracking().Where(l => l.CampaignId == campaignId && l.Status != LetterStatus.Voided);
        var made = await letters.OrderBy(l => l.Order).ToListAsync(cancellationToken);
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var replacing = await ReplacingAsync(db, letters, asOf, cancellationToken);
        var theirs = db.Letters.Where(l => letters.Any(first => first.Id == l.Id || first.Id == l.CorrectsId));
        var answers = await FirstAsync(db, theirs, entries, asOf, cancellationToken);
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
                    [.. reminders[partner].Where(on => on <= asOf.Day).Distinct().Order()]
                )
                {
                    Day = asOf.Day,
                    ReminderLeavesOn = reminders[partner].Where(on => on > asOf.Day).Select(on => (DateOnly?)on).Max(),
                    ReplacedBy = replacing.GetValueOrDefault(letter.Id),
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

    /// <summary>By letter, the reference of the one that had been sent in its place.</summary>
    private static async Task<Dictionary<Guid, string>> ReplacingAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from letter in letters
            join later in db.Letters on letter.Id equals later.CorrectsId
            where later.SentAt != null
            select new
            {
                letter.Id,
                later.Reference,
                SentAt = later.SentAt!.Value,
            }
        ).ToListAsync(cancellationToken);
        return rows.Where(r => Clock.DayOf(r.SentAt) <= asOf.Day).ToDictionary(r => r.Id, r => r.Reference!);
    }

    /// <summary>What counts as an answer: a program's reply does not, nor a mail that is not from whom it says.</summary>
    public static IQueryable<Message> Messages(SecretariatDb db) =>
        db.Messages.Where(m =>
            m.Kind == MailKind.Ordinary && m.Triage != Triage.Copy && m.Trust != Trust.Failed && m.Reading == Reading.Read
        );

    private sealed record First(Guid Partner, Guid Id, DateTimeOffset At);

    /// <summary>By partner: of two letters to one, an answer to either answers both, as does an answer to what has come in its place.</summary>
    private static async Task<Dictionary<Guid, First>> FirstAsync(
        SecretariatDb db,
        IQueryable<Letter> letters,
        MergedEntries entries,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from letter in letters
            join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
            join thread in db.Threads on letter.ThreadId equals thread.Id
            join message in Messages(db) on thread.MergedIntoId ?? thread.Id equals message.ThreadId
            // Not only since it was sent: it may have gone again after an answer, or been posted on another day than was said.
            where
                message.ReceivedAt >= letter.SentAt
                || (
                    letter.Status != LetterStatus.ToPrint
                    && message.ReceivedAt >= campaign.ReleasedAt
                    && (campaign.LeavesAt == null || message.ReceivedAt >= campaign.LeavesAt)
                )
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
            where asOf.IsToday || reminder.On <= asOf.Day
            join letter in letters on reminder.LetterId equals letter.Id
            join message in db.Outbox on reminder.OutgoingMessageId equals message.Id
            // What was refused or came back reminded nobody; on its own day it is not written again.
            where reminder.On == asOf.Day || (message.Delivery != Delivery.Failed && message.Delivery != Delivery.Returned)
            select new
            {
                letter.PartnerId,
                reminder.On,
                message.DueAt,
            }
        ).ToListAsync(cancellationToken);
        return rows.ToLookup(r => entries.KeptOf(r.PartnerId), r => Later(r.On, Clock.DayOf(r.DueAt)));

        // It may have been kept back until an office opened.
        static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }
}
