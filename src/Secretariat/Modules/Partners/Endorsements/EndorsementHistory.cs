using Secretariat.Modules.Alliance;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>How one partner has stood towards one instrument: in the order of its days, and never two ways on one day.</summary>
public sealed class EndorsementHistory(Instrument instrument, IReadOnlyCollection<Endorsement> known)
{
    public Endorsement? On(DateOnly day) => known.FirstOrDefault(e => e.HoldsOn(day));

    /// <summary>Why it cannot stand so from that day on, or null when it can.</summary>
    /// <param name="version">The wording of which it was said; to say the same of another one is news.</param>
    public Reason? WhyNot(EndorsementStatus status, int? version, DateOnly from, DateOnly today)
    {
        if (from > today)
            return Text.Key("This day is still to come.");
        if (status is EndorsementStatus.Endorsed or EndorsementStatus.Withdrawn && from < instrument.On)
            return Text.Key("The instrument is of {0}: nobody can have endorsed it before.", instrument.On);
        var held = On(from);
        if (held?.Status == status && held.TextVersion == version)
            return Text.Key("This stands in the record already, since {0}.", held.From);
        if (status is EndorsementStatus.Withdrawn && !CanBeWithdrawn(held?.Status))
            return Text.Key(
                "On that day the partner had neither endorsed nor expressed interest, so there is nothing to withdraw."
            );
        return WhyNotFollowed(status, known.Where(e => e.From > from).Min(e => (DateOnly?)e.From));
    }

    /// <summary>
    /// Enters what was said as of its day, also between or before what is there: what held until then ends, and the new one lasts
    /// until the next.
    /// </summary>
    public void Enter(Endorsement said)
    {
        if (WhyNot(said.Status, said.TextVersion, said.From, DateOnly.MaxValue) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        said.LastUntil(known.Where(e => e.From > said.From).Min(e => (DateOnly?)e.From));
        On(said.From)?.LastUntil(said.From);
    }

    /// <summary>Why it cannot be taken back, or null when it can.</summary>
    public Reason? WhyNotTakeBack(Endorsement mistaken) => WhyNotFollowed(Before(mistaken)?.Status, mistaken.To);

    /// <summary>It was recorded by mistake: what held before holds again. The caller removes it.</summary>
    public void TakeBack(Endorsement mistaken)
    {
        if (WhyNotTakeBack(mistaken) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        Before(mistaken)?.LastUntil(mistaken.To);
    }

    private Endorsement? Before(Endorsement one) =>
        known.Where(e => e.Id != one.Id && e.To == one.From).OrderBy(e => e.From).ThenBy(e => e.Id).LastOrDefault();

    /// <summary>A withdrawal goes with what it withdraws.</summary>
    private Reason? WhyNotFollowed(EndorsementStatus? held, DateOnly? next) =>
        !CanBeWithdrawn(held) && known.Any(e => e.From == next && e.Status is EndorsementStatus.Withdrawn)
            ? Text.Key("It was withdrawn on {0}: take that back first.", next)
            : null;

    private static bool CanBeWithdrawn(EndorsementStatus? held) =>
        held is EndorsementStatus.Endorsed or EndorsementStatus.Interested;
}
