namespace Secretariat.Formats.Schedules;

/// <summary>The programme of a conference as programme apps read it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Acronym">A short name of it; signs that the format does not know become underscores.</param>
/// <param name="Version">Of which release it is.</param>
/// <param name="Address">Of its page (http or https).</param>
/// <param name="Zone">On whose clock it takes place; its name of the time zone database is written.</param>
/// <param name="Tracks">Names of the strands, in their order.</param>
/// <param name="First">First day of the conference.</param>
/// <param name="Last">Last day of the conference.</param>
/// <param name="Items">In any order.</param>
public sealed record Schedule(
    string Title,
    string Acronym,
    string Version,
    string Address,
    TimeZoneInfo Zone,
    DateOnly First,
    DateOnly Last,
    IReadOnlyList<string> Tracks,
    IReadOnlyList<ScheduleItem> Items
);

/// <summary>One item, in the local time of the conference.</summary>
/// <param name="Id">The same in every release.</param>
/// <param name="Day">Within the days of the conference.</param>
/// <param name="From">When it begins.</param>
/// <param name="Title">What it is called, on one line.</param>
/// <param name="Until">Later than it begins, on the same day.</param>
/// <param name="Room">Null where none is told.</param>
/// <param name="Language">Of its title (ISO 639-1).</param>
/// <param name="Track">The strand; null where it belongs to none.</param>
/// <param name="Persons">Names of those who speak.</param>
public sealed record ScheduleItem(
    Guid Id,
    DateOnly Day,
    TimeOnly From,
    TimeOnly Until,
    string Title,
    string? Room,
    string Language,
    string? Track,
    IReadOnlyList<string> Persons
);
