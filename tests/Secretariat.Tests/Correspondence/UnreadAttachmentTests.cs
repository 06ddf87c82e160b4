using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Tests.Formats.Mime;

namespace Secretariat.Tests.Correspondence;

/// <summary>Whether a person is told of what nobody has read.</summary>
public class UnreadAttachmentTests
{
    [Theory]
    [InlineData("application/pkcs7-mime", "nomina.pdf.p7m")]
    [InlineData("image/jpeg", "note-verbale.jpg")]
    [InlineData("application/zip", "letter.zip")]
    [InlineData("application/vnd.ms-word.document.macroEnabled.12", "letter.docm")]
    [InlineData("application/vnd.ms-excel", "list.xls")]
    [InlineData("text/csv", "list.csv")]
    [InlineData("text/html", "letter.html")]
    [InlineData("message/rfc822", "letter.eml")]
    public void A_file_of_a_kind_that_is_not_read_is_named(string type, string name)
    {
        var mail = With($"Content-Type: {type}\nContent-Disposition: attachment; filename=\"{name}\"\n\nQUJD");

        var unread = Assert.Single(AttachedTexts.Of(mail).Unread);
        Assert.Equal((name, "Documents of this kind are not read."), (unread.Name, unread.Why.English));
        Assert.False(mail.IsEncrypted);
    }

    [Theory]
    [InlineData("Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment")]
    [InlineData("Content-Type: application/pgp-keys; name=OpenPGP_0x1.asc\nContent-Disposition: attachment")]
    [InlineData("Content-Type: text/calendar; name=invite.ics")]
    [InlineData("Content-Type: image/png; name=logo.png\nContent-Disposition: inline")]
    [InlineData("Content-Type: image/png; name=banner.png\nContent-ID: <banner%1@x>\nContent-Disposition: attachment")]
    [InlineData("Content-Type: image/png\nContent-Location: pictures/arms.png\nContent-Disposition: attachment")]
    public void What_programs_add_is_not_named(string header) => Assert.Empty(AttachedTexts.Of(With($"{header}\n\nQUJD")).Unread);

    [Fact]
    public void A_scan_within_the_text_is_named_where_the_layout_does_not_show_it()
    {
        var scan = new string('x', 30_000);
        var mail = With($"Content-Type: image/jpeg; name=scan.jpg\nContent-ID: <scan>\nContent-Disposition: inline\n\n{scan}");

        Assert.Equal("scan.jpg", Assert.Single(AttachedTexts.Of(mail).Unread).Name);
    }

    [Fact]
    public void Files_that_are_not_read_take_no_place_from_those_that_are()
    {
        var scans = Enumerable
            .Range(0, 12)
            .Select(i => $"Content-Type: image/jpeg; name={i}.jpg\nContent-Disposition: attachment\n\nx");
        var read = AttachedTexts.Of(With([.. scans, "Content-Type: text/plain; name=letter.txt\n\nWe nominate"]));

        Assert.Equal((12, "letter.txt"), (read.Unread.Count, Assert.Single(read.Texts).Name));
    }

    [Theory]
    [InlineData(
        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        "The whole letter stands within its electronic signature"
    )]
    [InlineData("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "The message is encrypted")]
    [InlineData("application/pdf; name=letter.pdf", "The message has no text.")]
    public void Where_nothing_can_be_read_the_page_says_why(string type, string why)
    {
        var mail = Mails.Read(
            $"From: a@b.example\nContent-Type: {type}\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHAqCA"
        );

        Assert.Null(mail.TextBody);
        Assert.StartsWith(why, new MessageView(Nothing, mail).WhyNoText.English, StringComparison.Ordinal);
        Assert.Equal(type.StartsWith("application/pdf", StringComparison.Ordinal) ? 1 : 0, AttachedTexts.Of(mail).Unread.Count);
    }

    private static readonly Message Nothing = new()
    {
        Channel = Channel.Mail,
        ReceivedAt = default,
        RawSha256 = null,
        Size = 0,
    };

    private static MimeMessage With(params string[] parts) =>
        Mails.Read(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + "See attached. <img src='cid:banner%251@x'> <img src=\"pictures/arms.png\">\n"
                + string.Concat(parts.Select(part => $"--b\n{part}\n"))
                + "--b--\n"
        );
}
