using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Which mandates, routes and endorsements of two entries cannot hold on one day, and which one of them holds then.</summary>
internal static class DatedRecords
{
    /// <summary>A partner has one principal at a time, and nobody holds a role twice or is their own alternate.</summary>
    public static OneADay<Mandate> Mandates =>
        new()
        {
            Heading = Text.Key("Mandates"),
            AreRivals = (one, other) =>
                (one.Role, other.Role) is (MandateRole.Principal, MandateRole.Principal)
                || (one.PersonId == other.PersonId && one.CoversAny(other.Strands) && AreOfOnePerson(one.Role, other.Role)),
            Name = m => new Reason("{0} {1}", (Reason)PartnerWords.NameOf(m.Role), m.Person.Name),
        };

    public static OneADay<PartnerRoute> Routes(Titles titles) =>
        new()
        {
            Heading = Text.Key("Routes"),
            AreRivals = (one, other) => one.RouteCode == other.RouteCode && one.Role == other.Role,
            Name = r => Text.Key("Route “{0}” ({1})", titles.Of(r.RouteCode), (Reason)r.Role.Name()),
        };

    /// <summary>
    /// The later word holds, but that no invitation to a wording ends an interest in it, and an endorsement gives way to its withdrawal
    /// alone, which is for an officer to judge.
    /// </summary>
    public static OneADay<Endorsement> Endorsements(Titles titles) =>
        new()
        {
            Heading = Text.Key("Endorsements"),
            AreRivals = (one, other) =>
                (one.InstrumentCode, one.TextVersion) == (other.InstrumentCode, other.TextVersion)
                || (MayBeOfOneText(one, other) && (IsUnanswered(one) || IsUnanswered(other))),
            Prevails = (theirs, own) =>
                own.Status is not EndorsementStatus.Endorsed
                && own.Status != theirs.Status
                && (SaysMore(theirs, own) || !SaysMore(own, theirs) && theirs.From > own.From),
            WhyNotOfOne = (theirs, own) => WhyNotOfOne(theirs, own, titles),
            Name = e => Text.Key("Standing “{0}” towards “{1}”", (Reason)e.Status.Name(), titles.TextOf(e)),
        };

    private static bool AreOfOnePerson(MandateRole one, MandateRole other) => one == other || Mandate.IsOwnAlternate(one, other);

    private static Reason? WhyNotOfOne(Endorsement one, Endorsement other, Titles titles) =>
        IsWithdrawn(one, other) || IsWithdrawn(other, one)
            ? Text.Key(
                "Towards “{0}” one entry stands as {1}, {2}, and the other towards “{3}” as {4}, {5}. Correct one of them first.",
                titles.TextOf(one),
                (Reason)one.Status.Name(),
                Days.Of(one).InWords(),
                titles.TextOf(other),
                (Reason)other.Status.Name(),
                Days.Of(other).InWords()
            )
            : null;

    private static bool SaysMore(Endorsement one, Endorsement other) =>
        one.Status is EndorsementStatus.Endorsed
        || one.TextVersion == other.TextVersion
            && (one.Status, other.Status) is (EndorsementStatus.Interested, EndorsementStatus.Invited);

    /// <summary>What was said of no wording may have been said of any.</summary>
    private static bool MayBeOfOneText(Endorsement one, Endorsement other) =>
        one.InstrumentCode == other.InstrumentCode
        && (one.TextVersion == other.TextVersion || one.TextVersion is null || other.TextVersion is null);

    /// <summary>A word on a wording takes up what was said of none and is no answer.</summary>
    private static bool IsUnanswered(Endorsement word) =>
        word is { TextVersion: null, Status: EndorsementStatus.Invited or EndorsementStatus.Interested };

    private static bool IsWithdrawn(Endorsement one, Endorsement other) =>
        MayBeOfOneText(one, other)
        && one.MeetsOn(other)
        && one.Status is EndorsementStatus.Withdrawn
        && other.Status is EndorsementStatus.Endorsed;
}
