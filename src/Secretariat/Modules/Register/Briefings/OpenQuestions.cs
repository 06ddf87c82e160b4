using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What waits for the partner or for the office.</summary>
internal static class OpenQuestions
{
    /// <summary>Of one sort.</summary>
    private const int Most = 2;

    public static BriefingSection Section(BriefingFacts facts, Text t)
    {
        IReadOnlyList<BriefingLine> lines =
        [
            .. Invitations(facts, t).AtMost(Most, t, $"{facts.Record}#endorsements"),
            .. facts.Unanswered.Rows.Select(l => Letter(l, t)).AtMost(Most, t, Of("Letter"), facts.Unanswered.Total),
            .. facts.Proposals.Rows.Select(p => Proposal(p, t)).AtMost(Most, t, Of("Message"), facts.Proposals.Total),
            .. facts.Open.Rows.Select(m => Message(m, t)).AtMost(Most, t, Of("Message"), facts.Open.Total),
            .. PeopleLines.Uncovered(facts, t).Select(words => new BriefingLine(words, facts.Record)),
        ];
        return new(t.Of("Open questions"), lines.Or(t, Text.Key("Nothing is open."), facts.Record));

        string Of(string sort) => $"{facts.Record}/timeline?sort={sort}";
    }

    private static IEnumerable<BriefingLine> Invitations(BriefingFacts facts, Text t) =>
        facts
            .Endorsements.Where(e => e.Endorsement.Status is EndorsementStatus.Invited)
            .Select(e => new BriefingLine(
                t.Of(
                    "Not answered: invited to endorse {0} on {1}",
                    EndorsementWords.Of(e.Instrument.Title, e.Endorsement.TextVersion, t),
                    e.Endorsement.From
                ),
                $"{facts.Record}#endorsements"
            ));

    private static BriefingLine Letter(LatestRow letter, Text t) =>
        new(t.Of("Not answered: letter {0} of {1}", letter.Words, letter.Day), MailLines.LetterAt(letter));

    private static BriefingLine Proposal(LatestRow proposal, Text t) =>
        new(
            t.Of("To decide: {0}, in the message of {1}", t.Of(InWords.Of(proposal.Type ?? ProposalType.Question)), proposal.Day),
            $"/office/inbox/{proposal.Of}"
        );

    private static BriefingLine Message(LatestRow message, Text t) =>
        new(
            message.Triage is Triage.Waiting
                ? t.Of("Waiting: message of {0}, {1}", message.Day, t.Subject(message.Words))
                : t.Of("To do: message of {0}, {1}", message.Day, t.Subject(message.Words)),
            $"/office/inbox/{message.Id}"
        );
}
