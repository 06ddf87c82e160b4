using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>A conclusion as it stands in a table.</summary>
/// <param name="Partner">That has to do it; null for the secretariat.</param>
/// <param name="Code">Of the event.</param>
/// <param name="Event">Its title, where those of several events stand in the table.</param>
public sealed record ConclusionLine(
    Conclusion Conclusion,
    LocalizedText? Partner,
    bool IsOverdue,
    string Code,
    LocalizedText? Event
);
