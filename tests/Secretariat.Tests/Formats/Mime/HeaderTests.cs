namespace Secretariat.Tests.Formats.Mime;

public class HeaderTests
{
    [Fact]
    public void Folded_header_lines_are_joined()
    {
        var mail = Mails.Read("Subject: Nomination\n of a contact\n\tperson\n\nbody\n");
        Assert.Equal("Nomination of a contact person", mail.Subject);
        Assert.Equal("body\n", mail.TextBody);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Any_line_end_ends_a_line(string lineEnd)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes($"Subject: a{lineEnd}From: a@b.example{lineEnd}{lineEnd}text");
        var mail = Secretariat.Formats.Mime.MimeReader.Read(bytes);
        Assert.Equal("a", mail.Subject);
        Assert.Equal("a@b.example", Assert.Single(mail.From).Address);
        Assert.Equal("text", mail.TextBody);
    }

    [Theory]
    [InlineData("=?utf-8?Q?Pr=C3=A4vention?=", "Prävention")]
    [InlineData("=?UTF-8?b?w4Q=?= =?utf-8?B?w5Y=?=", "ÄÖ")]
    [InlineData("=?utf-8?B?w?= =?utf-8?B?4Q=?= x", "x")]
    [InlineData("=?utf-8?Q?=C3?= =?utf-8?Q?=84?= z", "Ä z")]
    [InlineData("=?iso-8859-1*de?Q?=FCber?=", "über")]
    [InlineData("RE: =?iso-8859-2?Q?=A3=F3d=BC?=(PL)", "RE: Łódź(PL)")]
    [InlineData("=?iso-8859-16?Q?Bucure=BAti=FE?=", "Bucureștiț")]
    [InlineData("=?iso-8859-10?Q?=BD=E0?=", "―ā")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?windows-1256?B?48rIx8g=?=", "متباب")]
    [InlineData("=?gb2312?B?xOO6ww==?=", "你好")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?nonsense?Q?=C3=A4?=", "ä")]
    [InlineData("a =?utf-8?Q?b c?= d", "a b c d")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?utf-8?Q?never ends", "=?utf-8?Q?never ends")]
    public void Encoded_words_are_decoded(string raw, string expected)
    {
        var subject = Mails.Read($"Subject: {raw}\n\n").Subject;
        Assert.EndsWith(expected, subject, StringComparison.Ordinal);
        if (!expected.Equals("x", StringComparison.Ordinal))
            Assert.Equal(expected, subject);
    }

    [Fact]
    public void Eight_bit_headers_are_read_as_utf8_or_else_as_windows_1252()
    {
        Assert.Equal("Müller", Mails.Read($"Subject: {Mails.Utf8("Müller")}\n\n").Subject);
        Assert.Equal("Müller", Mails.Read("Subject: Müller\n\n").Subject);
    }

    [Fact]
    public void An_encoded_line_break_cannot_reach_another_header() =>
        Assert.Equal("a  Bcc: x@y.example", Mails.Read("Subject: =?utf-8?Q?a=0D=0ABcc:_x@y.example?=\n\n").Subject);

    [Fact]
    public void Headers_keep_their_order_their_bytes_and_are_found_without_regard_to_case()
    {
        var mail = Mails.Read("Received: one\nX-A: =?utf-8?Q?=C3=A4?=\nreceived: two\n\n");
        Assert.Equal(["Received", "X-A", "received"], mail.Headers.Select(h => h.Name));
        Assert.Equal(["one", "two"], mail.Headers.All("RECEIVED").Select(h => h.Value));
        Assert.Equal("=?utf-8?Q?=C3=A4?=", mail.Headers.Unfolded("x-a"));
        Assert.Equal(" one", System.Text.Encoding.ASCII.GetString(mail.Headers[0].RawValue.Span));
    }

    [Fact]
    public void A_body_without_a_blank_line_before_it_is_found()
    {
        var mail = Mails.Read("Subject: a\nHello there\nsecond line\n");
        Assert.Equal("Hello there\nsecond line\n", mail.TextBody);
        Assert.Contains("A header is not followed by a blank line.", mail.Problems.Select(p => $"{p}"));
    }

    [Fact]
    public void The_first_line_of_an_mbox_and_a_byte_order_mark_are_skipped()
    {
        Assert.Equal("a", Mails.Read("From x@y.example Tue Mar  5 10:00:00 2024\nSubject: a\n\nb").Subject);
        Assert.Equal("a", Mails.Read("\u00EF\u00BB\u00BFSubject: a\n\nb").Subject);
    }

    [Theory]
    [InlineData("Tue, 05 Mar 2024 11:11:12 +0100", "2024-03-05T10:11:12Z")]
    [InlineData("5 Mar 24 11:11 EST", "2024-03-05T16:11:00Z")]
    [InlineData("Tue, 5 Mar 2024 11:11:12 +0100 (CET)", "2024-03-05T10:11:12Z")]
    [InlineData("Tue Mar  5 11:11:12 2024", "2024-03-05T11:11:12Z")]
    [InlineData("05-Mar-2024 11:11:12 -0330", "2024-03-05T14:41:12Z")]
    [InlineData("2024-03-05T11:11:12+01:00", "2024-03-05T10:11:12Z")]
    [InlineData("Tue, 31 Dec 1999 23:59:60 GMT", "1999-12-31T23:59:59Z")]
    public void Dates_are_read_as_instants(string raw, string expected) =>
        Assert.Equal(
            expected,
            Mails
                .Read($"Date: {raw}\n\n")
                .Date?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("Tue, 31 Feb 2024 11:11:12 +0100")]
    [InlineData("soon")]
    [InlineData("")]
    public void What_is_no_date_gives_none(string raw) => Assert.Null(Mails.Read($"Date: {raw}\n\n").Date);

    [Fact]
    public void Identifiers_lose_their_brackets()
    {
        var mail = Mails.Read(
            "Message-ID: <a.b@c.example>\nIn-Reply-To: Your mail of Monday <x@y.example>\nReferences: <1@a.example>\n\t<2@a.example>,<3@a.example>\n\n"
        );
        Assert.Equal("a.b@c.example", mail.MessageId);
        Assert.Equal(["x@y.example"], mail.InReplyTo);
        Assert.Equal(["1@a.example", "2@a.example", "3@a.example"], mail.References);
        Assert.Null(Mails.Read("Subject: a\n\n").MessageId);
    }
}
