using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Tests.Formats.Mime;

namespace Secretariat.Tests.Partners;

/// <summary>How likely two entries are one, and the reasons an officer reads. Everybody here is invented.</summary>
public sealed class LikenessTests
{
    [Theory]
    [InlineData("Юлія Ковальчук", "Yuliia Kovalchuk", "The names are the same in another script: “{0}” and “{1}”.")]
    [InlineData("Julija Kovalčuk", "Yuliia Kovalchuk", "The names are the same, spelled in another way: “{0}” and “{1}”.")]
    [InlineData("Γεώργιος Παπαδόπουλος", "Papadopoulos Georgios", "The names are the same in another script: “{0}” and “{1}”.")]
    [InlineData("محمد الحسن", "Mohammed Al-Hassan", "The names are the same in another script: “{0}” and “{1}”.")]
    [InlineData("عبد الرحمن صالح", "Abdulrahman Saleh", "The names are the same in another script: “{0}” and “{1}”.")]
    [InlineData(
        "Mohammed Al-Hassan",
        "Muhamad El Hasan",
        "The names differ in vowels only, which are written in many ways: “{0}” and “{1}”."
    )]
    [InlineData(
        "Md. Rahman",
        "Mohammad Rahman",
        "The names differ in vowels only, which are written in many ways: “{0}” and “{1}”."
    )]
    [InlineData("DUPONT Marie", "Mme Marie Dupont", "The names hold the same words in another order: “{0}” and “{1}”.")]
    [InlineData("H.E. Dr. Jan de Vries", "Vries, Jan", "The names hold the same words in another order: “{0}” and “{1}”.")]
    [InlineData(
        "Dipl.-Ing. Zoë Beispiel, Ph.D.",
        "Zoe BEISPIEL",
        "The names are the same but for accents, capitals or titles: “{0}” and “{1}”."
    )]
    [InlineData("Anna Müller", "Anna Mueller", "The names are the same, spelled in another way: “{0}” and “{1}”.")]
    public void Two_writings_of_one_name_at_one_partner_are_proposed(string one, string other, string reason)
    {
        var likeness = Likeness.Of(At("xx", one), At("xx", other));
        Assert.Equal(reason, likeness.Evidence[0].Reason.English);
        Assert.True(likeness.IsLikely, Said(likeness));
        Assert.False(likeness.IsCertain, Said(likeness));
    }

    [Theory]
    [InlineData("J. Novák", "Jan Novák", "One name abbreviates the other: “{0}” and “{1}”.")]
    [InlineData("Ю. Ковальчук", "Yuliia Kovalchuk", "One name abbreviates the other: “{0}” and “{1}”.")]
    [InlineData("José García", "José María García", "One name holds all the words of the other: “{0}” and “{1}”.")]
    [InlineData("Katarina Horvat", "Katrina Horvat", "The names differ by one letter: “{0}” and “{1}”.")]
    [InlineData("Novák", "Jan Novák", "The names have one word in common, and one of them no other: “{0}” and “{1}”.")]
    public void A_part_of_a_name_alone_is_possible_at_most_and_its_own_mailbox_makes_it_more(
        string one,
        string other,
        string reason
    )
    {
        var alone = Likeness.Of(At("xx", one), At("xx", other));
        Assert.Equal(reason, alone.Evidence[0].Reason.English);
        Assert.True(alone is { IsPossible: true, IsLikely: false }, Said(alone));

        var mailbox = $"{Latin.Of(other).Replace(' ', '.')}@interior.example";
        Assert.True(Likeness.Of(At("xx", one, mailbox), At("xx", other, mailbox)).IsLikely);
    }

