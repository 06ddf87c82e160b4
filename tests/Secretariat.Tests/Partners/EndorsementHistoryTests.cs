using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Partners;

public sealed class EndorsementHistoryTests
{
    private static readonly DateOnly Adopted = new(2025, 12, 10);
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Instrument Declaration = new()
    {
        Code = "declaration",
        On = Adopted,
        Title = LocalizedText.InEnglish("Declaration"),
        Nature = LocalizedText.InEnglish("political"),
        TextStatus = LocalizedText.InEnglish("none"),
    };

    private readonly List<Endorsement> known = [];

    /// <summary>People enter one after the other: of two words for one day, the later one is known by its key.</summary>
    private DateTimeOffset entered = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private EndorsementHistory History => new(Declaration, known);

    [Fact]
    public void What_was_said_holds_until_the_next_word()
    {
        Say(EndorsementStatus.Invited, new(2025, 10, 1));
        Say(EndorsementStatus.Endorsed, new(2025, 12, 10));
        Say(EndorsementStatus.Withdrawn, new(2026, 3, 1));

        Assert.Equal(EndorsementStatus.Invited, History.On(null, new(2025, 12, 9))?.Status);
        Assert.Equal(EndorsementStatus.Endorsed, History.On(null, new(2025, 12, 10))?.Status);
        Assert.Equal(EndorsementStatus.Endorsed, History.On(null, new(2026, 2, 28))?.Status);
        Assert.Equal(EndorsementStatus.Withdrawn, History.On(null, Today)?.Status);
        Assert.Null(History.On(null, new(2025, 9, 30)));
    }

    [Fact]
    public void What_is_learned_late_takes_its_place_among_the_days()
    {
        Say(EndorsementStatus.Endorsed, new(2025, 12, 20));
        Say(EndorsementStatus.Invited, new(2025, 11, 1));
        Say(EndorsementStatus.Interested, new(2025, 12, 1));

        Assert.Equal(
            [
                (new(2025, 11, 1), new DateOnly(2025, 12, 1)),
                (new(2025, 12, 1), new DateOnly(2025, 12, 20)),
                (new(2025, 12, 20), null),
            ],
            known.OrderBy(e => e.From).Select(e => (e.From, e.To))
        );
    }

    [Fact]
    public void Nobody_endorses_before_the_text_is_adopted_nor_in_the_future()
    {
        Assert.Equal(
            "The instrument is of 12/10/2025: nobody can have endorsed it before.",
            History.WhyNot(EndorsementStatus.Endorsed, null, Adopted.AddDays(-1), Today)?.ToString()
        );
        Assert.Null(History.WhyNot(EndorsementStatus.Invited, null, Adopted.AddDays(-1), Today));
        Assert.Null(History.WhyNot(EndorsementStatus.Endorsed, null, Adopted, Today));
        Assert.Equal(
            "This day is still to come.",
            History.WhyNot(EndorsementStatus.Invited, null, Today.AddDays(1), Today)?.ToString()
        );
    }

    [Fact]
    public void Only_what_was_said_can_be_withdrawn_and_nothing_is_said_twice()
    {
        Assert.NotNull(History.WhyNot(EndorsementStatus.Withdrawn, null, Adopted, Today));
        Say(EndorsementStatus.Invited, new(2025, 11, 1));
        Assert.NotNull(History.WhyNot(EndorsementStatus.Withdrawn, null, Adopted, Today));
        Say(EndorsementStatus.Endorsed, Adopted);
        Assert.NotNull(History.WhyNot(EndorsementStatus.Endorsed, null, new(2026, 1, 1), Today));
        Assert.Null(History.WhyNot(EndorsementStatus.Withdrawn, null, new(2026, 1, 1), Today));
    }

