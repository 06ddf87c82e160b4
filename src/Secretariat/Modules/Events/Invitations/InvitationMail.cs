using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.ICalendar;
using Secretariat.Modules.Events.Changes;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>What one person reads.</summary>
/// <param name="Language">In which it is written.</param>
public sealed record InvitationWords(string Language, string Subject, string Body)
{
    public InvitationWords With(string placeholder, string value) =>
        this with
        {
            Subject = Subject.Replace(placeholder, value, StringComparison.Ordinal),
            Body = Body.Replace(placeholder, value, StringComparison.Ordinal),
        };
}

/// <summary>Puts an invitation into words, and into the entry of a calendar where the event has its days.</summary>
public sealed class InvitationMail(
    SecretariatDb db,
    InvitationText text,
    AllianceWords alliance,
    Settings settings,
    TimeProvider time
)
{
    private Greeting greeting = null!;

    /// <summary>Reads what all invitations share.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        greeting = await Greeting.ReadAsync(db, cancellationToken);

    /// <param name="former">Who was invited before for the same partner, by name; null for the first one.</param>
    public InvitationWords Write(TimetableEntry entry, Partner partner, Mandate to, string? former = null)
    {
        var language = text.LanguageFor(to.Language);
        var body = FillIn(text.Text.In(language), entry, partner, to, language);
        if (former is not null)
            body = $"{body.TrimEnd()}\n\n{text.ToSuccessor.In(language).Replace("{former}", former, StringComparison.Ordinal)}\n";
        return new(language, FillIn(text.Subject.In(language), entry, partner, to, language), body);
    }

    public InvitationWords WriteWithdrawal(TimetableEntry entry, string language)
    {
        var used = text.LanguageFor(language);
        return new(used, FillIn(text.WithdrawnSubject.In(used), entry, used), FillIn(text.Withdrawn.In(used), entry, used));
    }

    /// <summary>That the event is at another time or place, or takes place after all.</summary>
    public InvitationWords WriteChange(EventChange change, string language) =>
        WriteChange(change, text.ChangedSubject, text.Changed, language);

    public InvitationWords WriteCancellation(EventChange change, string language) =>
        WriteChange(change, text.CancelledSubject, text.Cancelled, language);

    private InvitationWords WriteChange(EventChange change, LocalizedText subject, LocalizedText body, string language)
    {
        var used = text.LanguageFor(language);
        var words = new InvitationWords(
            used,
            FillIn(subject.In(used), change.After, used),
            FillIn(body.In(used), change.After, used)
        );
        return change.Tell(words, text.Off);
    }

    /// <summary>The entry for the calendar of the one who is invited, or null where the event has no days yet.</summary>
    /// <param name="method">REQUEST or CANCEL (RFC 5546 section 1.4).</param>
    public byte[]? Calendar(TimetableEntry entry, Invitation invitation, string method, string language)
    {
        if (entry.Days is not var (first, last))
            return null;
        var e = new CalendarEvent
        {
            Uid = entry.Event.CalendarUid,
            Stamp = new(null, time.Now()),
            Sequence = invitation.Sequence,
            Status = method is "CANCEL" ? "CANCELLED" : "CONFIRMED",
            Summary = entry.Event.Title.In(language),
            Location = entry.Event.City?.In(language),
            Start = new(first, null),
            End = new(last.AddDays(1), null),
            Organizer = new(settings.Mail.Mailbox, alliance.Secretariat.In(language)),
            Attendees = [new(invitation.Address, invitation.Name, "NEEDS-ACTION")],
        };
        return CalendarWriter.Write("-//Secretariat//Invitations//EN", method, [e]);
    }

    private string FillIn(string words, TimetableEntry entry, Partner partner, Mandate to, string language) =>
        FillIn(words, entry, language).Replace("{salutation}", greeting.For(partner, to, language), StringComparison.Ordinal);

    private string FillIn(string words, TimetableEntry entry, string language) =>
        words
            .Replace("{title}", entry.Event.Title.In(language), StringComparison.Ordinal)
            .Replace("{date}", entry.When.Text.In(language), StringComparison.Ordinal)
            .Replace("{place}", entry.Event.City?.In(language) ?? "–", StringComparison.Ordinal)
            .Replace("{mailbox}", settings.Mail.Mailbox, StringComparison.Ordinal)
            .Replace("{secretariat}", alliance.Secretariat.In(language), StringComparison.Ordinal);
}
