using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;

namespace Secretariat.Tests.Correspondence;

/// <summary>Senders who look like somebody else.</summary>
public class SenderSignsTests
{
    private static readonly string[] Registered = ["interior-lv.example", "moi.gov.example", "police.example"];

    [Theory]
    [InlineData("interior-lv.example", null)]
    [InlineData("mail.interior-lv.example", null)]
    [InlineData("interior-lt.example", "interior-lv.example")]
    [InlineData("interiorlv.example", "interior-lv.example")]
    [InlineData("interior.lv.example", "interior-lv.example")]
    [InlineData("interlor-lv.example", "interior-lv.example")]
    [InlineData("intеrior-lv.example", "interior-lv.example")]
    [InlineData("interior-lv.example.net", "interior-lv.example")]
    [InlineData("intreior-lv.example", "interior-lv.example")]
    [InlineData("mоi.gov.example", "moi.gov.example")]
    [InlineData("xn--mi-fmc.gov.example", "moi.gov.example")]
    [InlineData("po1ice.example", "police.example")]
    [InlineData("mia.gov.example", null)]
    [InlineData("moi.gof.example", null)]
    [InlineData("polise.gov.example", null)]
    [InlineData("justice.example", null)]
    [InlineData("ministry-of-justice.example", null)]
    [InlineData("", null)]
    public void A_domain_that_could_be_taken_for_a_registered_one_is_named(string domain, string? alike) =>
        Assert.Equal(alike, SenderSigns.LikenessOf(domain, Registered));

    [Fact]
    public void Another_address_for_answers_and_an_address_in_the_name_are_named()
    {
        var signs = Signs("From: \"minister@police.example\" <ada@elsewhere.example>\nReply-To: <collect@third.example>");

        Assert.Equal(
            [
                "The sender’s name shows the address minister@police.example, but the message comes from ada@elsewhere.example.",
                "Answers are to go to collect@third.example, in another domain than the sender’s.",
            ],
            signs
        );
    }

    [Theory]
    [InlineData("From: Ada Bylen <ada@police.example>\nReply-To: <office@police.example>")]
    [InlineData("From: \"ada@police.example\" <ada@police.example>")]
    [InlineData("Subject: no sender")]
    public void Nothing_is_said_of_an_ordinary_sender(string header) => Assert.Empty(Signs(header));

    private static IEnumerable<string> Signs(string header) =>
        SenderSigns
            .Of(MimeReader.Read(Encoding.UTF8.GetBytes($"{header}\nTo: office@secretariat.example\n\nText\n")), Registered)
            .Select(s => s.ToString());
}
