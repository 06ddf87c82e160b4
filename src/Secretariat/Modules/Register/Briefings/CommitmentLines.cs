using Secretariat.Modules.Commitments;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What the partner has promised: first what is still to be fulfilled, by the day by which it is.</summary>
internal static class CommitmentLines
{
    private const int Most = 3;

    public static BriefingSection Section(BriefingFacts facts, Text t)
    {
        var all = facts.Shared.IsForOffice ? "/office/commitments" : null;
        var lines = facts
            .Commitments.OrderBy(c => !c.IsOpenOn(facts.Day))
            .ThenBy(c => c.Due ?? DateOnly.MaxValue)
            .ThenBy(c => c.On)
            .Select(c => Line(c, facts, t));
        return new(t.Of("Commitments"), lines.AtMost(Most, t, all).Or(t, Text.Key("No commitment has been recorded."), all));
    }

    private static BriefingLine Line(Commitment commitment, BriefingFacts facts, Text t)
    {
        var words = BriefingWriter.Joined(
            " · ",
            t.Of(
                "{0}: {1}",
                commitment.Title.In(t.Language.Code),
                t.Of(commitment.IsOverdueOn(facts.Day) ? Text.Key("The day has passed.") : commitment.StatusOn(facts.Day).Name())
            ),
            commitment.Due is { } due ? t.Of("by {0}", due) : null
        );
        return new(words, facts.Shared.IsForOffice ? $"/office/commitments/{commitment.Id}" : null);
    }
}
