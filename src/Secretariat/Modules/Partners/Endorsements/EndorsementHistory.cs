using Secretariat.Modules.Alliance;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>
/// How one partner has stood towards one instrument: for each wording, and for what was said of none, a line of its own in the order
/// of its days, in which it never stands two ways on one day. What was said of none ends where a word on a wording takes it up.
/// </summary>
public sealed class EndorsementHistory(Instrument instrument, IReadOnlyCollection<Endorsement> known)
{
    // Partners are asked for their support while a text is still being prepared, in the year before it is adopted.
    private const int MonthsAhead = 12;

    public Endorsement? On(int? version, DateOnly day) => Line(version).FirstOrDefault(e => e.HoldsOn(day));

    /// <summary>Why it cannot stand so from that day on, or null when it can.</summary>
    /// <param name="version">The wording of which it was said; null where that is not known.</param>
    public Reason? WhyNot(EndorsementStatus status, int? version, DateOnly from, DateOnly today)
    {
        if (from > today)
            return Text.Key("This day is still to come.");
        var held = On(version, from);
        return WhyNotYet(status, from)
            ?? (held?.Status == status ? Text.Key("This stands in the record already, since {0}.", held.From) : null)
            ?? WhyNotAfter(held, status, version, from)
            ?? WhyNotFollowed(status, Next(version, from));
    }

