using Secretariat.Modules.Events.Invitations;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>How an event stood, and how it stands once a change is saved.</summary>
public sealed record EventChange(TimetableEntry Before, TimetableEntry After)
{
    public bool IsCalledOff => Before.Standing is Standing.Coming && After.Standing is Standing.Cancelled;

    /// <summary>At another time or place, or it takes place after all.</summary>
    public bool IsOther =>
        After.Standing is Standing.Coming
        && Before.Standing is not Standing.Held
        && (
            Before.Standing is Standing.Cancelled
            || !Before.When.IsSameAs(After.When)
            || !Equals(Before.Event.City, After.Event.City)
        );

    /// <summary>What still waits to say how it stood must not leave.</summary>
    public bool Overtakes => IsOther || After.Standing is not Standing.Coming;

    /// <summary>Fills in what stood before, and what is told beside it: a paragraph of its own, or none.</summary>
    /// <param name="off">What stands for the former date of what had been cancelled.</param>
    public InvitationWords Tell(InvitationWords words, LocalizedText off)
    {
        var said = After.Announcements[^1].Said?.In(words.Language);
        return words
            .With("{former}", string.Join(", ", Former(off).Select(f => f.In(words.Language))))
            .With(said is null ? "{said}\n\n" : "{said}", said ?? "");
    }

    private IEnumerable<LocalizedText> Former(LocalizedText off)
    {
        if (Before.Standing is Standing.Cancelled)
            yield return off;
        else if (!Before.When.IsSameAs(After.When))
            yield return Before.When.Text;
        if (Before.Event.City is { } city && !city.Equals(After.Event.City))
            yield return city;
    }
}