    [Fact]
    public void An_endorsement_ends_by_its_withdrawal_alone()
    {
        Say(EndorsementStatus.Endorsed, Adopted);

        foreach (var lesser in new[] { EndorsementStatus.Invited, EndorsementStatus.Interested })
            Assert.Equal(
                "The partner has endorsed this text since 12/10/2025. Only a withdrawal ends an endorsement: record that first.",
                History.WhyNot(lesser, null, Adopted.AddDays(2), Today)?.ToString()
            );
        var withdrawn = Say(EndorsementStatus.Withdrawn, new(2026, 2, 1));
        Say(EndorsementStatus.Invited, new(2026, 3, 1));
        Assert.Equal(
            "“invited” stands in the record since 03/01/2026, and cannot follow an endorsement: take that back first.",
            History.WhyNotTakeBack(withdrawn)?.ToString()
        );
    }

    [Fact]
    public void An_endorsement_is_not_entered_before_an_invitation_that_it_would_end_by()
    {
        Say(EndorsementStatus.Invited, new(2026, 1, 10));

        Assert.NotNull(History.WhyNot(EndorsementStatus.Endorsed, null, new(2026, 1, 5), Today));
        Assert.Null(History.WhyNot(EndorsementStatus.Endorsed, null, new(2026, 1, 10), Today));
    }

    [Fact]
    public void Each_wording_has_a_line_of_its_own()
    {
        Say(EndorsementStatus.Endorsed, Adopted, version: 1);
        Say(EndorsementStatus.Invited, new(2026, 3, 1), version: 2);

        Assert.NotNull(History.WhyNot(EndorsementStatus.Endorsed, 1, new(2026, 3, 1), Today));
        Assert.Equal(EndorsementStatus.Endorsed, History.On(1, Today)?.Status);
        Assert.Equal(EndorsementStatus.Invited, History.On(2, Today)?.Status);
        Assert.Equal(
            "What the partner said was of another version of the text: choose the version that it withdraws from.",
            History.WhyNot(EndorsementStatus.Withdrawn, null, Today, Today)?.ToString()
        );
    }

    [Fact]
    public void A_word_on_a_wording_answers_what_was_said_of_none_and_taken_back_leaves_it_open_again()
    {
        Say(EndorsementStatus.Invited, new(2025, 10, 1));
        var answer = Say(EndorsementStatus.Endorsed, new(2025, 12, 20), version: 1);

        Assert.Equal(EndorsementStatus.Invited, History.On(null, new(2025, 12, 19))?.Status);
        Assert.Null(History.On(null, new(2025, 12, 20)));
        Say(EndorsementStatus.Interested, new(2025, 11, 1));
        Assert.Equal(EndorsementStatus.Interested, History.On(null, new(2025, 12, 19))?.Status);
        Assert.Null(History.On(null, Today));

        History.TakeBack(answer);
        known.Remove(answer);
        Assert.Equal(EndorsementStatus.Interested, History.On(null, Today)?.Status);
    }

    [Fact]
    public void A_withdrawal_that_names_a_wording_leaves_no_endorsement_of_none_and_one_of_none_leaves_none_of_a_wording()
    {
        Say(EndorsementStatus.Endorsed, Adopted);
        Say(EndorsementStatus.Endorsed, new(2025, 12, 20), version: 1);
        Assert.Null(History.On(null, Today));
        Say(EndorsementStatus.Endorsed, new(2026, 1, 10));
        Assert.Equal(
            "What the partner said was of another version of the text: choose the version that it withdraws from.",
            History.WhyNot(EndorsementStatus.Withdrawn, null, new(2026, 3, 1), Today)?.ToString()
        );

        Say(EndorsementStatus.Withdrawn, new(2026, 3, 1), version: 1);

        Assert.DoesNotContain(known, e => e.HoldsOn(Today) && e.Status is EndorsementStatus.Endorsed);
    }

    [Fact]
    public void An_invitation_to_a_wording_ends_no_endorsement_of_none()
    {
        Say(EndorsementStatus.Endorsed, Adopted);
        Say(EndorsementStatus.Invited, new(2026, 1, 10), version: 2);

        Assert.Equal(EndorsementStatus.Endorsed, History.On(null, Today)?.Status);
    }