    /// <summary>
    /// Enters what was said as of its day, also between or before what is there: what held until then ends, and the new one lasts
    /// until the next.
    /// </summary>
    public void Enter(Endorsement said)
    {
        if (WhyNot(said.Status, said.TextVersion, said.From, DateOnly.MaxValue) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        LastUntil(said, Next(said.TextVersion, said.From)?.From);
        On(said.TextVersion, said.From)?.LastUntil(said.From);
        if (said.TextVersion is not null && On(null, said.From) is { } open && TakesUp(said, open))
            open.LastUntil(said.From);
    }

    /// <summary>Why it cannot be taken back, or null when it can.</summary>
    public Reason? WhyNotTakeBack(Endorsement mistaken) =>
        mistaken.TextVersion is null
            ? WhyNotGoOn(Before(mistaken), mistaken)
            : WhyNotFollowed(Before(mistaken)?.Status, After(mistaken))
                ?? (TakenUpBy(mistaken) is { } taken ? WhyNotGoOn(taken, mistaken) : null);

    /// <summary>It was recorded by mistake: what held before holds again. The caller removes it.</summary>
    public void TakeBack(Endorsement mistaken)
    {
        if (WhyNotTakeBack(mistaken) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        if (Before(mistaken) is { } before)
            LastUntil(before, mistaken.TextVersion is null ? Next(null, mistaken.From)?.From : mistaken.To, mistaken);
        if (TakenUpBy(mistaken) is { } taken)
            LastUntil(taken, Next(null, taken.From)?.From, mistaken);
    }

    /// <summary>In the order of the days; what was overruled on its day stands before what overruled it.</summary>
    private IEnumerable<Endorsement> Line(int? version) =>
        known.Where(e => e.TextVersion == version).OrderBy(e => e.From).ThenBy(e => e.Id);

    private Endorsement? Next(int? version, DateOnly from) => Line(version).FirstOrDefault(e => e.From > from);

    private Endorsement? Before(Endorsement one) =>
        Line(one.TextVersion).TakeWhile(e => e.Id != one.Id).LastOrDefault(e => e.To == one.From);

    private Endorsement? After(Endorsement one) =>
        Line(one.TextVersion).SkipWhile(e => e.Id != one.Id).Skip(1).FirstOrDefault(e => e.From == one.To);

    /// <summary>
    /// A word on a wording takes up what was said of none: it answers an invitation that went out before there was one, and says of
    /// which wording an endorsement was.
    /// </summary>
    private static bool TakesUp(Endorsement word, Endorsement ofNone) =>
        word.TextVersion is not null && word.From >= ofNone.From && !EndsEndorsement(ofNone.Status, word.Status);

    private Endorsement? TakenUpBy(Endorsement word) =>
        On(null, word.From) is null ? Line(null).LastOrDefault(e => e.To == word.From && TakesUp(word, e)) : null;

    /// <summary>The first day on which a word on a wording takes up what was said of none.</summary>
    /// <param name="without">A word that is taken back.</param>
    private DateOnly? TakenUpOn(Endorsement ofNone, Endorsement? without) =>
        known.Where(e => e != without && TakesUp(e, ofNone)).Min(e => (DateOnly?)e.From);

    private void LastUntil(Endorsement word, DateOnly? next, Endorsement? without = null)
    {
        var taken = word.TextVersion is null ? TakenUpOn(word, without) : null;
        word.LastUntil(taken is null || next <= taken ? next : taken);
    }

    /// <summary>Why what was said of no wording cannot last until the next such word, once another word is taken back.</summary>
    private Reason? WhyNotGoOn(Endorsement? ofNone, Endorsement mistaken)
    {
        var next = Line(null).FirstOrDefault(e => e.From >= mistaken.From && e != mistaken && e != ofNone);
        return TakenUpOn(ofNone ?? mistaken, mistaken) < next?.From ? null : WhyNotFollowed(ofNone?.Status, next);
    }

    private Reason? WhyNotYet(EndorsementStatus status, DateOnly from)
    {
        if (IsAnswer(status) && from < instrument.On)
            return Text.Key("The instrument is of {0}: nobody can have endorsed it before.", instrument.On);
        return from < instrument.On.AddMonths(-MonthsAhead)
            ? Text.Key(
                "The instrument is of {0}: nobody was invited to endorse it more than a year before, nor interested in it.",
                instrument.On
            )
            : null;
    }

    private Reason? WhyNotAfter(Endorsement? held, EndorsementStatus status, int? version, DateOnly from)
    {
        if (EndsEndorsement(held?.Status, status))
            return Text.Key(
                "The partner has endorsed this text since {0}. Only a withdrawal ends an endorsement: record that first.",
                held!.From
            );
        if (status is not EndorsementStatus.Withdrawn)
            return null;
        var isOfAnother = known.Any(e => e.HoldsOn(from) && e.TextVersion != version && CanBeWithdrawn(e.Status));
        // Of no wording, it would leave what was said of one.
        if (CanBeWithdrawn(held?.Status) && (version is not null || !isOfAnother))
            return null;
        return isOfAnother
            ? Text.Key("What the partner said was of another version of the text: choose the version that it withdraws from.")
            : Text.Key("On that day the partner had neither endorsed nor expressed interest, so there is nothing to withdraw.");
    }

    /// <summary>A withdrawal goes with what it withdraws, and an endorsement is followed by its withdrawal or by nothing.</summary>
    private static Reason? WhyNotFollowed(EndorsementStatus? held, Endorsement? next) =>
        next is null ? null
        : next.Status is EndorsementStatus.Withdrawn && !CanBeWithdrawn(held)
            ? Text.Key("It was withdrawn on {0}: take that back first.", next.From)
        : EndsEndorsement(held, next.Status)
            ? Text.Key(
                "“{0}” stands in the record since {1}, and cannot follow an endorsement: take that back first.",
                (Reason)next.Status.Name(),
                next.From
            )
        : null;

    private static bool EndsEndorsement(EndorsementStatus? held, EndorsementStatus next) =>
        held is EndorsementStatus.Endorsed && !IsAnswer(next);

    private static bool IsAnswer(EndorsementStatus status) => status is EndorsementStatus.Endorsed or EndorsementStatus.Withdrawn;

    private static bool CanBeWithdrawn(EndorsementStatus? held) =>
        held is EndorsementStatus.Endorsed or EndorsementStatus.Interested;
}
