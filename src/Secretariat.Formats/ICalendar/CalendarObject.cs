namespace Secretariat.Formats.ICalendar;

/// <summary>A calendar as it is exchanged (RFC 5545 section 3.4), or why it cannot be read.</summary>
/// <param name="Method">What it asks for, in upper case: REQUEST, REPLY, CANCEL … (RFC 5546 section 1.4), or null.</param>
/// <param name="Events">In the order of the file, each changed instance of a series for itself.</param>
/// <param name="UnreadableReason">A sentence with the place and the remedy, or null.</param>
public sealed record CalendarObject(string? Method, IReadOnlyList<CalendarEvent> Events, string? UnreadableReason);