    [Fact]
    public void Partners_are_asked_while_a_text_is_prepared_and_not_long_before()
    {
        Assert.Null(History.WhyNot(EndorsementStatus.Invited, null, Adopted.AddMonths(-12), Today));
        Assert.Equal(
            "The instrument is of 12/10/2025: nobody was invited to endorse it more than a year before, nor interested in it.",
            History.WhyNot(EndorsementStatus.Invited, null, Adopted.AddMonths(-12).AddDays(-1), Today)?.ToString()
        );
        Assert.NotNull(History.WhyNot(EndorsementStatus.Interested, null, new(1990, 1, 1), Today));
    }

    [Fact]
    public void What_was_withdrawn_is_taken_back_after_its_withdrawal()
    {
        var endorsed = Say(EndorsementStatus.Endorsed, new(2026, 1, 1));
        var withdrawn = Say(EndorsementStatus.Withdrawn, new(2026, 2, 1));

        Assert.Equal("It was withdrawn on 02/01/2026: take that back first.", History.WhyNotTakeBack(endorsed)?.ToString());
        History.TakeBack(withdrawn);
        known.Remove(withdrawn);
        Assert.Null(History.WhyNotTakeBack(endorsed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Whatever_is_entered_in_whatever_order_one_standing_of_a_wording_holds_a_day_and_taking_back_undoes(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 200; step++)
        {
            var (status, day) = ((EndorsementStatus)random.Next(4), Adopted.AddDays(random.Next(-20, 120)));
            int? version = random.Next(3) is var number and > 0 ? number : null;
            if (History.WhyNot(status, version, day, DateOnly.MaxValue) is not null)
                continue;
            var before = Days();
            var said = Say(status, day, version);
            var after = Days();
            Assert.Null(History.WhyNotTakeBack(said));
            History.TakeBack(said);
            known.Remove(said);
            Assert.Equal(before, Days());
            if (random.Next(3) > 0)
            {
                said = Say(status, day, version);
                Assert.Equal(after, Days());
            }

            Assert.DoesNotContain(OneAfterTheOther(), EndsWithoutWithdrawal);
        }

        Assert.True(known.Count > 5);
    }

    /// <summary>What holds on each day of each wording, one after the other; never two.</summary>
    private List<EndorsementStatus?> Days() =>
        [
            .. from version in new int?[] { null, 1, 2 }
            from day in Enumerable.Range(-30, 160)
            select known.SingleOrDefault(e => e.TextVersion == version && e.HoldsOn(Adopted.AddDays(day)))?.Status,
        ];

    /// <summary>What was overruled on its day among them: whoever withdrew in the morning may be invited anew in the afternoon.</summary>
    private IEnumerable<(EndorsementStatus One, EndorsementStatus Next)> OneAfterTheOther() =>
        from line in known.GroupBy(e => e.TextVersion)
        let said = line.OrderBy(e => e.From).ThenBy(e => e.Id).ToList()
        from pair in said.Zip(said.Skip(1))
        // What a word on a wording took up goes on there.
        where pair.First.To == pair.Second.From
        where line.Key is not null || !known.Exists(e => e.TextVersion is not null && e.From == pair.Second.From)
        select (pair.First.Status, pair.Second.Status);

    private static bool EndsWithoutWithdrawal((EndorsementStatus One, EndorsementStatus Next) said) =>
        said is (EndorsementStatus.Endorsed, EndorsementStatus.Invited or EndorsementStatus.Interested);

    private Endorsement Say(EndorsementStatus status, DateOnly from, int? version = null)
    {
        entered = entered.AddMilliseconds(1);
        var said = new Endorsement
        {
            Id = Guid.CreateVersion7(entered),
            PartnerId = Guid.Empty,
            InstrumentCode = Declaration.Code,
            Status = status,
            Mode = EndorsementMode.Letter,
            From = from,
            TextVersion = version,
            Confidence = "confirmed",
        };
        History.Enter(said);
        known.Add(said);
        return said;
    }
}
