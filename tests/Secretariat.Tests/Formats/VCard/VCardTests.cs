using System.Text;
using Secretariat.Formats.VCard;

namespace Secretariat.Tests.Formats.VCard;

public class VCardTests
{
    [Theory]
    [InlineData("2.1")]
    [InlineData("3.0")]
    [InlineData("4.0")]
    public void A_card_of_every_version_says_who_where_and_how(string version)
    {
        var card = Read(
            $"""
            VERSION:{version}
            N:Example;Ann;;;
            FN:Ann Example
            ORG:Ministry of Examples;Border Unit
            TITLE:Head of Unit
            ROLE:Contact point
            EMAIL:ann@example.org
            TEL:+32 2 000 00 00
            URL:https://example.org/ann
            """
        );

        Assert.Equal(("Ann Example", "Ann", "Example"), (card.Name, card.Given, card.Family));
        Assert.Equal("Ministry of Examples, Border Unit", card.Organisation);
        Assert.Equal(("Head of Unit", "Contact point"), (card.Title, card.Role));
        Assert.Equal(["ann@example.org"], card.Emails);
        Assert.Equal(["+32 2 000 00 00"], card.Phones);
        Assert.Equal("https://example.org/ann", card.Url);
    }

    [Fact]
    public void What_a_card_does_not_say_is_null_or_empty()
    {
        var card = Read("VERSION:4.0\nFN: \nN:;;;;\nORG:;\nTITLE:\nTEL;TYPE=home:\nEMAIL:\nNOTE:x");

        Assert.Equal((null, null, null), (card.Name, card.Given, card.Family));
        Assert.Equal((null, null, null, null), (card.Organisation, card.Title, card.Role, card.Url));
        Assert.Empty(card.Phones.Concat(card.Emails));
    }

    [Theory]
    [InlineData("N:Example;Ann;Maria;Dr.;MSc", "Dr. Ann Maria Example MSc")]
    [InlineData("FN:\nN:Example;Ann", "Ann Example")]
    [InlineData("N:Example;Ann,Lou;Maria,Eva;;", "Ann Lou Maria Eva Example")]
    [InlineData("N:Example;;;;", "Example")]
    [InlineData("N:Example;Ann;;;\nFN:Ms Ann E.", "Ms Ann E.")]
    [InlineData("FN:Ministry of Examples", "Ministry of Examples")]
    public void A_name_is_the_one_shown_or_else_put_together(string lines, string name) =>
        Assert.Equal(name, Read($"VERSION:3.0\n{lines}").Name);

    [Fact]
    public void A_shown_name_is_not_taken_apart()
    {
        var card = Read("VERSION:4.0\nFN:Ann Example");
        Assert.Equal((null, null), (card.Given, card.Family));
    }

    [Theory]
    [InlineData("3.0", @"Ann\, Lou \\ Co\; one\ntwo\Nthree \x", @"Ann, Lou \ Co; one two three \x")]
    [InlineData("4.0", @"Ann\, Lou\\nothing", @"Ann, Lou\nothing")]
    [InlineData("2.1", @"C:\new\; Ann\, Lou", @"C:\new; Ann\, Lou")]
    public void Escapes_are_those_of_the_version(string version, string written, string meant) =>
        Assert.Equal(meant, Read($"VERSION:{version}\nTITLE:{written}").Title);

    [Theory]
    [InlineData("3.0", @"N:O\;Example;Ann\, Lou;;;", "O;Example", "Ann, Lou")]
    [InlineData("2.1", @"N:O\;Example;Ann, Lou;;;", "O;Example", "Ann, Lou")]
    [InlineData("4.0", "N;SORT-AS=\"Example,Ann:;\":van Example;Ann;;;", "van Example", "Ann")]
    public void A_name_is_taken_apart_at_bare_semicolons_only(string version, string line, string family, string given)
    {
        var card = Read($"VERSION:{version}\n{line}");
        Assert.Equal((family, given), (card.Family, card.Given));
    }

