using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>Another date of an event, or that it is certain, off, or was held; each with its day and its source.</summary>
public sealed class AnnounceModel(SecretariatDb db, TellOfChange tell, Disclose disclose, TimeProvider time, Text t)
    : ChangeModel(db, tell, disclose, time, t)
{
    private static readonly Dictionary<EventStatus, (string Heading, string Lead)> Words = new()
    {
        [EventStatus.Planned] = (
            Text.Key("Another date"),
            Text.Key("The former date stays in the record, and on the public page among those that were announced.")
        ),
        [EventStatus.Confirmed] = (Text.Key("Confirm the date"), Text.Key("The organiser has said that the date is certain.")),
        [EventStatus.Cancelled] = (
            Text.Key("Cancel the event"),
            Text.Key("It stays in the timetable as cancelled, and in calendars too. Those invited are told.")
        ),
        [EventStatus.Held] = (Text.Key("It was held"), Text.Key("A source reports that it took place.")),
    };

    public static IEnumerable<EventStatus> Offered => Words.Keys;

    public static string HeadingOf(EventStatus status) => Words[status].Heading;

    public EventStatus Status { get; private set; }

    public string Heading => HeadingOf(Status);

    public string Lead => Words[Status].Lead;

    /// <summary>Why that cannot be announced now; null where it can.</summary>
    public string? WhyNot => Entry.WhyNotAnnounce(Status, Today);

    [BindProperty, Display(Name = "How exact the date is")]
    public Precision Precision { get; set; } = Precision.Day;

    [BindProperty, MeantDay, Display(Name = "First day")]
    public DateOnly? First { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day")]
    public DateOnly? Last { get; set; }

    [BindProperty, Required, Display(Name = "Day of the announcement")]
    public DateOnly? On { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "Source")]
    public string Source { get; set; } = "";

    [BindProperty, StringLength(500), Display(Name = "What is told beside it, in English")]
    public string? SaidEn { get; set; }

    [BindProperty, StringLength(500), Display(Name = "What is told beside it, in French")]
    public string? SaidFr { get; set; }

    public IEnumerable<SelectListItem> PrecisionOptions =>
        TimingWords.Offered.Select(o => new SelectListItem(T.Of(o.Name), o.Precision.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, string what, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, what, cancellationToken))
            return NotFound();
        On = Today;
        if (Status is EventStatus.Held && Entry.Days is var (first, last))
            (First, Last) = (first, last == first ? null : last);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string what, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, what, cancellationToken))
            return NotFound();
        if (WhyNot is not null)
            return Page();
        Check();
        if (!ModelState.IsValid || TimingToBe() is not { } timing)
            return Page();
        var announcement = new Announcement
        {
            EventId = Event.Id,
            Timing = timing,
            Status = Status,
            AnnouncedOn = On,
            EnteredAt = Now,
            Sources = [Source.Trim()],
            Said = string.IsNullOrWhiteSpace(SaidEn) ? null : LocalizedText.InEnglishAnd("fr", SaidEn, SaidFr),
        };
        Event.Announcements.Add(announcement);
        Db.Announcements.Add(announcement);
        return await SaveAsync(
            Text.Key("Announce a change of an event"),
            null,
            Text.Key("The timetable has changed."),
            cancellationToken
        );
    }

    private async Task<bool> FindAsync(string code, string what, CancellationToken cancellationToken)
    {
        Status = Enum.Parse<EventStatus>(what, ignoreCase: true);
        return await FindAsync(code, cancellationToken);
    }

    private void Check()
    {
        if (On is { } on && MeantDayAttribute.WhyNotHappened(on, Today) is { } reason)
            Refuse(nameof(On), reason);
        else if (Status is not EventStatus.Planned && Entry.Announcements is [.., var last] && On < last.KnownFrom)
            Refuse(nameof(On), Text.Key("The last announcement is of {0}: this one cannot be older.", last.KnownFrom));
        if (string.IsNullOrWhiteSpace(SaidEn) && !string.IsNullOrWhiteSpace(SaidFr))
            Refuse(nameof(SaidEn), Text.Key("Write it in English too: that is what readers of other languages are shown."));
    }

    /// <returns>Null where it cannot be: the form says why.</returns>
    private Timing? TimingToBe()
    {
        if (Status is EventStatus.Confirmed or EventStatus.Cancelled)
            return Entry.When;
        if (Status is EventStatus.Held)
            Precision = Last is null || Last == First ? Precision.Day : Precision.Range;
        if (WhyNotDays() is not var (field, reason))
        {
            var timing = TimingWords.Of(Precision, First ?? default, Last ?? default);
            if (WhyNotThen(timing) is not var (where, wrong))
                return timing;
            (field, reason) = (where, wrong);
        }

        Refuse(field, reason);
        return null;
    }

    private (string Field, Reason Why)? WhyNotDays() =>
        (Precision, First, Last) switch
        {
            (Precision.ToBeDefined, not null, _) => (
                nameof(First),
                Text.Key("Leave the days empty where the date is to be defined.")
            ),
            (not Precision.ToBeDefined, null, _) => (nameof(First), Text.Key("Enter a day.")),
            (Precision.Range, _, null) => (nameof(Last), Text.Key("Enter the last day as well.")),
            (Precision.Range, { } first, { } last) when last <= first => (
                nameof(Last),
                Text.Key("It cannot end before it begins.")
            ),
            (not Precision.Range, _, not null) when Last != First => (
                nameof(Last),
                Text.Key("Leave it empty, or choose “Several days”.")
            ),
            _ => null,
        };

    private (string Field, Reason Why)? WhyNotThen(Timing timing) =>
        Status switch
        {
            EventStatus.Held when timing.Latest > Today => (nameof(First), Text.Key("This day is still to come.")),
            EventStatus.Held when On < timing.Earliest => (nameof(On), Text.Key("It cannot be reported before it began.")),
            EventStatus.Planned when timing.Latest < On => (
                nameof(First),
                Text.Key("It would have been over on the day of its announcement.")
            ),
            EventStatus.Planned when timing.IsSameAs(Entry.When) && Entry.Standing is Standing.Coming => (
                nameof(First),
                Text.Key("This is the date that stands now.")
            ),
            _ => null,
        };
}
