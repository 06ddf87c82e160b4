using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class AddressTests
{
    [Theory]
    [InlineData("a@b.example", null, "a@b.example")]
    [InlineData("Ann Example <a@b.example>", "Ann Example", "a@b.example")]
    [InlineData("\"Example, Ann\" <a@b.example>", "Example, Ann", "a@b.example")]
    [InlineData("\"Ann \\\"A.\\\" Example\" <a@b.example>", "Ann \"A.\" Example", "a@b.example")]
    [InlineData("a@b.example (Ann (the first) Example)", "Ann (the first) Example", "a@b.example")]
    [InlineData("=?utf-8?Q?Andr=C3=A9=2C_A=2E?= <a@b.example>", "André, A.", "a@b.example")]
    [InlineData("=?utf-8?Q?André, A?= <a@b.example>", "André, A", "a@b.example")]
    [InlineData("\"=?utf-8?B?w4Q=?=\" <a@b.example>", "Ä", "a@b.example")]
    [InlineData("\"a b\"@c.example", null, "\"a b\"@c.example")]
    [InlineData("Ann <\"a@b\"@c.example>", "Ann", "\"a@b\"@c.example")]
    [InlineData("Ann <@relay.example:a@b.example>", "Ann", "a@b.example")]
    [InlineData("a . b @ c . example", null, "a.b@c.example")]
    [InlineData("Example, Ann <a@b.example>", "Example, Ann", "a@b.example")]
    [InlineData("Ann a@b.example", "Ann", "a@b.example")]
    [InlineData("Ann <a@b.example", "Ann", "a@b.example")]
    [InlineData("\"\" a@b.example", null, "a@b.example")]
    [InlineData("postmaster", null, "postmaster")]
    [InlineData("Ministry of Interior", "Ministry of Interior", "")]
    public void A_mailbox_is_read_as_people_write_it(string raw, string? name, string address)
    {
        var read = Assert.Single(MailAddress.ReadList(raw));
        Assert.Equal(new MailAddress(name, address), read);
    }

    [Fact]
    public void Groups_give_their_members_and_empty_ones_nobody()
    {
        Assert.Empty(MailAddress.ReadList("undisclosed-recipients:;"));
        Assert.Equal(
            ["a@b.example", "c@d.example", "e@f.example"],
            MailAddress.ReadList("Members: A <a@b.example>, c@d.example;, e@f.example").Select(a => a.Address)
        );
    }

    [Fact]
    public void All_fields_of_one_name_count()
    {
        var mail = Mails.Read("From: a@b.example\nTo: c@d.example\nTo: e@f.example\nCc: g@h.example\nReply-To: i@j.example\n\n");
        Assert.Equal(["c@d.example", "e@f.example"], mail.To.Select(a => a.Address));
        Assert.Equal("g@h.example", Assert.Single(mail.Cc).Address);
        Assert.Equal("i@j.example", Assert.Single(mail.ReplyTo).Address);
    }
}