    [Fact]
    public void Groups_and_parameters_stand_before_the_value()
    {
        var card = Read(
            "VERSION:4.0\nitem1.TEL;TYPE=\"voice,home\";X-A=\"a:b;c\":+1\nitem1.X-ABLabel:desk\nwork.email ; type=work :a@b.example\nTITLE;X-A=\"never closed:Head"
        );
        Assert.Equal(["+1"], card.Phones);
        Assert.Equal(["a@b.example"], card.Emails);
        Assert.Equal("Head", card.Title);
    }

    [Theory]
    [InlineData(
        "4.0",
        "EMAIL:a@x.example\nEMAIL;PREF=2:b@x.example\nEMAIL;PREF=1:c@x.example",
        "c@x.example b@x.example a@x.example"
    )]
    [InlineData("3.0", "EMAIL;TYPE=work:a@x.example\nEMAIL;TYPE=internet,pref:b@x.example", "b@x.example a@x.example")]
    [InlineData("2.1", "EMAIL;WORK:a@x.example\nEMAIL;PREF;INTERNET:b@x.example", "b@x.example a@x.example")]
    [InlineData("4.0", "EMAIL:a@x.example\nEMAIL:A@X.example\nEMAIL:b@x.example", "a@x.example b@x.example")]
    public void Preferred_addresses_come_first_and_each_once(string version, string lines, string emails) =>
        Assert.Equal(emails, string.Join(' ', Read($"VERSION:{version}\n{lines}").Emails));

    [Fact]
    public void Of_several_values_the_preferred_one_is_kept_else_the_first()
    {
        var card = Read("VERSION:4.0\nTITLE:One\nTITLE;PREF=1:Two\nROLE:\nROLE:Three\nROLE:Four\nFN;PREF=9:Ann E.\nFN:Ann");
        Assert.Equal(("Two", "Three", "Ann E."), (card.Title, card.Role, card.Name));
    }

    [Fact]
    public void One_value_in_several_languages_is_one_value()
    {
        var card = Read(
            "VERSION:4.0\nFN:Ann\nTITLE;ALTID=1;LANGUAGE=fr:Patronne\nTITLE;ALTID=1;LANGUAGE=en:Boss\nTEL;ALTID=1:+1 2\nTEL;ALTID=1:tel:+12\nTEL;ALTID=2:+3"
        );
        Assert.Equal("Patronne", card.Title);
        Assert.Equal(["+1 2", "+3"], card.Phones);
    }

    [Theory]
    [InlineData("TEL;VALUE=uri;TYPE=cell:tel:+32-470-00-00-00", "+32-470-00-00-00")]
    [InlineData("TEL;VALUE=uri:TEL:+32-2-000;ext=12", "+32-2-000;ext=12")]
    [InlineData("TEL;TYPE=fax:02 000", "02 000")]
    [InlineData("TEL;VALUE=uri:sip:ann@example.org", "sip:ann@example.org")]
    public void Numbers_are_given_without_the_scheme(string line, string number) =>
        Assert.Equal([number], Read($"VERSION:4.0\n{line}").Phones);

    [Theory]
    [InlineData("EMAIL:mailto:ann@example.org", "ann@example.org")]
    [InlineData("EMAIL:MAILTO:ann%2Bx@example.org?subject=a", "ann+x@example.org")]
    [InlineData("EMAIL;TYPE=x400: ann ", "ann")]
    public void Addresses_are_given_without_the_scheme(string line, string address) =>
        Assert.Equal([address], Read($"VERSION:4.0\n{line}").Emails);

    [Fact]
    public void No_value_smuggles_in_a_line()
    {
        var card = Read("VERSION:4.0\nFN:Ann\\nBcc: x\nEMAIL:mailto:a%0D%0Ab@x.example\nORG:A\u0007B");
        Assert.Equal("Ann Bcc: x", card.Name);
        Assert.Equal(["a  b@x.example"], card.Emails);
        Assert.Equal("A B", card.Organisation);
    }

    /// <summary>The lines as a card, its bytes in UTF-8.</summary>
    private static Card Read(string lines) =>
        Assert.Single(
            VCardReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCARD\r\n{lines.ReplaceLineEndings("\r\n")}\r\nEND:VCARD\r\n")).Cards
        );
}
