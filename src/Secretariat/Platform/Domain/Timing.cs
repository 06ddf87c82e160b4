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

/// <summary>A date as exact as it is known: printed as announced, sorted as a reader expects.</summary>
public sealed record Timing(LocalizedText Text, Precision Precision, DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>
    /// As a reader looks for dates in a list: by the first day of what is known to the day; a month, quarter, season or year by its last possible
    /// day, after all that is known to lie within it; the shorter first; unknown last.
    /// </summary>
    public static readonly IComparer<Timing> AsRead = Comparer<Timing>.Create((one, other) => one.Place.CompareTo(other.Place));

    /// <summary>The first possible day, unknown last.</summary>
    public DateOnly SortKey => Earliest ?? Latest ?? DateOnly.MaxValue;

    /// <summary>A date that was known, at least within bounds, and of which another one leaves no day.</summary>
    public bool IsLeftBy(Timing other) =>
        (Earliest ?? Latest) is not null
        && (
            (other.Earliest ?? other.Latest) is null
            || (Latest ?? Earliest) < other.SortKey
            || (Earliest is { } first && first > (other.Latest ?? other.Earliest))
        );

    /// <summary>Whether both mean the same days, in whatever words.</summary>
    public bool IsSameAs(Timing other) => (Precision, Earliest, Latest) == (other.Precision, other.Earliest, other.Latest);

    private bool IsExact => Precision is Precision.Day or Precision.Range;

    private (DateOnly Day, bool IsPeriod, int Length) Place =>
        (IsExact ? SortKey : Latest ?? SortKey, !IsExact, (Latest ?? SortKey).DayNumber - SortKey.DayNumber);
}
