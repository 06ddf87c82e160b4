using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>What a partner said about one strand, in the order of its days and never two things on one day.</summary>
public static class InterestTimeline
{
    /// <summary>
    /// Enters what was said as of its day, also between or before what is there: the row that held until then ends, and the new one
    /// lasts until the next. Null where the record says so already on that day.
    /// </summary>
    public static Interest? Enter(IReadOnlyCollection<Interest> known, Interest said)
    {
        var held = known.FirstOrDefault(i => i.HoldsOn(said.From));
        if (held?.Stance == said.Stance)
            return null;
        held?.End(said.From);
        if (known.Where(i => i.From > said.From).Min(i => (DateOnly?)i.From) is { } next)
            said.End(next);
        return said;
    }
}
