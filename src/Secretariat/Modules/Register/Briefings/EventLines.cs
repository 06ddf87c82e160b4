using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The events that the partner had a part in, and what comes next on the timetable.</summary>
internal static class EventLines
{
    private const int Most = 3;

    public static BriefingSection Section(BriefingFacts facts, Text t)
    {
        var relations = $"{facts.Record}#relations";
        var past = facts
            .Partner.Relations.Where(r => r.Of is not null && r.On <= facts.Day)
            .OrderByDescending(r => r.On)
            .ThenByDescending(r => r.Id)
            .Select(r => Past(r, facts, t));
        // What the partner is invited to comes before what it is not.
        var next = facts
            .Shared.Coming.OrderBy(e => !facts.Invitations.Any(i => i.EventId == e.Event.Id))
            .Select(e => Next(e, facts, t))
            .Take(Most);
        return new(
            t.Of("Events"),
            [
                .. past.AtMost(Most, t, relations).Or(t, Text.Key("The partner has taken part in no event yet."), relations),
                .. next,
            ]
        );
    }

    private static BriefingLine Past(PartnerRelation relation, BriefingFacts facts, Text t)
    {
        var language = t.Language.Code;
        var known = facts.Shared.Events.GetValueOrDefault(relation.Of!);
        var when = relation.IsMonthOnly ? relation.On.ToString("MMMM yyyy", t.Language.Culture) : t.Date(relation.On);
        return new(
            $"{when} · {t.Of(relation.Kind.Name())} {known?.Title.In(language) ?? relation.Of}",
            known is null ? $"{facts.Record}#relations" : Timetable(known, facts, language)
        );
    }

    private static BriefingLine Next(TimetableEntry entry, BriefingFacts facts, Text t)
    {
        var language = t.Language.Code;
        var words = $"{entry.When.Text.In(language)} · {entry.Event.Title.In(language)}";
        if (facts.Invitations.FirstOrDefault(i => i.EventId == entry.Event.Id) is { } invitation)
            return Invited(words, invitation, entry, facts, t);
        return new(t.Of("{0}: {1}", t.Of("Next on the timetable"), words), Timetable(entry.Event, facts, language));
    }

    private static BriefingLine Invited(string words, Invitation invitation, TimetableEntry entry, BriefingFacts facts, Text t)
    {
        var answer = invitation.AnsweredAt < facts.Shared.Day.EndsAt ? invitation.Answer : null;
        return new(
            BriefingWriter.Joined(" · ", t.Of("{0}: {1}", t.Of("Invited"), words), t.Of(answer.Name())),
            $"/office/events/{entry.Event.Code}#invitations"
        );
    }

    private static string Timetable(Event e, BriefingFacts facts, string language) =>
        $"/{language}/events/{e.Code}{(facts.Shared.Day.IsToday ? "" : $"?asOf={facts.Shared.Day}")}";
}
