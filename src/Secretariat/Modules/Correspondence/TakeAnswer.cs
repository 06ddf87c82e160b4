using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.ICalendar;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Enters what a calendar answers to an invitation. Everybody answers for themselves: an answer for somebody else than the sender, or
/// from a sender who cannot be believed as far as the receiving host can tell, is left to the officers.
/// </summary>
public sealed class TakeAnswer(SecretariatDb db)
{
    /// <summary>Of UID and address; longer ones are nobody's.</summary>
    private const int Longest = 255;

    /// <summary>Answers of one message; a calendar of thousands answers no invitation.</summary>
    private const int Most = 20;

    public async Task RunAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        if (message.Origin is Origin.Forged or Origin.Unproven || message.FromAddress is not { } from)
            return;
        var given = GivenIn(mail, message.ReceivedAt)
            .Where(a => a.Address.Equals(from, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(a => (a.Uid, a.Instance))
            .Take(Most)
            .ToList();
        foreach (var answer in given)
            await EnterAsync(answer, message, cancellationToken);
        // Nothing to read beside it, so nothing is left to do.
        if (
            given.Count > 0
            && !HasMore(mail)
            && !CommentsIn(mail).Any()
            && string.IsNullOrWhiteSpace(NewText.Split(mail.TextBody ?? "").NewText)
        )
            message.Finish();
    }

    private async Task EnterAsync(GivenAnswer answer, Message message, CancellationToken cancellationToken)
    {
        var entered = await db.InvitationAnswers.SingleOrDefaultAsync(
            a => a.Uid == answer.Uid && a.Instance == answer.Instance && a.Address == answer.Address,
            cancellationToken
        );
        if (entered is null)
            db.InvitationAnswers.Add(
                entered = new InvitationAnswer
                {
                    Uid = answer.Uid,
                    Instance = answer.Instance,
                    Address = answer.Address,
                }
            );
        else if (!entered.IsOlderThan(answer.Sequence, answer.At))
            return;
        entered.Take(answer, message.Id);
    }

    private static bool HasMore(MimeMessage mail) =>
        mail.Attachments.Any(a => a.ContentType is not ("text/calendar" or "application/ics"));

    /// <summary>What people wrote into the calendar itself, beside their answers.</summary>
    public static IEnumerable<string> CommentsIn(MimeMessage mail) =>
        mail
            .Root.Walk()
            .Where(part => part.ContentType is "text/calendar")
            .SelectMany(part => CalendarReader.Read(part.ReadText()).Events)
            .SelectMany(e => e.Comments)
            .Distinct(StringComparer.Ordinal)
            .Take(Most);

    private static IEnumerable<GivenAnswer> GivenIn(MimeMessage mail, DateTimeOffset receivedAt) =>
        from part in mail.Root.Walk()
        where part.ContentType is "text/calendar"
        let calendar = CalendarReader.Read(part.ReadText(), Clock.Brussels)
        where calendar.Method is "REPLY"
        from e in calendar.Events
        where e.Uid is { Length: <= Longest }
        from attendee in e.Attendees
        where attendee.Address.Length <= Longest
        let attendance = AttendanceOf(attendee.Answer)
        where attendance is not null
        select new GivenAnswer(
            e.Uid!,
            InstanceOf(e.Instance),
            attendee.Address.ToLowerInvariant(),
            attendee.Name,
            e.Summary,
            attendance.Value,
            e.Sequence,
            // Nobody answers before the message came, whatever the clock over there says.
            e.Stamp?.Instant
                is { } at
            && at < receivedAt
                ? at
                : receivedAt
        );

    private static Attendance? AttendanceOf(string answer) =>
        answer switch
        {
            "ACCEPTED" => Attendance.Accepted,
            "DECLINED" => Attendance.Declined,
            "TENTATIVE" => Attendance.Tentative,
            _ => null,
        };

    private static string InstanceOf(CalendarTime? time) =>
        time?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? time?.Instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        ?? "";
}