    [Theory]
    [InlineData("Maria Silva", "Mário Silva")]
    [InlineData("Jan Novák", "Jana Nováková")]
    [InlineData("Petr Novák", "Pavel Novák")]
    [InlineData("Ivan Ivanov", "Ivana Ivanova")]
    [InlineData("Marina Horvat", "Karina Horvat")]
    [InlineData("Mahmoud Hassan", "Mohammed Hassan")]
    [InlineData("Ana Maria Costa", "Ana Paula Costa")]
    [InlineData("Karim Said", "Karima Said")]
    [InlineData("Jan Kowalski", "Piotr Nowak")]
    public void Whatever_colleagues_and_relatives_share_they_are_not_proposed(string one, string other)
    {
        var likeness = Likeness.Of(
            At("xx", one, "cabinet@interior.example", "+32 2 555 01 02"),
            At("xx", other, "cabinet@interior.example", "+32 2 555 01 02")
        );
        Assert.False(likeness.IsPossible, Said(likeness));
        Assert.Contains(
            "Both use the mailbox {0}, under different names: a shared mailbox is usual.",
            likeness.Evidence.Select(e => e.Reason.English)
        );
    }

    [Fact]
    public void Father_and_son_in_one_ministry_are_possible_only()
    {
        var apart = Likeness.Of(
            At("ms-cz", "Jan Novák", "jan.novak@interior.example", "+420 555 111 111"),
            At("ms-cz", "Jan Novák", "jan.novak2@interior.example", "+420 555 222 222")
        );
        Assert.True(apart is { IsPossible: true, IsLikely: false }, Said(apart));
        Assert.Equal(
            [
                "The names are the same: “Jan Novák”.",
                "Each has a mailbox of their own in one place: jan.novak@interior.example and jan.novak2@interior.example.",
                "Both write from interior.example.",
                "They have different telephone numbers: +420555111111 and +420555222222.",
                "They speak for the same partner: “ms-cz”.",
            ],
            apart.Evidence.Select(e => e.Reason.ToString())
        );
        var younger = Likeness.Of(At("ms-cz", "Jan Novák"), At("ms-cz", "Jan Novák ml."));
        Assert.True(younger is { IsPossible: true, IsLikely: false }, Said(younger));
    }

    [Fact]
    public void The_name_and_what_belongs_to_one_alone_are_certain()
    {
        var likeness = Likeness.Of(
            At("ms-cz", "Jan Novák", "jan.novak@interior.example", "+420 555 111 111"),
            At("ms-cz", "Mgr. Jan NOVÁK", "Jan.Novak@interior.example", "00420555111111")
        );
        Assert.True(likeness.IsCertain, Said(likeness));
    }

    [Theory]
    [InlineData("Ruarc Samplan", "SAMPLAN Ruarc")]
    [InlineData("Ruarc Samplan", "Ruarc Samplan")]
    public void The_same_full_name_at_another_partner_is_perhaps_one(string one, string other)
    {
        var likeness = Likeness.Of(At("ms-ie", one), At("ms-mt", other));
        Assert.True(likeness.IsPerhaps, Said(likeness));
    }

    [Fact]
    public void A_part_of_a_name_is_not_even_perhaps_one()
    {
        var likeness = Likeness.Of(At("ms-es", "José García"), At("ms-es", "José María García López"));
        Assert.True(likeness is { IsPossible: true, IsPerhaps: false }, Said(likeness));
    }

    [Fact]
    public void Namesakes_of_different_partners_are_possible_at_most()
    {
        var likeness = Likeness.Of(At("ms-cz", "Jan Novák"), At("ms-sk", "Jan Novák"));
        Assert.False(likeness.IsLikely, Said(likeness));
        Assert.Contains("They speak for different partners: “{0}” and “{1}”.", likeness.Evidence.Select(e => e.Reason.English));
    }

    [Theory]
    [InlineData("+32 2 299 11 11", null, "0032 (0)2 2991111", null, true)]
    [InlineData("+32 (0)2 299 11 11", null, "02/299.11.11 ext. 5", "BE", true)]
    [InlineData("Tel. +39 06 555 0101", null, "06 555 0101", "IT", true)]
    [InlineData("٠٠٣٢٢٢٩٩١١١١", null, "+3222991111", null, true)]
    [InlineData("+36 1 555 0101", null, "06 1 555 0101", "HU", true)]
    [InlineData("+32 2 299 11 11", null, "+32 2 299 11 12", null, false)]
    [InlineData("112", null, "112", null, false)]
    public void Telephone_numbers_are_compared_as_they_are_dialled_from_abroad(
        string one,
        string? of,
        string other,
        string? ofOther,
        bool same
    )
    {
        var likeness = Likeness.Of(
            new PersonEntry(Id(1), "Ann Sample", Phone: one, Country: of),
            new PersonEntry(Id(2), "Ann Sample", Phone: other, Country: ofOther)
        );
        Assert.Equal(same, likeness.Evidence.Any(e => e.Reason.English == "Both have the telephone number {0}."));
    }

