using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>What may stand as the sender of a mail, and comes back from it as it was given.</summary>
public class SenderTests
{
    private static readonly string[] Senders =
    [
        "registry@interior-lv.example",
        "a.b+c_d@ministry.gov.example",
        "o'neill@b.example",
        "a@münchen.example",
        "a@министерство.example",
    ];

    private static readonly string[] Pieces =
    [
        "a",
        "b.",
        ".",
        "..",
        "@",
        "\"",
        "(",
        ")",
        "<",
        ">",
        ",",
        ";",
        ":",
        "\\",
        " ",
        "\r\n",
        "\n",
        "\0",
        "_",
        "-",
        "[",
        "]",
        "=?utf-8?Q?a?=",
        "Ã¤",
        "xn--",
    ];

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a.b+c@b.example", true)]
    [InlineData("a@münchen.example", true)]
    [InlineData("ä@b.example", false)]
    [InlineData("\"a b\"@c.example", false)]
    [InlineData("a..b@c.example", false)]
    [InlineData("a@b", false)]
    [InlineData("a@b.example\n", false)]
    [InlineData("a@b\".example", false)]
    [InlineData("a@b(c).example", false)]
    [InlineData("a@ä_b.example", false)]
    [InlineData("a@b@c.example", false)]
    [InlineData("a=?utf-8?Q?b?=@c.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_sender_is_one_plain_address_of_a_domain(string? address, bool can) =>
        Assert.Equal(can, MailAddress.CanSend(address));

    [Fact]
    public void A_sender_has_at_most_254_characters_as_it_is_written()
    {
        static string Long(int length) => new string('a', length - "@b.example".Length) + "@b.example";
        Assert.True(MailAddress.CanSend(Long(254)));
        Assert.False(MailAddress.CanSend(Long(255)));
        Assert.False(MailAddress.CanSend("a@" + string.Join('.', Enumerable.Repeat("ü", 100)) + ".example"));
    }

    [Fact]
    public async Task Whatever_can_send_is_written_and_read_back_the_same()
    {
        var could = 0;
        await new Fuzz("sender", [.. Senders.Select(Encoding.UTF8.GetBytes)], Pieces).RunAsync(bytes =>
        {
            var address = Encoding.UTF8.GetString(bytes);
            if (!MailAddress.CanSend(address))
                return;
            could++;
            var (from, to) = (new MailAddress("A", address), new MailAddress("B", "c@d.example"));
            var mail = MimeWriter.Write(new OutgoingMail(from, to, "S", "T", "m@b.example", DateTimeOffset.UnixEpoch));
            var read = Assert.Single(MimeReader.Read(mail).From);
            Assert.True(MailAddress.CanSend(read.Address));
            Assert.Equal(address.Split('@')[0], read.Address.Split('@')[0]);
            if (Ascii.IsValid(address))
                Assert.Equal(address, read.Address);
        });
        Assert.True(could > 0);
    }
}
