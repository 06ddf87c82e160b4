using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Two mandates become one where it says, day by day and strand by strand, what the two said.</summary>
public sealed class JoinMandatesTests
{
    private static readonly Guid Partner = Guid.CreateVersion7();
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly string[] Codes = ["prevention", "response", "alternatives"];

    [Fact]
    public void Two_that_hold_a_role_at_once_are_refused_only_where_one_cannot_say_what_both_said()
    {
        var (refused, made) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 3000))
        {
            var random = new Random(seed);
            var (kept, gone) = (Any(random), Any(random));
            var plan = JoinMandates.Of([kept], [gone]);

            var covered = Covered([kept, gone]);
            var fits = covered.SetEquals(
                from day in covered.Select(c => c.Day).Distinct()
                from strand in covered.Select(c => c.Strand).Distinct()
                select (day, strand)
            );
            var atOnce = Covered([kept]).Overlaps(Covered([gone]));
            Assert.Equal(atOnce && !fits, plan.WhyNot is not null);
            if (atOnce && fits)
                Assert.Single(plan.Joined);
            foreach (var one in plan.Joined)
                Assert.True(covered.SetEquals(Covered(one.Days, [.. one.Strands])));
            (refused, made) = (refused + (plan.WhyNot is null ? 0 : 1), made + plan.Joined.Count);
        }

        Assert.True(refused > 100 && made > 100, $"{refused} refused, {made} joined");
    }

    [Fact]
    public void One_that_goes_on_where_the_other_ends_is_joined_as_long_as_it_says_the_same()
    {
        var kept = Of(0, 10, "Adviser");
        Assert.Equal((First, null), Span(JoinMandates.Of([kept], [Of(10, null, "adviser")])));
        Assert.Equal((First, null), Span(JoinMandates.Of([kept], [Of(10, null, "")])));
        Assert.Empty(JoinMandates.Of([kept], [Of(10, null, "Director")]).Joined);
        Assert.Empty(JoinMandates.Of([kept], [Of(11, null, "Adviser")]).Joined);
        Assert.Empty(JoinMandates.Of([kept], [Of(10, null, "Adviser", "prevention")]).Joined);
    }

    [Fact]
    public void The_function_is_the_one_that_lasts_longest_and_two_of_the_kept_entry_that_differ_stay_apart()
    {
        Assert.Equal("Head", JoinMandates.Of([Of(0, 10, "Adviser")], [Of(5, null, "Head")]).Joined.Single().Named.Function);
        Assert.Equal("Adviser", JoinMandates.Of([Of(0, 20, "Adviser")], [Of(5, 10, "Head")]).Joined.Single().Named.Function);
        Assert.Equal("Adviser", JoinMandates.Of([Of(0, null, "Adviser")], [Of(5, null, "Head")]).Joined.Single().Named.Function);
        Assert.Equal("Head", JoinMandates.Of([Of(0, 10, "")], [Of(5, 20, "Head")]).Joined.Single().Named.Function);
        var plan = JoinMandates.Of([Of(0, 10, "Adviser"), Of(10, 20, "Head")], [Of(5, 15, "Head")]);
        Assert.NotNull(plan.WhyNot);
        plan = JoinMandates.Of([Of(0, 10, "Head"), Of(12, 20, "Head")], [Of(5, null, "Other")]);
        Assert.Equal((First, null), Span(plan));
        Assert.Equal(3, plan.Joined.Single().Of.Count);
    }

    [Fact]
    public void What_goes_on_for_other_strands_does_not_keep_those_from_being_joined_that_are_there_twice()
    {
        var plan = JoinMandates.Of(
            [Of(0, 10, "Head", "prevention")],
            [Of(0, 10, "Head", "prevention", "response"), Of(10, 20, "Head", "prevention")]
        );
        Assert.Null(plan.WhyNot);
        Assert.Equal((First, First.AddDays(10)), Span(plan));
        Assert.Equal(["prevention", "response"], plan.Joined.Single().Strands);
    }

    private static (DateOnly, DateOnly?) Span(JoinMandates plan)
    {
        var one = Assert.Single(plan.Joined);
        return (one.Days.From, one.Days.To);
    }

    private static Mandate Any(Random random)
    {
        var from = random.Next(8);
        int? to = random.Next(3) == 0 ? null : from + random.Next(8);
        return Of(from, to, "Head", [.. Codes.Where(_ => random.Next(2) == 0)]);
    }

    private static Mandate Of(int from, int? to, string function, params string[] strands)
    {
        var mandate = new Mandate
        {
            PartnerId = Partner,
            PersonId = Guid.CreateVersion7(),
            Role = MandateRole.Expert,
            Function = function,
            Strands = [.. strands],
            From = First.AddDays(from),
        };
        mandate.Correct(mandate.From, to is { } end ? First.AddDays(end) : null);
        return mandate;
    }

    private static HashSet<(DateOnly Day, string Strand)> Covered(IEnumerable<Mandate> mandates) =>
        [.. mandates.SelectMany(m => Covered(m, m.Strands))];

    /// <summary>Whoever covers all strands covers those too that are still to come.</summary>
    private static HashSet<(DateOnly Day, string Strand)> Covered(IDated days, IReadOnlyCollection<string> strands) =>
        [
            .. from day in Enumerable.Range(0, 20).Select(First.AddDays)
            where days.HoldsOn(day)
            from strand in strands.Count == 0 ? [.. Codes, "to come"] : strands
            select (day, strand),
        ];
}
