using System.Security.Cryptography;
using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class BodyTests
{
    [Theory]
    [InlineData("7bit", "us-ascii", "plain", "plain")]
    [InlineData("quoted-printable", "utf-8", "caf=C3=A9 =\nau lait=20  \nfin=", "café au lait \nfin")]
    [InlineData("quoted-printable", "iso-8859-15", "=A4 =zz", "€ =zz")]
    [InlineData("base64", "utf-8", "w4!TD\nlg=", "ÄÖ")]
    [InlineData("8bit", "windows-1252", "\u0080", "€")]
    [InlineData("8bit", "iso-8859-1", "\u0093a\u0094", "“a”")]
    [InlineData("8bit", "x-unheard-of", "Ã¤", "ä")]
    [InlineData("8bit", "us-ascii", "ä", "ä")]
    public void Text_is_decoded_from_its_encoding_and_charset(string encoding, string charset, string raw, string expected)
    {
        var mail = Mails.Read($"Content-Type: text/plain; charset=\"{charset}\"\nContent-Transfer-Encoding: {encoding}\n\n{raw}");
        Assert.Equal(expected, mail.TextBody);
    }

    [Theory]
    [InlineData("charset=iso-8859-2 (Central European)", "Łódź")]
    [InlineData("charset=\"iso-8859-2\" (Central European); x=y", "Łódź")]
    [InlineData("x=(a); charset=iso-8859-2", "Łódź")]
    public void A_comment_behind_a_parameter_is_none_of_it(string parameters, string expected) =>
        Assert.Equal(expected, Mails.Read($"Content-Type: text/plain; {parameters}\n\n\u00A3\u00F3d\u00BC").TextBody);

    [Fact]
    public void A_boundary_may_have_a_comment_and_may_be_that_of_the_multipart_around()
    {
        const string Inner = "Content-Type: multipart/mixed; boundary=abc (x)\n\n--abc\n\none\n--abc--\n";
        var mail = Mails.Read(
            $"Content-Type: multipart/mixed; boundary=abc (x)\n\n--abc\n{Inner}--abc\n\ntwo\n--abc--\nepilogue"
        );
        Assert.Equal("one\n\ntwo", mail.TextBody);
        Assert.Empty(mail.Problems);
    }

    [Theory]
    [InlineData("windows-1250", "\u008Aidlo", "Šidlo")]
    [InlineData("utf-16", "Ã„", "Ä")]
    public void Html_is_in_the_charset_that_it_names_unless_that_cannot_be(string charset, string raw, string expected) =>
        Assert.Equal(
            expected,
            Mails.Read($"Content-Type: text/html\n\n<meta charset=\"{charset}\"><p>{raw.Replace('„', '\u0084')}</p>").TextBody
        );

    [Fact]
    public void An_alternative_gives_its_text_and_its_html_and_no_attachment()
    {
        var mail = Mails.Read(
            "Content-Type: multipart/alternative; boundary=b\n\npreamble\n--b\n\nplain\n--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\nepilogue\n"
        );
        Assert.Equal("plain", mail.TextBody);
        Assert.Equal("<p>html</p>", mail.HtmlBody);
        Assert.Empty(mail.Attachments);
        Assert.Empty(mail.Problems);
    }

    private const string Letter =
        "We nominate Ms Maria Silva, Head of Unit, maria.silva@mfa.example, as principal contact point for prevention.";
    private const string Quoted =
        "<p>On Mon, 4 Mar 2024 at 10:00, Desk &lt;desk@a.example&gt; wrote:</p><blockquote type=cite><p>"
        + Letter
        + "</p></blockquote>";

    [Theory]
    [InlineData("This message is in HTML. Please use an HTML viewer.", $"<p>{Letter}</p>", Letter)]
    [InlineData("We nominate Ms", $"<p>{Letter}</p>", Letter)]
    [InlineData(" ", "<p>Yes</p>", "Yes")]
    public void A_plain_text_that_only_stands_in_for_the_html_is_not_taken_for_the_letter(string plain, string html, string text)
    {
        var mail = Alternative(plain, html);
        Assert.Equal((text, true), (mail.TextBody, mail.IsTextFromHtml));
        Assert.Equal(plain, mail.TextPart);
    }

    [Theory]
    [InlineData("We agree.", "<p>We agree.</p>" + Quoted)]
    [InlineData("We agree.", "<p>We <b>agree</b> and send our regards.</p>")]
    public void A_plain_text_that_says_the_same_is_the_letter(string plain, string html)
    {
        var mail = Alternative(plain, html);
        Assert.Equal((plain, false), (mail.TextBody, mail.IsTextFromHtml));
    }

    [Fact]
    public void A_plain_text_with_words_of_its_own_is_the_letter()
    {
        var plain = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"own{i}"));
        Assert.Equal(plain, Alternative(plain, string.Concat(Enumerable.Repeat($"<p>{Letter}</p>", 20))).TextBody);
    }

    private static MimeMessage Alternative(string plain, string html) =>
        Mails.Read(
            $"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n{plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n"
        );

    [Fact]
    public void Html_alone_is_turned_into_text()
    {
        var mail = Mails.Read("Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>We <b>agree</b>.</p><p>Yes</p>");
        Assert.Equal("We agree.\n\nYes", mail.TextBody);
        Assert.Null(mail.TextPart);
    }

    [Fact]
    public void An_attachment_keeps_its_bytes_and_its_name()
    {
        var content = Enumerable.Range(0, 300).Select(i => (byte)i).ToArray();
        var mail = Mails.Read(
            "Content-Type: multipart/mixed; boundary=\"=_x\"\n\n--=_x\n\nsee file\n--=_x  \nContent-Type: application/pdf\n"
                + "Content-Transfer-Encoding: base64\nContent-Disposition: attachment;\n filename*1*=%20a.pdf; filename*0*=utf-8''na%C3%AFve\n\n"
                + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)
                + "\n--=_x--"
        );
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("naïve a.pdf", "application/pdf", 300), (file.Name, file.ContentType, file.Size));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), file.Sha256);
        Assert.False(file.IsInline);
        Assert.Equal("see file", mail.TextBody);
    }

    [Theory]
    [InlineData("filename=\"=?utf-8?B?w4QucGRm?=\"", "Ä.pdf")]
    [InlineData("filename=two words.pdf", "two words.pdf")]
    [InlineData("filename=two words (2).pdf", "two words (2).pdf")]
    [InlineData("filename*=iso-8859-1'de'%C4.pdf; filename=A.pdf", "Ä.pdf")]
    [InlineData("filename=\"C:\\TEMP\\a.pdf\"", "C:\\TEMP\\a.pdf")]
    [InlineData("filename=\"a\\\"b;c.pdf\"", "a\"b;c.pdf")]
    [InlineData("filename=\"=?utf-8?B?YeKArmZkcC5leGU=?=\"", "afdp.exe")]
    public void File_names_are_read_in_every_form(string parameter, string expected)
    {
        var mail = Mails.Read($"Content-Type: application/octet-stream\nContent-Disposition: attachment; {parameter}\n\nx");
        Assert.Equal(expected, Assert.Single(mail.Attachments).Name);
    }

    [Fact]
    public void An_embedded_message_is_one_attachment_and_can_be_read_as_well()
    {
        const string inner = "Subject: inner\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\ninner text\n--i--";
        var mail = Mails.Read(
            $"Content-Type: multipart/mixed; boundary=o\n\n--o\n\nouter text\n--o\nContent-Type: message/rfc822\n\n{inner}\n--o--\n"
        );
        Assert.Equal("outer text", mail.TextBody);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal("inner.eml", file.Name);
        Assert.Equal(Mails.Bytes(inner), file.Content.ToArray());
        Assert.Equal("inner", file.Part.Children[0].Headers.Value("Subject"));
        Assert.Equal("inner text", file.Part.Children[0].Children[0].ReadText());
    }

    [Fact]
    public void A_missing_closing_boundary_loses_nothing()
    {
        var mail = Mails.Read(
            "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\none\n--o\nContent-Type: text/plain\n\ntwo\n"
        );
        Assert.Equal("one\n\ntwo\n", mail.TextBody);
        Assert.Contains("A multipart lacks its closing boundary.", mail.Problems.Select(p => $"{p}"));
    }

    [Fact]
    public void A_multipart_without_a_boundary_is_still_readable()
    {
        Assert.Equal("one", Mails.Read("Content-Type: multipart/mixed\n\n--bound\n\none\n--bound--\n").TextBody);
        Assert.Equal("just text\n", Mails.Read("Content-Type: multipart/mixed\n\njust text\n").TextBody);
    }

    [Fact]
    public void Pictures_within_the_html_are_inline()
    {
        var mail = Mails.Read(
            "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n<img src=\"cid:logo@x\">Hi\n--r\nContent-Type: image/png\nContent-ID: <logo@x>\n\nPNG\n--r--\n"
        );
        var picture = Assert.Single(mail.Attachments);
        Assert.True(picture.IsInline);
        Assert.Equal("logo@x", picture.ContentId);
        Assert.Equal("Hi", mail.TextBody);
    }

    [Fact]
    public void Flowed_lines_are_joined_except_the_signature_mark()
    {
        var mail = Mails.Read(
            "Content-Type: text/plain; format=flowed\n\nWe nominate \nMs Example.\n> quoted \n> line\n From here\n-- \nAnn\n"
        );
        Assert.Equal("We nominate Ms Example.\n> quoted line\nFrom here\n-- \nAnn\n", mail.TextBody);
    }

    [Theory]
    [InlineData("multipart/encrypted; boundary=b", true, false)]
    [InlineData("multipart/signed; boundary=b", false, true)]
    [InlineData("application/pkcs7-mime; smime-type=enveloped-data", true, false)]
    [InlineData("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", false, true)]
    [InlineData("text/plain", false, false)]
    public void Enciphered_and_signed_mail_is_recognised(string type, bool isEncrypted, bool isSigned)
    {
        var mail = Mails.Read($"Content-Type: {type}\n\n--b\n\nx\n--b--\n");
        Assert.Equal((isEncrypted, isSigned), (mail.IsEncrypted, mail.IsSigned));
    }

    [Fact]
    public void A_uuencoded_file_is_decoded()
    {
        var mail = Mails.Read(
            "Content-Type: application/octet-stream; name=a.txt\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n#0V%T\n`\nend\n"
        );
        Assert.Equal("Cat", Encoding.ASCII.GetString(Assert.Single(mail.Attachments).Content.Span));
    }
}
