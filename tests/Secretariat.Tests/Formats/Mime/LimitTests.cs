using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class LimitTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n \n")]
    public void An_empty_message_is_unreadable(string mail)
    {
        var read = Mails.Read(mail);
        Assert.True(read.IsUnreadable);
        Assert.Equal("The message is empty.", read.UnreadableReason);
    }

    [Fact]
    public void A_message_without_a_header_is_unreadable_but_its_text_is_kept()
    {
        var read = Mails.Read("no header here\n\nat all\n");
        Assert.Equal("The message has no header.", read.UnreadableReason);
        Assert.Equal("no header here\n\nat all\n", read.TextBody);
    }

    [Fact]
    public void A_message_beyond_the_size_limit_is_unreadable() =>
        Assert.Equal(
            "The message has 18 bytes; at most 10 are read.",
            Mails.Read("Subject: a\n\nbody", new MimeLimits { MaxBytes = 10 }).UnreadableReason
        );

    [Fact]
    public void Parts_nested_too_deeply_stay_undivided()
    {
        var nested = new StringBuilder("Subject: deep\n");
        for (var i = 0; i < 10_000; i++)
            nested.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n"
            );
        var mail = Mails.Read(nested.ToString());
        Assert.Equal("deep", mail.Subject);
        Assert.False(mail.IsUnreadable);
        Assert.Equal(101, mail.Root.Walk().Count());
        Assert.Contains("Parts nested deeper than 100 levels were not divided.", mail.Problems);
    }

    [Fact]
    public void Parts_headers_and_lengths_are_bounded()
    {
        var parts = string.Concat(Enumerable.Repeat("--b\n\nx\n", 50));
        var limits = new MimeLimits
        {
            MaxParts = 10,
            MaxHeaders = 3,
            MaxHeaderLength = 60,
        };
        var mail = Mails.Read(
            $"Subject: {new string('a', 100)}\nContent-Type: multipart/mixed; boundary=b\nX-1: 1\nX-2: 2\n\n{parts}",
            limits
        );
        Assert.Equal(51, mail.Subject.Length);
        Assert.Equal(3, mail.Headers.Count);
        Assert.Equal(9, mail.Root.Children.Count);
        Assert.Equal(3, mail.Problems.Count);
    }

    [Fact]
    public void Long_text_is_cut_with_a_note()
    {
        var mail = Mails.Read($"Subject: a\n\n{new string('x', 100)}", new MimeLimits { MaxTextBytes = 10 });
        Assert.Equal("xxxxxxxxxx", mail.TextBody);
        Assert.Single(mail.Problems);
    }
}
