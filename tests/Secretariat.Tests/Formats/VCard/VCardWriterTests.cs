using System.Text;
using Secretariat.Formats;
using Secretariat.Formats.VCard;

namespace Secretariat.Tests.Formats.VCard;

/// <summary>Cards that are written: what others find in the file, and that our reader finds the same cards.</summary>
public class VCardWriterTests
{
    [Fact]
    public void A_card_reads_as_the_standard_says()
    {
        var card = new Card
        {
            Kind = "individual",
            Name = "Dr. Zoë Example",
            Given = "Zoë",
            Family = "Example, Jr.",
            Organisation = "Ministry of Examples; Unit 3",
            Title = "Head of the unit for examples of all kinds, ελληνικά included, and of folds",
            Role = @"Contact \ point",
            Emails = ["z@example.org", "office@example.org"],
            Phones = ["+32-2-000-00-00;ext=12", "+32 2 000 00 01"],
            Languages = ["el", "en"],
            Url = "https://example.org/a,b;c",
            Uid = "urn:uuid:6b1f9a3e-0000-4000-8000-000000000001",
            Revised = new DateTimeOffset(2031, 3, 4, 6, 7, 8, TimeSpan.FromHours(1)),
            Note = "Two lines,\nhere.",
            Categories = ["Border, coast", "Data"],
        };
        const string expected = """
            BEGIN:VCARD
            VERSION:4.0
            KIND:individual
            FN:Dr. Zoë Example
            N:Example\, Jr.;Zoë;;;
            ORG:Ministry of Examples\; Unit 3
            TITLE:Head of the unit for examples of all kinds\, ελληνικά include
             d\, and of folds
            ROLE:Contact \\ point
            EMAIL;PREF=1:z@example.org
            EMAIL:office@example.org
            TEL;PREF=1;VALUE=uri:tel:+32-2-000-00-00;ext=12
            TEL:+32 2 000 00 01
            LANG;PREF=1:el
            LANG:en
            URL:https://example.org/a,b;c
            UID:urn:uuid:6b1f9a3e-0000-4000-8000-000000000001
            REV:20310304T050708Z
            NOTE:Two lines\,\nhere.
            CATEGORIES:Border\, coast,Data
            END:VCARD

            """;
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), Text(card));
    }

    [Fact]
    public void What_is_written_reads_back_unchanged()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            Card[] cards = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Some(random))];
            Same(seed, cards, VCardReader.Read(VCardWriter.Write(cards)).Cards);
        }
    }

    [Fact]
    public void No_line_is_longer_than_75_bytes_and_no_character_is_cut()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var written = VCardWriter.Write([
                Some(new Random(seed)) with
                {
                    Title = new string('ü', seed),
                    Note = Times("日", seed),
                },
            ]);
            foreach (var line in Encoding.Latin1.GetString(written).Split("\r\n"))
            {
                Assert.InRange(line.Length, 0, 75);
                Assert.DoesNotContain(line, c => c is '\r' or '\n');
                Assert.True(System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(line)), $"Seed {seed} cuts a character.");
            }
        }
    }

    [Theory]
    [InlineData("+3220000000", "TEL;VALUE=uri:tel:+3220000000")]
    [InlineData("+32-2-000.00(00)", "TEL;VALUE=uri:tel:+32-2-000.00(00)")]
    [InlineData("+32-2;ext=1", "TEL;VALUE=uri:tel:+32-2;ext=1")]
    [InlineData("+32 2 000 00 00", "TEL:+32 2 000 00 00")]
    [InlineData("02/000", "TEL:02/000")]
    [InlineData("+", "TEL:+")]
    [InlineData("+32;ext=a", @"TEL:+32\;ext=a")]
    [InlineData("+32;ext=1;ext=2", @"TEL:+32\;ext=1\;ext=2")]
    public void A_number_is_a_uri_where_it_comes_back_as_it_is(string number, string line) =>
        Assert.Contains($"\r\n{line}\r\n", Text(new Card { Name = "Ann", Phones = [number] }), StringComparison.Ordinal);

    [Theory]
    [InlineData("card-7", "UID;VALUE=text:card-7")]
    [InlineData("a;b", @"UID;VALUE=text:a\;b")]
    [InlineData("https://example.org/7;a", "UID:https://example.org/7;a")]
    public void What_is_no_uri_is_told_to_be_text(string uid, string line) =>
        Assert.Contains($"\r\n{line}\r\n", Text(new Card { Name = "Ann", Uid = uid }), StringComparison.Ordinal);

    [Fact]
    public void What_a_card_does_not_say_takes_no_line() =>
        Assert.Equal(
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\nEND:VCARD\r\n",
            Text(
                new Card
                {
                    Name = " Ann\n",
                    Title = " ",
                    Emails = [""],
                    Phones = ["\t"],
                    Note = "\n",
                    Categories = [" "],
                }
            )
        );

    [Fact]
    public void A_card_without_a_shown_name_has_the_nearest_one()
    {
        Assert.Equal("Ann Example", Read(new Card { Given = "Ann", Family = "Example" }).Name);
        Assert.Equal("Example", Read(new Card { Family = "Example" }).Name);
        Assert.Equal("Ministry", Read(new Card { Organisation = "Ministry", Emails = ["a@example.org"] }).Name);
        Assert.Equal("a@example.org", Read(new Card { Emails = ["", "a@example.org"] }).Name);
        Assert.Throws<ArgumentException>(() => VCardWriter.Write([new Card { Title = "Head" }]));
    }

    [Fact]
    public void No_value_smuggles_in_a_line()
    {
        const string Bad = "x\r\nEMAIL:bad@example.org\nEND:VCARD";
        var card = new Card
        {
            Name = Bad,
            Given = Bad,
            Family = Bad,
            Organisation = Bad,
            Kind = Bad,
            Emails = [Bad],
            Phones = [Bad],
            Languages = [Bad],
            Url = Bad,
            Uid = Bad,
            Note = Bad,
            Categories = [Bad],
        };
        var read = Read(card);
        Assert.Equal(("x  EMAIL:bad@example.org END:VCARD", "x\nEMAIL:bad@example.org\nEND:VCARD"), (read.Name, read.Note));
        Assert.Equal(["x  EMAIL:bad@example.org END:VCARD"], read.Emails);
    }

    [Fact]
    public void Addresses_and_numbers_that_come_twice_are_written_once()
    {
        var read = Read(new Card { Name = "Ann", Emails = ["b@example.org", "a@example.org", " B@example.org"] });
        Assert.Equal(["b@example.org", "a@example.org"], read.Emails);
    }

    /// <summary>A card as the reader gives cards.</summary>
    private static Card Some(Random random)
    {
        var texts = new Texts(random);
        string? Line() => OnOneLine(texts.Next());
        List<string> Lines() =>
            [
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => Line())
                    .OfType<string>()
                    .Where(l => !l.StartsWith("mailto:", StringComparison.Ordinal))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ];
        return new Card
        {
            Name = Line() ?? "Ann",
            Given = Line(),
            Family = Line(),
            Organisation = Line(),
            Title = Line(),
            Role = Line(),
            Emails = Lines(),
            Phones = Lines(),
            Languages = Lines(),
            Categories = Lines(),
            Url = Line(),
            Uid = Line(),
            Kind = Line()?.ToLowerInvariant(),
            Note = string.Join('\n', Lines()).ReplaceLineEndings("\n").Trim() is { Length: > 0 } note ? note : null,
            Revised = random.Next(2) is 0 ? null : DateTimeOffset.FromUnixTimeSeconds(random.Next()),
        };
    }

    private static string? OnOneLine(string text) =>
        string.Concat(WellFormed.Of(text).Where(c => c is not '\uFEFF').Select(c => char.IsControl(c) ? ' ' : c)).Trim()
            is { Length: > 0 } line
            ? line
            : null;

    private static void Same(int seed, Card[] cards, IReadOnlyList<Card> read)
    {
        Assert.True(cards.Length == read.Count, $"Seed {seed}: {read.Count} cards, not {cards.Length}.");
        for (var i = 0; i < cards.Length; i++)
        {
            Assert.True(Flat(cards[i]) == Flat(read[i]), $"Seed {seed}: {Flat(read[i])}, not {Flat(cards[i])}");
        }
    }

    /// <summary>Lists are equal only where they are the same list: all that a card says as one text.</summary>
    private static string Flat(Card card) => System.Text.Json.JsonSerializer.Serialize(card);

    private static string Times(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static Card Read(Card card) => Assert.Single(VCardReader.Read(VCardWriter.Write([card])).Cards);

    private static string Text(Card card) => Encoding.UTF8.GetString(VCardWriter.Write([card]));
}
