using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>How the partner stands towards the instruments and the strands.</summary>
internal static class StandingLines
{
    private const int Most = 4;

    public static BriefingSection Endorsements(BriefingFacts facts, Text t)
    {
        var record = facts.Shared.IsForOffice ? $"{facts.Record}#endorsements" : null;
        var lines = facts.Endorsements.Select(e => new BriefingLine(
            BriefingWriter.Joined(
                " · ",
                t.Of(
                    "{0}: {1}",
                    EndorsementWords.Of(e.Instrument.Title, e.Endorsement.TextVersion, t),
                    t.Of(e.Endorsement.Status.Name())
                ),
                t.Of("since {0}", e.Endorsement.From)
            ),
            facts.Shared.IsForOffice ? $"/office/instruments/{e.Instrument.Code}?asOf={facts.Shared.Day}" : null
        ));
        return new(
            t.Of("Endorsements"),
            lines
                .AtMost(Most, t, record)
                .Or(t, Text.Key("The partner has not been invited to endorse a text, and has endorsed none."), record)
        );
    }

    public static BriefingSection Interests(BriefingFacts facts, Text t)
    {
        var record = facts.Shared.IsForOffice ? facts.Record : null;
        var said = facts.Shared.Strands.SelectMany(s => facts.Interests.Where(i => i.StrandCode == s.Code));
        var lines = said.Select(i => new BriefingLine(
            BriefingWriter.Joined(
                " · ",
                t.Of("{0}: {1}", facts.Shared.NameOf(i.StrandCode).In(t.Language.Code), t.Of(i.Stance.Name())),
                t.Of("since {0}", i.From)
            ),
            facts.Shared.IsForOffice ? $"/office/inbox/{i.MessageId}" : null
        ));
        return new(t.Of("Interests"), lines.AtMost(Most, t, record).Or(t, Text.Key("No interest has been recorded."), record));
    }
}
