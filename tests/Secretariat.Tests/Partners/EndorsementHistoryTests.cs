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

        Assert.Equal(EndorsementStatus.Invited, History.On(new(2025, 12, 9))?.Status);
        Assert.Equal(EndorsementStatus.Endorsed, History.On(new(2025, 12, 10))?.Status);
        Assert.Equal(EndorsementStatus.Endorsed, History.On(new(2026, 2, 28))?.Status);
        Assert.Equal(EndorsementStatus.Withdrawn, History.On(Today)?.Status);
        Assert.Null(History.On(new(2025, 9, 30)));
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
    public void The_next_wording_can_be_endorsed_while_the_last_one_is()
    {
        Say(EndorsementStatus.Endorsed, Adopted, version: 1);

        Assert.NotNull(History.WhyNot(EndorsementStatus.Endorsed, 1, new(2026, 3, 1), Today));
        Assert.Null(History.WhyNot(EndorsementStatus.Endorsed, 2, new(2026, 3, 1), Today));
        Say(EndorsementStatus.Endorsed, new(2026, 3, 1), version: 2);
        Assert.Equal((1, 2), (History.On(new(2026, 2, 28))?.TextVersion, History.On(Today)?.TextVersion));
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
    public void Whatever_is_entered_in_whatever_order_one_standing_holds_a_day_and_taking_back_undoes(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 200; step++)
        {
            var (status, day) = ((EndorsementStatus)random.Next(4), Adopted.AddDays(random.Next(-20, 120)));
            if (History.WhyNot(status, null, day, DateOnly.MaxValue) is not null)
                continue;
            var before = Days();
            var said = Say(status, day);
            var after = Days();
            Assert.Null(History.WhyNotTakeBack(said));
            History.TakeBack(said);
            known.Remove(said);
            Assert.Equal(before, Days());
            if (random.Next(3) > 0)
            {
                said = Say(status, day);
                Assert.Equal(after, Days());
            }
        }

        Assert.True(known.Count > 5);
    }

    /// <summary>What holds on each day; never two.</summary>
    private List<EndorsementStatus?> Days() =>
        [.. Enumerable.Range(-30, 160).Select(d => known.SingleOrDefault(e => e.HoldsOn(Adopted.AddDays(d)))?.Status)];

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
