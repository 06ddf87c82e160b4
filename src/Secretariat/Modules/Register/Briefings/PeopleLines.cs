using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>Who speaks for the partner, and since when nobody does.</summary>
internal static class PeopleLines
{
    private const int Most = 6;
    private const int MostUnreached = 2;

    public static BriefingSection Section(BriefingFacts facts, Text t)
    {
        var holders = Holders(facts);
        var lines = holders.Select(m => Line(m, facts, t)).AtMost(Most, t, facts.Shared.IsForOffice ? facts.Record : null);
        var unreached = Unreached(facts, t).AtMost(MostUnreached, t, facts.Record);
        return new(
            t.Of("Who speaks for the partner"),
            [.. lines, .. unreached, .. AddressDay(facts, unreached, t), .. Missing(facts, holders, t)]
        );
    }

    /// <summary>Those whose names stand on the page.</summary>
    public static IEnumerable<Mandate> Shown(BriefingFacts facts) => Holders(facts).Take(Most);

    /// <summary>The strands in which nobody speaks for it, while somebody does in others.</summary>
    public static IEnumerable<string> Uncovered(BriefingFacts facts, Text t)
    {
        var uncovered = Partners.Uncovered.On(facts.Day, facts.Mandates, facts.Shared.Strands.Select(s => s.Code));
        if (uncovered.Count == facts.Shared.Strands.Count)
            return [];
        return uncovered.Select(u =>
        {
            var strand = facts.Shared.NameOf(u.StrandCode).In(t.Language.Code);
            return u.Since is { } day ? t.Of("{0}: nobody since {1}", strand, day) : t.Of("{0}: nobody so far", strand);
        });
    }

    private static List<Mandate> Holders(BriefingFacts facts) =>
        [.. facts.Mandates.Where(m => m.HoldsOn(facts.Day)).OrderBy(m => m.Role)];

    private static BriefingLine Line(Mandate mandate, BriefingFacts facts, Text t)
    {
        var who = $"{mandate.Person.Name}, {mandate.FunctionIn(t.Language.Code)}";
        var strands = mandate.Strands.Select(s => facts.Shared.NameOf(s).In(t.Language.Code));
        return new(
            BriefingWriter.Joined(
                " · ",
                t.Of("{0}: {1}", t.Of(mandate.Role.Name()), who),
                string.Join(", ", strands),
                t.Of("since {0}", mandate.From)
            ),
            facts.Shared.IsForOffice ? $"/office/people/{mandate.PersonId}" : null
        );
    }

    /// <summary>The addresses of those shown at which mail does not arrive, each with the report that says so.</summary>
    private static IEnumerable<BriefingLine> Unreached(BriefingFacts facts, Text t) =>
        from mandate in Shown(facts)
        let failed = facts.Shared.Failed.Of(mandate.Person.Email)
        where failed is not null
        select new BriefingLine(
            t.Of("{0}: {1}", mandate.Person.Email, t.Of(failed.InWords())),
            $"/office/inbox/{failed.MessageId}"
        );

    /// <summary>Of a person the address of today alone is kept.</summary>
    private static IEnumerable<BriefingLine> AddressDay(
        BriefingFacts facts,
        IReadOnlyCollection<BriefingLine> addresses,
        Text t
    ) =>
        facts.Shared.Day.IsToday || addresses.Count == 0
            ? []
            : [new(t.Of("E-mail addresses and telephone numbers are those of today, not of the day that is shown."))];

    private static IEnumerable<BriefingLine> Missing(BriefingFacts facts, List<Mandate> holders, Text t)
    {
        var record = facts.Shared.IsForOffice ? facts.Record : null;
        if (facts.Shared.IsForOffice && !holders.Exists(m => m.Role is MandateRole.Principal))
            yield return new(t.Of("No principal is in office, so no letter can be drafted to this partner."), record);
        if (Gap.Between(facts.ContactPoints, facts.Day).FirstOrDefault(g => g.To is null) is { } gap)
            yield return new(t.Of("No valid contact point since {0}.", gap.From), record);
        else if (!facts.ContactPoints.Any(m => m.From <= facts.Day))
            yield return new(t.Of("There has never been a contact point."), record);
        if (!facts.Shared.IsForOffice)
            foreach (var strand in Uncovered(facts, t))
                yield return new(strand);
    }
}