    [Theory]
    [InlineData("Suharto", "🎉")]
    [InlineData("", "")]
    [InlineData("田中", "Tanaka")]
    public void Names_that_cannot_be_compared_say_nothing(string one, string other)
    {
        var likeness = Likeness.Of(At("xx", one), At("xx", other));
        Assert.Equal("The names cannot be compared: “{0}” and “{1}”.", likeness.Evidence[0].Reason.English);
        Assert.False(likeness.IsPossible);
    }

    [Fact]
    public void Scores_are_symmetric_and_from_0_to_1_for_any_two_entries()
    {
        var words = Gen.Elements(
            "Jan",
            "J.",
            "Novák",
            "novak",
            "الحسن",
            "Mohammed",
            "Ковальчук",
            "Kovalchuk",
            "de",
            "Dr.",
            "ml.",
            "Ana-Maria",
            "\u0301"
        );
        var names = words.ListOf().Select(w => string.Join(' ', w));
        var entries =
            from name in names
            from email in Gen.Elements(null, "jan.novak@a.example", "office@a.example", "n@gmail.com", "no address")
            from phone in Gen.Elements(null, "+32 2 299 11 11", "02 299 11 11", "x")
            from partner in Gen.Elements(null, "a", "b")
            select new PersonEntry(Guid.CreateVersion7(), name, email, phone, null, partner, "BE");
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                entries.Two().ToArbitrary(),
                pair =>
                {
                    var (there, back) = (Likeness.Of(pair.Item1, pair.Item2), Likeness.Of(pair.Item2, pair.Item1));
                    return there.Score == back.Score
                        && there.Score is >= 0 and <= 1
                        && Likeness.Of(pair.Item1, pair.Item1).Score == 1;
                }
            )
        );
    }

    [Fact]
    public void Hostile_names_are_compared_by_their_beginning_and_never_throw()
    {
        string[] hostile =
        [
            new('a', 200_000),
            new('\u0301', 200_000),
            string.Concat(Enumerable.Repeat("a. ", 70_000)),
            string.Concat(Enumerable.Repeat("عبد ", 50_000)),
            string.Concat(Enumerable.Repeat("\uFDFA", 1000)),
            "\0\u0001\u001b[31m",
            "\ud800 \udfff \uffff",
            "🎉🎉🎉",
            "abdul abd",
            ".-.'-’",
            "Dr. Dr. Dr.",
        ];
        foreach (var one in hostile.Concat(Naughty()))
        foreach (var other in hostile)
            Assert.InRange(Likeness.Of(At("xx", one, one, one), At("xx", other, other, other)).Score, 0, 1);
    }

    [Fact]
    public void Strings_that_break_programs_are_compared_with_themselves()
    {
        var naughty = Naughty();
        if (naughty.Count == 0)
            Assert.Skip("The corpus names-naughty is not beside the repository.");
        foreach (var name in naughty)
            Assert.InRange(Likeness.Of(At("xx", name), At("xx", name)).Score, 0, 1);
    }

    private static List<string> Naughty() =>
        Corpora.Folders("names-naughty") is [var folder]
            ? JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Path.Combine(folder, "blns.json")))!
            : [];

    private static PersonEntry At(string partner, string name, string? email = null, string? phone = null) =>
        new(Guid.CreateVersion7(), name, email, phone, Partner: partner);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static string Said(Likeness likeness) =>
        $"{likeness.Score}: {string.Join(' ', likeness.Evidence.Select(e => $"{e.Points} {e.Reason}"))}";
}
