using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Partners;

/// <summary>Which of many entries are proposed as one, without comparing each with each. Everybody here is invented.</summary>
public sealed class PairsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Юлія Ковальчук", "Yuliia Kovalchuk")]
    [InlineData("Julija Kovalčuk", "Kovalchuk Yuliia")]
    [InlineData("Đorđević Ana", "Ana Dordevic")]
    [InlineData("محمد الحسن", "Mohammed Al-Hassan")]
    [InlineData("جمال خان", "Gamal Khan")]
    [InlineData("Χρήστος Παπαδόπουλος", "Hristos Papadopulos")]
    [InlineData("Anna Müller", "MUELLER Anna")]
    [InlineData("Eva Li", "Li Eva")]
    public void Two_writings_of_one_name_are_found_among_others(string one, string other)
    {
        var found = Pairs.Among(
            [.. Crowd(500), new(Id(9001), one, Partner: "xx"), new(Id(9002), other, Partner: "xx")],
            cancellationToken: Cancelled
        );
        var pair = Assert.Single(found.Pairs);
        Assert.Equal((Id(9001), Id(9002)), (pair.One, pair.Other));
        Assert.Equal("They speak for the same partner: “xx”.", pair.Likeness.Evidence[^1].Reason.ToString());
    }

    [Theory]
    [InlineData("J. Novák", "Jan Novák")]
    [InlineData("Katarina Horvat", "Katrina Horvat")]
    [InlineData("José García", "José María García López")]
    public void What_is_possible_is_found_when_asked_for(string one, string other)
    {
        PersonEntry[] people = [.. Crowd(500), new(Id(9001), one, Partner: "xx"), new(Id(9002), other, Partner: "xx")];
        Assert.Empty(Pairs.Among(people, cancellationToken: Cancelled).Pairs);
        Assert.Contains(Pairs.Among(people, Likeness.Possible, Cancelled).Pairs, p => (p.One, p.Other) == (Id(9001), Id(9002)));
    }

    [Fact]
    public void Somebody_with_nothing_in_common_changes_no_other_pair()
    {
        PersonEntry[] people =
        [
            .. Crowd(200),
            new(Id(9001), "Zoë Beispiel", Partner: "p1"),
            new(Id(9002), "Zoe BEISPIEL", Partner: "p1"),
        ];
        var before = Pairs.Among(people, Likeness.Possible, Cancelled).Pairs;
        var after = Pairs
            .Among([.. people, new(Id(9003), "Xhevdet Fjalori", "xh@far.example")], Likeness.Possible, Cancelled)
            .Pairs;
        Assert.NotEmpty(before);
        Assert.Equal(Shown(before), Shown(after));
    }

    [Fact]
    public void The_order_of_the_entries_changes_nothing()
    {
        PersonEntry[] people =
        [
            .. Crowd(200),
            new(Id(9001), "Zoë Beispiel", Partner: "p1"),
            new(Id(9002), "Zoe BEISPIEL", Partner: "p1"),
        ];
        Assert.Equal(
            Shown(Pairs.Among(people, Likeness.Possible, Cancelled).Pairs),
            Shown(Pairs.Among(people.Reverse(), Likeness.Possible, Cancelled).Pairs)
        );
    }

    [Fact]
    public void A_name_that_many_bear_is_compared_within_each_partner_and_that_is_said()
    {
        var many = Enumerable.Range(1, 150).Select(i => new PersonEntry(Id(i), "Ana Silva", Partner: $"p{i}"));
        var found = Pairs.Among([.. many, new(Id(9001), "SILVA Ana", Partner: "p7")], cancellationToken: Cancelled);
        var pair = Assert.Single(found.Pairs);
        Assert.Equal((Id(7), Id(9001)), (pair.One, pair.Other));
        Assert.Contains(
            "151 entries are called like “Ana Silva”; only those of one partner or domain were compared.",
            found.LeftOut.Select(r => r.ToString())
        );
    }

    [Fact]
    public void A_mailbox_that_many_share_is_said()
    {
        var found = Pairs.Among(
            Crowd(150).Select(p => p with { Email = "office@interior.example" }),
            cancellationToken: Cancelled
        );
        Assert.Contains(
            "150 entries share the mailbox office@interior.example; only those of one partner or domain were compared.",
            found.LeftOut.Select(r => r.ToString())
        );
    }

    [Fact]
    public void Of_many_people_each_is_compared_with_a_few()
    {
        const int People = 5000;
        var found = Pairs.Among(Crowd(People), cancellationToken: Cancelled);
        Assert.InRange(found.Compared, 1, People * Pairs.MostAlike / 5);
    }

    [Fact]
    public void Partners_that_are_entered_twice_are_found()
    {
        PartnerEntry[] partners =
        [
            new(Id(1), "agency", LocalizedText.InEnglish("Sample Agency for Borders"), Domains: ["sab.example"]),
            new(Id(2), "agency", LocalizedText.InEnglish("Agency for Borders, Sample"), Domains: ["sab.example"]),
            new(Id(3), "agency", LocalizedText.InEnglish("SAB"), Domains: ["mail.sab.example"]),
            new(Id(4), "ministry", LocalizedText.InEnglish("Ministry of the Interior"), Code: "CZ"),
            new(Id(5), "ministry", LocalizedText.InEnglish("Ministry of the Interior"), Code: "SK"),
        ];
        var found = Pairs.Among(partners, Likeness.Possible, Cancelled).Pairs;
        Assert.Equal([(Id(1), Id(2)), (Id(1), Id(3))], found.Select(p => (p.One, p.Other)).Order());
    }

    /// <summary>Invented people with names of three and two syllables, each at a partner, the same for the same number.</summary>
    private static IEnumerable<PersonEntry> Crowd(int count)
    {
        var random = new Random(7);
        for (var i = 1; i <= count; i++)
        {
            var (given, family) = (Word(random, 2), Word(random, 4));
            yield return new(Id(i), $"{given} {family}", $"{given}.{family}@d{i % 97}.example", Partner: $"p{i % 97}");
        }
    }

    private static string Word(Random random, int syllables) =>
        string.Concat(
            Enumerable.Range(0, syllables).Select(_ => $"{"bcdfghklmnprstvz"[random.Next(16)]}{"aeiou"[random.Next(5)]}")
        );

    private static IEnumerable<(Guid, Guid, double)> Shown(IEnumerable<Pair> pairs) =>
        pairs.Select(p => (p.One, p.Other, p.Likeness.Score));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
