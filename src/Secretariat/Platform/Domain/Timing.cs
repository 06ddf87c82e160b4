using System.Text.Json.Serialization;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Domain;

public enum Precision
{
    Day,
    Range,
    Month,
    Quarter,
    Season,
    Year,
    By,

    [JsonStringEnumMemberName("tbd")]
    ToBeDefined,
    Unknown,
}

/// <summary>A date as exact as it is known: printed as announced, sorted by its earliest day.</summary>
public sealed record Timing(LocalizedText Text, Precision Precision, DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>Sorts by the first possible day, unknown last.</summary>
    public DateOnly SortKey => Earliest ?? Latest ?? DateOnly.MaxValue;
}
