using Secretariat.Modules.Correspondence;
using static Secretariat.Tests.Correspondence.ClerkReplies;

namespace Secretariat.Tests.Correspondence;

/// <summary>Whatever people or programs write, the clerk answers, quickly, and quotes only what is there.</summary>
public class ClerkFuzz
{
    private static readonly string[] Pieces =
    [
        "we nominate ",
        "Ms ",
        "Mr. ",
        "contact person ",
        "as ",
        "alternate ",
        "Ada Bylen",
        ", ",
        "\n",
        "\n\n",
        "> ",
        "prevention ",
        "and ",
        "not ",
        "replaces ",
        "?",
        ": ",
        "Name:\t",
        "E-mail: ",
        "a@b.example ",
        "x [at] y [dot] z ",
        "+32 2 555 01 10 ",
        "(",
        ")",
        "I will be ",
        "Kind regards,\n",
        "--\n",
        "\u202E",
        "\uD83D",
        "é",
        "1. ",
        "- ",
        "interested in ",
        "all three strands ",
        ";",
        "|",
        "\t",
    ];

    [Fact]
    public void Every_quote_stands_in_the_letter()
    {
        foreach (var (title, letter, _) in All)
            AssertQuotes(letter, title);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_and_mutated_letters_are_read_without_failing(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
            AssertQuotes(random.Next(2) is 0 ? Made(random) : Mutated(random), $"seed {seed}, letter {i}");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("Ab ")]
    [InlineData("Ms Ada ")]
    [InlineData("Mr. Dr. ")]
    [InlineData("not contact person nominated ")]
    [InlineData("We nominate Ms Ada Bylen, Director, a@b.example and ")]
    [InlineData("We nominate Ms Ada Bylen as contact person.\n")]
    [InlineData("Name: Ada Bylen\nE-mail: a@b.example\n")]
    [InlineData("a [at] b [dot] ")]
    [InlineData("+1 (")]
    [InlineData("(((((")]
    [InlineData("> nominate\nx\n")]
    [InlineData("prevention but not ")]
    [InlineData("\n")]
    [InlineData("\t")]
    public async Task A_megabyte_of_anything_is_read_to_the_end(string piece)
    {
        var mail = Mail(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));

        var suggestions = await Task.Run(() => Suggested(mail), TestContext.Current.CancellationToken);

        Assert.All(
            suggestions.SelectMany(s => s.Evidence),
            e => Assert.Contains(e.Quote, mail.TextBody!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_stands_behind_the_part_that_is_read_is_not_proposed()
    {
        const string Asks = "We nominate Ms Ada Bylen, Director, as contact person.\n\n";
        var filler = string.Concat(Enumerable.Repeat("The weather is fine today.\n", Clerk.MaxLength / 27 + 1));

        Assert.Single(Suggested(Mail(Asks + filler)));
        Assert.Empty(Suggested(Mail(filler + Asks)));
    }

    [Fact]
    public void However_much_a_letter_asks_for_the_proposals_and_their_quotes_stay_few()
    {
        var many = Enumerable
            .Range(0, 900)
            .Select(n =>
                $"We nominate Ms Ada Byl{(char)('a' + n % 26)}{(char)('a' + n / 26)} as contact person. We have {n} interests in prevention.\n"
            );

        var suggestions = Suggested(Mail(string.Concat(many)));

        Assert.Equal(Clerk.MaxSuggestions, suggestions.Count);
        Assert.All(suggestions, s => Assert.InRange(s.Evidence.Count, 1, 12));
    }

    private static void AssertQuotes(string letter, string title)
    {
        var mail = Mail(letter);
        foreach (var evidence in Suggested(mail).SelectMany(s => s.Evidence))
            Assert.True(
                mail.TextBody!.Contains(evidence.Quote, StringComparison.Ordinal) && evidence.Quote.Length > 0,
                $"{title}: {evidence.Quote}"
            );
    }

    private static string Made(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 80)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Mutated(Random random)
    {
        var letter = All[random.Next(All.Count)].Letter;
        for (var i = random.Next(1, 8); i > 0 && letter.Length > 2; i--)
        {
            var (at, length) = (random.Next(letter.Length - 1), random.Next(12));
            letter = random.Next(3) switch
            {
                0 => letter.Remove(at, Math.Min(length, letter.Length - at)),
                1 => letter.Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => letter.Insert(at, letter.Substring(at / 2, Math.Min(length, letter.Length - at / 2))),
            };
        }
        return letter;
    }
}
