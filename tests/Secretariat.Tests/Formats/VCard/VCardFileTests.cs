using System.Text;
using Secretariat.Formats.VCard;

namespace Secretariat.Tests.Formats.VCard;

/// <summary>How cards are written down: lines, folds, encodings, files.</summary>
public class VCardFileTests
{
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    [InlineData("\n\n")]
    public void Lines_may_end_in_every_way(string end)
    {
        var lines = new[] { "BEGIN:VCARD", "VERSION:3.0", "FN:Ann", "TEL:1", "END:VCARD", "BEGIN:VCARD", "FN:Bob", "END:VCARD" };
        Assert.Equal(["Ann", "Bob"], Names(string.Join(end, lines)));
    }

    [Theory]
    [InlineData("3.0", "FN:Ann Exa\r\n mple", "Ann Example")]
    [InlineData("4.0", "FN:Ann\r\n  Example\r\n\t.", "Ann Example.")]
    [InlineData("2.1", "FN:Ann\r\n Example", "Ann Example")]
    [InlineData("3.0", "F\r\n N:A\r\r\n n\r\r\n n", "Ann")]
    public void Folds_are_undone_as_the_version_says(string version, string line, string name) =>
        Assert.Equal([name], Names($"BEGIN:VCARD\r\nVERSION:{version}\r\n{line}\r\nEND:VCARD"));

    [Fact]
    public void A_character_that_was_cut_by_a_fold_becomes_whole()
    {
        byte[] card = [.. "BEGIN:VCARD\nVERSION:3.0\nFN:Zo\u00C3\n \u00AB E.\nEND:VCARD".Select(c => (byte)c)];
        Assert.Equal("Zoë E.", Assert.Single(VCardReader.Read(card).Cards).Name);
    }

