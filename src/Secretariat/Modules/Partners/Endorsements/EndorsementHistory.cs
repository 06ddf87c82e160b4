using Secretariat.Modules.Alliance;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>How one partner has stood towards one instrument: in the order of its days, and never two ways on one day.</summary>
public sealed class EndorsementHistory(Instrument instrument, IReadOnlyCollection<Endorsement> known)
{
    public Endorsement? On(DateOnly day) => known.FirstOrDefault(e => e.HoldsOn(day));

    /// <summary>Why it cannot stand so from that day on, or null when it can.</summary>
    public Reason? WhyNot(EndorsementStatus status, DateOnly from, DateOnly today)
    {
        if (from > today)
            return Text.Key("This day is still to come.");
        if (status is EndorsementStatus.Endorsed or EndorsementStatus.Withdrawn && from < instrument.On)
            return Text.Key("The instrument is of {0}: nobody can have endorsed it before.", instrument.On);
        var held = On(from);
        if (held?.Status == status)
            return Text.Key("This stands in the record already, since {0}.", held.From);
        return
            status is EndorsementStatus.Withdrawn
            && held?.Status is not (EndorsementStatus.Endorsed or EndorsementStatus.Interested)
            ? Text.Key("On that day the partner had neither endorsed nor expressed interest, so there is nothing to withdraw.")
            : null;
    }

    /// <summary>
    /// Enters what was said as of its day, also between or before what is there: what held until then ends, and the new one lasts
    /// until the next.
    /// </summary>
    public void Enter(Endorsement said)
    {
        if (WhyNot(said.Status, said.From, DateOnly.MaxValue) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        said.LastUntil(known.Where(e => e.From > said.From).Min(e => (DateOnly?)e.From));
        On(said.From)?.LastUntil(said.From);
    }

    /// <summary>It was recorded by mistake: what held before holds again. The caller removes it.</summary>
    public void TakeBack(Endorsement mistaken) =>
        known
            .Where(e => e.Id != mistaken.Id && e.To == mistaken.From)
            .OrderBy(e => e.From)
            .ThenBy(e => e.Id)
            .LastOrDefault()
            ?.LastUntil(mistaken.To);
}
