using System.Globalization;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Nominations;

/// <summary>What is confirmed late is entered as of its day, whatever stands there already.</summary>
public sealed class InterestTimelineTests
{
    [Theory]
    [InlineData("2024-02-01", "- 2024-02-01..2024-03-01", "+ 2024-03-01..2024-05-01", "- 2024-05-01..")]
    [InlineData("2024-04-01", "+ 2024-03-01..2024-04-01", "- 2024-04-01..2024-05-01", "- 2024-05-01..")]
    [InlineData("2024-03-01", "+ 2024-03-01..2024-03-01", "- 2024-03-01..2024-05-01", "- 2024-05-01..")]
    public void A_decline_before_between_or_on_the_day_of_other_answers_lasts_until_the_next(
        string day,
        params string[] expected
    ) => Assert.Equal(expected, Entered(Stance.Declined, day));

    [Theory]
    [InlineData("2024-06-01", "+ 2024-03-01..2024-05-01", "- 2024-05-01..2024-06-01", "+ 2024-06-01..")]
    [InlineData("2024-02-01", "+ 2024-02-01..2024-03-01", "+ 2024-03-01..2024-05-01", "- 2024-05-01..")]
    [InlineData("2024-04-01", "+ 2024-03-01..2024-05-01", "- 2024-05-01..")]
    public void An_interest_after_all_ends_the_last_and_one_already_held_changes_nothing(string day, params string[] expected) =>
        Assert.Equal(expected, Entered(Stance.Interested, day));

    [Fact]
    public void Nothing_ends_before_it_began()
    {
        var interest = Said(Stance.Interested, "2024-03-01");
        Assert.Throws<InvalidOperationException>(() => interest.End(Day("2024-02-29")));
    }

    private static IEnumerable<string> Entered(Stance stance, string day)
    {
        var (first, second) = (Said(Stance.Interested, "2024-03-01"), Said(Stance.Declined, "2024-05-01"));
        first.End(second.From);
        List<Interest> known = [first, second];
        if (InterestTimeline.Enter(known, Said(stance, day)) is { } entered)
            known.Add(entered);
        return known.OrderBy(i => i.From).ThenBy(i => i.To ?? DateOnly.MaxValue).Select(Written);
    }

    private static string Written(Interest i) =>
        $"{(i.Stance is Stance.Interested ? "+" : "-")} {i.From:yyyy-MM-dd}..{i.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static Interest Said(Stance stance, string day) =>
        new()
        {
            PartnerId = default,
            StrandCode = "prevention",
            Stance = stance,
            MessageId = default,
            From = Day(day),
        };

    internal static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}

public sealed class MandateEntryTests
{
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly Guid Bo = Guid.CreateVersion7();
    private static readonly Guid Cy = Guid.CreateVersion7();

    [Fact]
    public void A_replacement_takes_over_and_lasts_as_long_as_the_one_it_replaces_would_have()
    {
        var (open, ended) = (Held(Ada, "2024-01-01"), Held(Ada, "2024-01-01", until: "2024-05-01"));
        var (after, between) = (Held(Bo, "2024-03-01"), Held(Bo, "2024-03-01"));

        Enter([open], after, replaces: true);
        Enter([ended], between, replaces: true);

        Assert.Equal((after.From, null), (open.To!.Value, after.To));
        Assert.Equal((between.From, InterestTimelineTests.Day("2024-05-01")), (ended.To!.Value, between.To!.Value));
    }

    [Fact]
    public void A_replacement_dated_before_everybody_ends_nobody_before_they_began()
    {
        var later = Held(Ada, "2024-05-01");
        var early = Held(Bo, "2024-03-01");

        Enter([later], early, replaces: true);

        Assert.Equal((null, null), (later.To, early.To));
    }

    [Fact]
    public void A_second_contact_point_ends_nobody_and_neither_does_one_for_another_strand()
    {
        var (all, response) = (Held(Ada, "2024-01-01"), Held(Ada, "2024-01-01", strands: "response"));

        Enter([all], Held(Bo, "2024-03-01"), replaces: false);
        Enter([response], Held(Bo, "2024-03-01", strands: "prevention"), replaces: true);

        Assert.Equal((null, null), (all.To, response.To));
    }

    [Fact]
    public void The_same_person_in_the_same_function_keeps_one_mandate_and_still_replaces_the_others()
    {
        var (own, other) = (Held(Bo, "2024-02-01"), Held(Ada, "2024-01-01"));

        var entered = Enter([own, other], Held(Bo, "2024-03-01"), replaces: true);

        Assert.Same(own, entered.Mandate);
        Assert.Empty(entered.New);
        Assert.Equal((null, InterestTimelineTests.Day("2024-03-01")), (own.To, other.To!.Value));
    }