    [Theory]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB=20E.", "Zoë E.")]
    [InlineData("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-2:=A3ucja", "Łucja")]
    [InlineData("FN;CHARSET=UTF-8;ENCODING=quoted-printable:Zo=C3=\r\n=AB =\r\nE.=\r\n", "Zoë E.")]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:Zo=EB", "Zoë")]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:Ann=0D=0AE.", "Ann  E.")]
    [InlineData("FN;ENCODING=BASE64:QW5u\r\n IEUu\r\n\r\n", "Ann E.")]
    [InlineData("TITLE:a=\r\nFN:Ann", "Ann")]
    public void Encoded_values_of_version_2_1_are_decoded(string line, string name) =>
        Assert.Equal([name], Names($"BEGIN:VCARD\r\nVERSION:2.1\r\n{line}\r\nEND:VCARD"));

    [Theory]
    [InlineData("iso-8859-7", "CHARSET=ISO-8859-7", "Άννα")]
    [InlineData("utf-8", "CHARSET=UTF-8", "Άννα")]
    [InlineData("utf-8", "X-A=b", "Άννα")]
    [InlineData("windows-1252", "X-A=b", "Zoë")]
    public void Bytes_are_what_the_line_claims_or_else_what_they_look_like(string encoding, string parameter, string name)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var card = charset.GetBytes($"BEGIN:VCARD\nVERSION:2.1\nFN;{parameter}:{name}\nEND:VCARD");
        Assert.Equal(name, Assert.Single(VCardReader.Read(card).Cards).Name);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void Files_may_be_in_unicode_of_every_kind(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] file =
        [
            .. hasMark ? encoding.Preamble : [],
            .. encoding.GetBytes("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8:Zoë\nEND:VCARD"),
        ];
        Assert.Equal("Zoë", Assert.Single(VCardReader.Read(file).Cards).Name);
    }

    [Fact]
    public void In_text_a_charset_counts_only_for_what_is_encoded() =>
        Assert.Equal(
            ["Zoë", "Zoë"],
            Names(
                "\uFEFFBEGIN:VCARD\nFN;CHARSET=ISO-8859-2:Zoë\nEND:VCARD\nBEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB\nEND:VCARD"
            )
        );

    [Fact]
    public void Text_around_cards_is_passed_over() =>
        Assert.Equal(
            ["Ann"],
            Names("Our contact: see below\nFN:Nobody\n\nbegin:vcard\nfn:Ann\nend:vcard \nFN:Nobody\nRegards\n")
        );

    [Fact]
    public void A_card_without_an_end_ends_where_the_next_begins_or_with_the_file() =>
        Assert.Equal(["Ann", "Bob"], Names("BEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nFN:Bob"));

    [Fact]
    public void The_card_of_an_agent_is_left_out()
    {
        const string Agent = "AGENT:\nBEGIN:VCARD\nFN:Eve\nAGENT:\nBEGIN:VCARD\nFN:Mallory\nEND:VCARD\nTEL:666\nEND:VCARD\n";
        var cards = VCardReader
            .Read($"BEGIN:VCARD\nVERSION:2.1\nFN:Ann\n{Agent}TEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nEND:VCARD")
            .Cards;
        Assert.Equal(["Ann", "Bob"], cards.Select(c => c.Name));
        Assert.Equal(["1"], cards[0].Phones);
    }

    [Fact]
    public void A_soft_break_never_swallows_the_end_of_a_card() =>
        Assert.Equal(
            ["Ann", "Bob"],
            Names("BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:Ann=\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nEND:VCARD")
        );

    [Theory]
    [InlineData("", "There is nothing in it: save the contact as vCard (.vcf) again.")]
    [InlineData(" \r\n\0", "There is nothing in it: save the contact as vCard (.vcf) again.")]
    [InlineData("FN:Ann", "No line says BEGIN:VCARD, with which a card begins: save the contact as vCard (.vcf) again.")]
    [InlineData("PK\u0003\u0004", "No line says BEGIN:VCARD, with which a card begins: save the contact as vCard (.vcf) again.")]
    public void What_is_no_card_is_refused_with_the_remedy(string file, string reason)
    {
        Assert.Equal(reason, VCardReader.Read(file).UnreadableReason);
        Assert.Equal(reason, VCardReader.Read(Encoding.UTF8.GetBytes(file)).UnreadableReason);
    }

    [Fact]
    public void Cards_lines_and_properties_are_bounded()
    {
        Assert.Equal(20_000, VCardReader.Read(Times("BEGIN:VCARD\n", 20_000)).Cards.Count);
        Refused("Line 20001: the file has more than 20000 cards; save the contacts in parts.", Times("BEGIN:VCARD\n", 20_001));
        Refused("Line 300001: the file has more than 300000 lines; save the contacts in parts.", Times("A:\n", 300_001));
        Refused(
            "Line 1002: a card says more than 1000 things; save the contacts in parts.",
            $"BEGIN:VCARD\n{Times("TEL:1\n", 1_001)}END:VCARD"
        );
        Refused(
            "It is 12582913 long, and at most 12582912 are read: save the contacts in parts, or without their photographs.",
            new string('x', 12 * 1024 * 1024 + 1)
        );
    }

    [Fact]
    public void A_long_line_is_cut_and_its_photograph_does_not_matter()
    {
        var card = Assert.Single(
            VCardReader
                .Read($"BEGIN:VCARD\nPHOTO:{Times("AAAA\n ", 50_000)}\nFN:{Times("x", 70_000)}\nTITLE:{Times("y\n ", 70_000)}")
                .Cards
        );
        Assert.Equal((64 * 1024 - 3, 64 * 1024 - 6), (card.Name?.Length, card.Title?.Length));
    }

    [Fact]
    public void Of_a_value_in_many_pieces_the_first_hundred_are_read() =>
        Assert.Equal(100, VCardReader.Read($"BEGIN:VCARD\nORG:{Times("a;", 1_000)}").Cards[0].Organisation?.Split(", ").Length);

    private static IEnumerable<string?> Names(string file) => VCardReader.Read(file).Cards.Select(c => c.Name);

    private static string Times(string piece, int count) =>
        new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();

    private static void Refused(string reason, string file)
    {
        var read = VCardReader.Read(file);
        Assert.Equal(reason, read.UnreadableReason);
        Assert.Empty(read.Cards);
    }
}
