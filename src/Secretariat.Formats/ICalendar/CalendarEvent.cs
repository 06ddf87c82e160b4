namespace Secretariat.Formats.ICalendar;

/// <summary>An event (VEVENT, RFC 5545 section 3.6.1); of a series its first instance. Texts stand on one line; what is not said is null.</summary>
public sealed record CalendarEvent
{
    /// <summary>What identifies the event in every calendar that has it (section 3.8.4.7).</summary>
    public string? Uid { get; init; }

    /// <summary>Of a series, the original beginning of the one instance that is spoken of (RECURRENCE-ID, section 3.8.4.4); null for the whole.</summary>
    public CalendarTime? Instance { get; init; }

    /// <summary>When this was written (DTSTAMP, section 3.8.7.2).</summary>
    public CalendarTime? Stamp { get; init; }

    /// <summary>Which revision this is (section 3.8.7.4); 0 where nothing is said (RFC 5546 section 3.2.1).</summary>
    public int Sequence { get; init; }

    /// <summary>TENTATIVE, CONFIRMED or CANCELLED (section 3.8.1.11), in upper case.</summary>
    public string? Status { get; init; }

    /// <summary>The subject (section 3.8.1.12).</summary>
    public string? Summary { get; init; }

    /// <summary>When it begins (section 3.8.2.4); null where that is not said, is no time, or is in a zone that nobody knows.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>
    /// The first moment or day after it: DTEND, else the beginning and DURATION; of neither, the beginning itself or, of a day, the next one
    /// (section 3.6.1).
    /// </summary>
    public CalendarTime? End { get; init; }

    /// <summary>Whether it takes whole days, whatever the zone.</summary>
    public bool AllDay => (Start ?? End) is { Day: not null };

    /// <summary>The zone of the beginning as the file names it, "UTC" for a time in UTC; null for a day and for a time on whatever clock hangs there.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The rule of a series as written (RRULE, section 3.8.5.3); it is not expanded.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Where it takes place (section 3.8.1.7).</summary>
    public string? Location { get; init; }

    /// <summary>What more there is to say of it (section 3.8.1.5); its lines are kept apart by LF.</summary>
    public string? Description { get; init; }

    /// <summary>Where there is more about it (section 3.8.4.6), as written.</summary>
    public string? Url { get; init; }

    /// <summary>Who invites (section 3.8.4.3).</summary>
    public CalendarAddress? Organizer { get; init; }

    /// <summary>Who is invited, or answers (section 3.8.4.1).</summary>
    public IReadOnlyList<Attendee> Attendees { get; init; } = [];

    /// <summary>What whoever wrote this adds in words (section 3.8.1.4), as when an invitation is answered; none is empty.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}

/// <summary>A calendar user (RFC 5545 section 3.3.3).</summary>
/// <param name="Address">The e-mail address where there is one, else the URI as written.</param>
/// <param name="Name">The name (CN, section 3.2.2), or null.</param>
public sealed record CalendarAddress(string Address, string? Name);

/// <summary>A calendar user who takes part.</summary>
/// <param name="Address">As of <see cref="CalendarAddress"/>.</param>
/// <param name="Name">As of <see cref="CalendarAddress"/>.</param>
/// <param name="Answer">ACCEPTED, DECLINED, TENTATIVE … in upper case; NEEDS-ACTION where nothing is said (PARTSTAT, RFC 5545 section 3.2.12).</param>
public sealed record Attendee(string Address, string? Name, string Answer);

/// <summary>When something begins or ends: a day or an instant, never both.</summary>
/// <param name="Day">The day, whatever the zone.</param>
/// <param name="Instant">The instant in UTC.</param>
public sealed record CalendarTime(DateOnly? Day, DateTimeOffset? Instant);