    [Fact]
    public void A_last_day_that_is_said_anew_of_the_same_person_in_the_same_function_holds()
    {
        var (own, other) = (Held(Bo, "2024-02-01", until: "2024-09-01"), Held(Ada, "2024-01-01"));
        var asked = Held(Bo, "2024-03-01", until: "2024-05-01");

        var entered = Enter([own, other], asked, replaces: true);

        Assert.Same(asked, entered.Mandate);
        Assert.Equal(InterestTimelineTests.Day("2024-05-01"), asked.To);
        Assert.Equal([asked.From, asked.From], new[] { own.To!.Value, other.To!.Value });
    }

    [Fact]
    public void A_new_function_begins_on_its_day_and_takes_no_strand_away()
    {
        var before = Held(Ada, "2024-01-01", strands: "response");
        var asked = Held(Ada, "2024-03-01", strands: "prevention", function: "Director");
        before.Strands.Add("prevention");

        var entered = Enter([before], asked, replaces: false);

        Assert.Same(asked, Assert.Single(entered.New));
        Assert.Equal(["prevention", "response"], asked.Strands);
        Assert.Equal((asked.From, null), (before.To!.Value, asked.To));
    }

    [Fact]
    public void An_earlier_word_for_the_same_person_ends_where_the_later_one_begins()
    {
        var later = Held(Ada, "2024-05-01");
        var early = Held(Ada, "2024-03-01");

        Enter([later], early, replaces: false);

        Assert.Equal((later.From, null), (early.To!.Value, later.To));
    }

    [Fact]
    public void Whoever_is_replaced_for_one_strand_keeps_the_others_for_as_long_as_before()
    {
        var (all, two) = (Held(Ada, "2024-01-01", until: "2024-09-01"), Held(Cy, "2024-01-01", strands: "response"));
        two.Strands.Add("prevention");

        var entered = Enter([all, two], Held(Bo, "2024-03-01", strands: "prevention"), replaces: true);

        Assert.Equal([entered.Mandate.From, entered.Mandate.From], new[] { all.To!.Value, two.To!.Value });
        Assert.Equal(
            [
                (Bo, "prevention", null),
                (Ada, "response, alternatives", InterestTimelineTests.Day("2024-09-01")),
                (Cy, "response", (DateOnly?)null),
            ],
            entered.New.Select(m => (m.PersonId, string.Join(", ", m.Strands), m.To))
        );
        Assert.All(entered.New, m => Assert.Equal(InterestTimelineTests.Day("2024-03-01"), m.From));
    }

    [Fact]
    public void Whoever_is_replaced_for_all_they_covered_keeps_nothing()
    {
        var entered = Enter([Held(Ada, "2024-01-01", strands: "response")], Held(Bo, "2024-03-01"), replaces: true);

        Assert.Same(entered.Mandate, Assert.Single(entered.New));
    }

    [Fact]
    public void A_mandate_that_stands_already_lasts_as_long_as_those_it_takes_over_from()
    {
        var (own, other) = (Held(Bo, "2024-02-01", until: "2024-05-01"), Held(Ada, "2024-01-01"));

        var entered = Enter([own, other], Held(Bo, "2024-03-01"), replaces: true);

        Assert.Same(own, entered.Mandate);
        Assert.Equal((null, InterestTimelineTests.Day("2024-03-01")), (own.To, other.To!.Value));
    }

    [Fact]
    public void A_mandate_that_stands_already_is_not_shortened_by_taking_over()
    {
        var (own, other) = (Held(Bo, "2024-02-01"), Held(Ada, "2024-01-01", until: "2024-05-01"));

        Enter([own, other], Held(Bo, "2024-03-01"), replaces: true);

        Assert.Null(own.To);
    }

    private static EnteredMandate Enter(IReadOnlyCollection<Mandate> known, Mandate asked, bool replaces) =>
        MandateEntry.Enter(known, asked, replaces, ["prevention", "response", "alternatives"]);

    private static Mandate Held(
        Guid person,
        string from,
        string? until = null,
        string? strands = null,
        string function = "Head of Unit"
    )
    {
        var mandate = new Mandate
        {
            PartnerId = default,
            PersonId = person,
            Role = MandateRole.ContactPoint,
            Function = function,
            Strands = strands is null ? [] : [strands],
            From = InterestTimelineTests.Day(from),
        };
        if (until is not null)
            mandate.End(InterestTimelineTests.Day(until));
        return mandate;
    }
}
