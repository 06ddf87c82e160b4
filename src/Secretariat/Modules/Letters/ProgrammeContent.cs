using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The programme of an event as it stood when it was taken over, by day and time.</summary>
public sealed record ProgrammeContent(string EventCode, IReadOnlyList<ProgrammeRow> Rows);

/// <param name="Time">In the local time of the place, as it is printed.</param>
/// <param name="Speakers">Who speaks, with the function of that day.</param>
public sealed record ProgrammeRow(DateOnly Day, string Time, LocalizedText Title, LocalizedText? Speakers, string? Room);
