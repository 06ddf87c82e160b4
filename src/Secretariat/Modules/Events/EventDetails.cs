using System.Globalization;
using System.Text.Json.Serialization;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>What is told of an event beside its date and place: when the press meets, where it is seen live, its documents and what came out of it.</summary>
public sealed record EventDetails
{
    public static readonly EventDetails None = new();

    /// <summary>On whose clock its programme stands, by the name of the time zone database.</summary>
    public string TimeZone { get; init; } = Clock.Brussels.Id;

    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>What it is for, in one or two sentences.</summary>
    public LocalizedText? Aim { get; init; }

    /// <summary>What somebody said of it, where a source has the words.</summary>
    public Quotation? Quotation { get; init; }

    /// <summary>Codes of the figures that were given out for it.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>How to get there, when doors open, whom to ask.</summary>
    public LocalizedText? Practical { get; init; }

    /// <summary>Where more is told: addresses on the web.</summary>
    public IReadOnlyList<EventLink> More { get; init; } = [];

    public IReadOnlyList<EventSession> Sessions { get; init; } = [];
    public IReadOnlyList<PressPoint> PressPoints { get; init; } = [];
    public IReadOnlyList<Livestream> Streams { get; init; } = [];

    /// <summary>What was published on it, by title.</summary>
    public IReadOnlyList<LocalizedText> Documents { get; init; } = [];

    /// <summary>What happened there, in the secretariat's own words.</summary>
    public LocalizedText? Summary { get; init; }

    /// <summary>Since when everybody may read it; null while it is a draft.</summary>
    public DateOnly? SummaryOn { get; init; }

    /// <summary>Codes of the instruments that came out of it.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Codes of the legislative files that it speaks of.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Code of the event that took its place.</summary>
    public string? SupersededBy { get; init; }
}

/// <summary>Words as they were said, by somebody in the function of that day.</summary>
public sealed record Quotation(LocalizedText Words, string By, LocalizedText Function)
{
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>A page elsewhere, by its title.</summary>
public sealed record EventLink(LocalizedText Title, string Address);

/// <summary>A session of which a source tells. One without a title is known by its number alone.</summary>
public sealed record EventSession(int Number, LocalizedText? Title, IReadOnlyList<EventPerson> CoChairs)
{
    public IReadOnlyList<string> Sources { get; init; } = [];
    public required string Confidence { get; init; }
}

/// <summary>A meeting with the press, at each time that was given out for it.</summary>
public sealed record PressPoint(LocalizedText What, IReadOnlyList<PressTime> Times)
{
    /// <summary>Where it is shown; null where no source says so.</summary>
    public string? Channel { get; init; }
    public bool IsLive { get; init; }

    /// <summary>The sources give different times: none is taken as settled.</summary>
    public bool IsDisputed { get; init; }
}

/// <summary>A time on the clock of a zone, as a source gives it.</summary>
/// <param name="Zone">As it is written, such as CET.</param>
public sealed record PressTime(TimeOnly Time, bool IsApproximate, string Zone)
{
    public IReadOnlyList<string> Sources { get; init; } = [];

    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{(IsApproximate ? "±" : "")}{Time:HH:mm} {Zone}");
}

/// <summary>What is shown live, and where.</summary>
public sealed record Livestream(LocalizedText What, string Channel)
{
    public IReadOnlyList<string> Sources { get; init; } = [];
}
