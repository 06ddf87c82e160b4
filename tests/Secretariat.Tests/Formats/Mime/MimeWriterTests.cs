using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class MimeWriterTests
{
    private static readonly OutgoingMail Plain = new(
        new MailAddress("Secretariat", "office@example.net"),
        new MailAddress("Ann Example", "ann@example.org"),
        "[GA-2024-0031] Follow-up",
        "Dear Minister,\n\nplease reply.\n",
        "letter-1.token@example.net",
        new DateTimeOffset(2024, 3, 5, 11, 11, 12, TimeSpan.FromHours(1))
    );

    [Fact]
    public void A_plain_mail_reads_as_it_would_be_typed()
    {
        var mail = Plain with
        {
            InReplyTo = "a@b.example",
            References = ["a@b.example"],
            ExtraHeaders = new Dictionary<string, string> { ["Auto-Submitted"] = "no" },
        };
        const string expected =
            "Date: Tue, 05 Mar 2024 11:11:12 +0100\nFrom: Secretariat <office@example.net>\nTo: Ann Example <ann@example.org>\n"
            + "Subject: [GA-2024-0031] Follow-up\nMessage-ID: <letter-1.token@example.net>\nIn-Reply-To: <a@b.example>\nReferences: <a@b.example>\n"
            + "Auto-Submitted: no\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\nDear Minister,\n\nplease reply.\n";
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), Encoding.ASCII.GetString(MimeWriter.Write(mail)));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: x@y.example")]
    [InlineData("Hello\nBcc: x@y.example")]
    [InlineData("Hello\0")]
    public void A_header_value_with_a_line_break_is_refused(string value)
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { Subject = value }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { To = new MailAddress(value, "a@b.example") }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { To = new MailAddress(null, value + "@b.example") }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { MessageId = value + "@b.example" }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { InReplyTo = value + "@b.example" }));
        Assert.Throws<ArgumentException>(() =>
            MimeWriter.Write(Plain with { ExtraHeaders = new Dictionary<string, string> { ["X-A"] = value } })
        );
        Assert.Throws<ArgumentException>(() =>
            MimeWriter.Write(Plain with { ExtraHeaders = new Dictionary<string, string> { [value] = "a" } })
        );
        Assert.Throws<ArgumentException>(() =>
            MimeWriter.Write(Plain with { Attachments = [new OutgoingAttachment(value, "text/plain", default)] })
        );
        Assert.Throws<ArgumentException>(() =>
            MimeWriter.Write(Plain with { Attachments = [new OutgoingAttachment("a", value, default)] })
        );
    }

    [Theory]
    [InlineData("no-at-sign")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@")]
    [InlineData("a@b＜c.example")]
    public void What_is_no_single_address_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { To = new MailAddress(null, address) }));

    [Fact]
    public void A_field_of_the_mail_itself_cannot_be_added_again() =>
        Assert.Throws<ArgumentException>(() =>
            MimeWriter.Write(Plain with { ExtraHeaders = new Dictionary<string, string> { ["to"] = "x@y.example" } })
        );

    [Fact]
    public void A_domain_beyond_ascii_goes_out_in_its_ascii_form()
    {
        var read = MimeReader.Read(MimeWriter.Write(Plain with { To = new MailAddress(null, "a@bücher.example") }));
        Assert.Equal("a@xn--bcher-kva.example", Assert.Single(read.To).Address);
    }

    [Fact]
    public void A_recipient_beyond_ascii_stands_in_the_header_in_utf8_and_a_sender_does_not()
    {
        var to = new MailAddress("Іван", "іван@пошта.укр");
        var bytes = MimeWriter.Write(Plain with { To = to });
        Assert.Contains("<іван@пошта.укр>\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(to, Assert.Single(MimeReader.Read(bytes).To));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { From = to }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { ReplyTo = to }));
    }

    [Theory]
    [InlineData("20240305.1234.abc")]
    [InlineData("a@b@c")]
    [InlineData("\"a\"@[IPv6:::1]")]
    public void An_identifier_that_is_not_well_formed_is_repeated_as_it_came(string id)
    {
        Assert.True(MimeWriter.CanAnswer(id));
        var read = MimeReader.Read(MimeWriter.Write(Plain with { InReplyTo = id, References = ["a@b.example", id] }));
        Assert.Equal([id], read.InReplyTo);
        Assert.Equal(["a@b.example", id], read.References);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b@c")]
    [InlineData("a<b@c")]
    [InlineData("a>b@c")]
    [InlineData("a\r\nb@c")]
    [InlineData("ümlaut@x.example")]
    public void An_identifier_that_would_break_the_header_is_refused(string id)
    {
        Assert.False(MimeWriter.CanAnswer(id));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { InReplyTo = id }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { References = ["a@b.example", id] }));
    }

    [Fact]
    public void Our_own_identifier_has_an_at_sign_and_none_is_longer_than_a_line()
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { MessageId = "20240305.1234.abc" }));
        Assert.True(MimeWriter.CanAnswer(new string('a', 900)));
        Assert.False(MimeWriter.CanAnswer(new string('a', 901)));
    }

    [Fact]
    public void Text_html_and_files_come_back_as_they_were_sent()
    {
        var files = new[]
        {
            new OutgoingAttachment(
                "Anhang „Zeitplan“ für alle Mitgliedstaaten und Partner.pdf",
                "application/pdf",
                new byte[] { 0, 1, 255 }
            ),
            new OutgoingAttachment("a \"b\".txt", "text/plain", Encoding.UTF8.GetBytes("x")),
        };
        var read = MimeReader.Read(MimeWriter.Write(Plain with { Html = "<p>Grüße</p>\n", Attachments = files }));
        Assert.Equal(Plain.Text, read.TextBody);
        Assert.Equal("<p>Grüße</p>\r\n", read.HtmlBody);
        Assert.Equal(
            files.Select(f => (f.Name, f.ContentType, Convert.ToHexString(f.Content.Span))),
            read.Attachments.Select(a => (a.Name!, a.ContentType, Convert.ToHexString(a.Content.Span)))
        );
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Any_text_survives_the_way_in_seven_bits_and_short_lines() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                ArbMap.Default.ArbFor<string>(),
                ArbMap.Default.ArbFor<byte[]>(),
                (text, oneLine, content) =>
                {
                    text = Valid(text);
                    var name = OneLine(oneLine);
                    var mail = Plain with
                    {
                        Subject = name,
                        Text = text,
                        From = new MailAddress(name, "a@b.example"),
                        Attachments = [new OutgoingAttachment($"{name}.bin", "application/octet-stream", content)],
                    };
                    var bytes = MimeWriter.Write(mail);
                    Assert.All(
                        Encoding.Latin1.GetString(bytes).Split("\r\n"),
                        line => Assert.True(line.Length <= 78 && line.All(c => c is '\t' or >= ' ' and < '\x7f'), line)
                    );
                    var read = MimeReader.Read(bytes);
                    Assert.Equal(text.ReplaceLineEndings("\n"), read.TextBody ?? "");
                    Assert.Equal(name, read.Subject);
                    Assert.Equal(new MailAddress(name.Length is 0 ? null : name, "a@b.example"), Assert.Single(read.From));
                    Assert.Equal(
                        ($"{name}.bin", Convert.ToHexString(content)),
                        (read.Attachments[^1].Name, Convert.ToHexString(read.Attachments[^1].Content.Span))
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("From here\n.\n..\nFrom there")]
    [InlineData("ends in a blank \n\ttab\t\n")]
    [InlineData("=_ looks like a boundary\n--=_")]
    [InlineData("Здравствуйте, это письмо на русском языке.\n")]
    [InlineData("𝒜 👍🏽 مرحبا 你好")]
    public void Awkward_text_survives_too(string text)
    {
        var bytes = MimeWriter.Write(Plain with { Text = text, Html = text });
        Assert.Equal(text, MimeReader.Read(bytes).TextBody);
        Assert.DoesNotContain("\r\nFrom ", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    private static string Valid(string? text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace("\0", "", StringComparison.Ordinal);

    private static string OneLine(string? text) =>
        string.Concat(
                Valid(text)
                    .Where(c =>
                        !char.IsControl(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')
                    )
            )
            .Trim();
}
