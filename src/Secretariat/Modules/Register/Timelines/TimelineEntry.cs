using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

public enum TimelineSort
{
    Message,
    Letter,
    Reply,
    Mandate,
    Endorsement,
    Interest,

    /// <summary>Of kind, of listing or of routes.</summary>
    Change,

    /// <summary>Events, and what else ties a partner to the Alliance.</summary>
    Relation,
    Invitation,
    Commitment,
    Step,

    /// <summary>Names, domains, listing, merges: what the register says of it, when it was entered.</summary>
    Entry,
}

/// <summary>Something that happened on a day, in the reader's words, with the way to its record.</summary>
public sealed record TimelineEntry(TimelineSort Sort, PlaceInList Place, string Words, string Href) : IPlaced<PlaceInList>
{
    public string? Detail { get; init; }

    /// <summary>Of the day no more than the month is known.</summary>
    public bool IsMonthOnly { get; init; }

    /// <summary>Whose name it shows.</summary>
    public Guid? PersonId { get; init; }

    public DateOnly Day => Clock.DayOf(Place.At);
}

/// <summary>Gives the entries of one sort.</summary>
public interface ITimelineSource
{
    TimelineSort Sort { get; }

    /// <summary>By one query, whatever there is: the entries of the stretch and one more where there are more.</summary>
    Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken);
}

public static class TimelineWords
{
    public static string Name(this TimelineSort sort) =>
        sort switch
        {
            TimelineSort.Message => Text.Key("Message"),
            TimelineSort.Letter => Text.Key("Letter"),
            TimelineSort.Reply => Text.Key("Our reply"),
            TimelineSort.Mandate => Text.Key("Mandate"),
            TimelineSort.Endorsement => Text.Key("Endorsement"),
            TimelineSort.Interest => Text.Key("Interest"),
            TimelineSort.Change => Text.Key("Kind, listing or route"),
            TimelineSort.Relation => Text.Key("Event or relation"),
            TimelineSort.Invitation => Text.Key("Invitation"),
            TimelineSort.Commitment => Text.Key("Commitment"),
            TimelineSort.Step => Text.Key("Onboarding step"),
            _ => Text.Key("Entry in the register"),
        };
}
