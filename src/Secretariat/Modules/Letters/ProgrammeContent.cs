using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The programme of an event as it stood when it was taken over, by day and time.</summary>
public sealed record ProgrammeContent(string EventCode, IReadOnlyList<ProgrammeRow> Rows)
{
    /// <summary>Of the event; null in what was taken over before letters named it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>When it takes place, as exactly as it is known.</summary>
    public LocalizedText? Dates { get; init; }
    public LocalizedText? Place { get; init; }
}

/// <param name="Time">In the local time of the place, as it is printed.</param>
/// <param name="Speakers">Who speaks, with the function of that day.</param>
public sealed record ProgrammeRow(DateOnly Day, string Time, LocalizedText Title, LocalizedText? Speakers, string? Room);
