using System.Text;
using Secretariat.Formats.Html;
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
        Assert.Equal("The message is empty.", $"{read.UnreadableReason}");
    }

    [Fact]
    public void A_message_without_a_header_is_unreadable_but_its_text_is_kept()
    {
        var read = Mails.Read("no header here\n\nat all\n");
        Assert.Equal("The message has no header.", $"{read.UnreadableReason}");
        Assert.Equal("no header here\n\nat all\n", read.TextBody);
    }

    [Fact]
    public void A_message_beyond_the_size_limit_is_unreadable() =>
        Assert.Equal(
            "The message has more than 10 bytes and is not read.",
            $"{Mails.Read("Subject: a\n\nbody", new MimeLimits { MaxBytes = 10 }).UnreadableReason}"
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
        Assert.Contains("Parts nested deeper than 100 levels were not divided.", Said(mail));
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
    public void Text_is_bounded_over_all_parts_together()
    {
        var part = $"--b\n\n{new string('x', 40)}\n";
        var mail = Mails.Read(
            $"Content-Type: multipart/mixed; boundary=b\n\n{part}{part}{part}--b--",
            new MimeLimits { MaxTextBytes = 60 }
        );
        Assert.Equal(60, mail.TextBody!.Count(c => c is 'x'));
        Assert.Equal(["Text beyond the first 60 bytes was left out."], Said(mail));
    }

    [Fact]
    public void A_body_in_two_forms_has_room_for_each()
    {
        string Twice(int length) =>
            $"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n{new string('x', 40)}\n--b\nContent-Type: text/html\n\n{new string('y', length)}\n--b--";
        var limits = new MimeLimits { MaxTextBytes = 60 };
        Assert.Empty(Mails.Read(Twice(50), limits).Problems);
        Assert.Equal(["Text beyond the first 60 bytes was left out."], Said(Mails.Read(Twice(70), limits)));
    }

    [Fact]
    public void Addresses_are_bounded_over_all_fields_together()
    {
        var copies = string.Concat(Enumerable.Repeat("a,", 120_000));
        var fields = string.Concat(Enumerable.Repeat($"Cc: {copies}\n", 8));
        var mail = Mails.Read($"To: a@b.example\n{fields}\nx");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(MimeMessage.MaxAddresses, mail.Cc.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
        Assert.Equal(["Addresses beyond the first 10000 of a field were left out."], Said(mail));
        Assert.Single(mail.To);
    }

    [Fact]
    public void Html_that_is_not_shown_to_its_end_is_told()
    {
        var page = new string('x', HtmlSanitizer.MaxLength + 1);
        string[] told = ["HTML beyond the first 4194304 characters is not shown."];
        Assert.Equal(told, Said(Mails.Read($"Content-Type: text/html\n\n{page}")));
        Assert.Equal(
            told,
            Said(
                Mails.Read(
                    $"Content-Type: multipart/alternative; boundary=b\n\n--b\n\nx\n--b\nContent-Type: text/html\n\n{page}\n--b--"
                )
            )
        );
        Assert.Empty(Mails.Read($"Content-Type: text/html\n\n{page[1..]}").Problems);
    }

    [Fact]
    public void Html_of_more_tags_than_are_read_is_told()
    {
        var page = string.Concat(Enumerable.Repeat("<b>", 100_000));
        var mail = Mails.Read($"Content-Type: text/html\n\nBegin {page}middle<b>end");
        Assert.Equal("Begin middle", mail.TextBody);
        Assert.Equal(["HTML beyond the first 300012 characters is not shown."], Said(mail));
        Assert.Empty(Mails.Read($"Content-Type: text/html\n\n{page}").Problems);
    }

    [Fact]
    public async Task Lines_in_dashes_among_many_open_boundaries_are_read_in_time()
    {
        var nested = new StringBuilder("Subject: dashes\n");
        for (var i = 0; i < 100; i++)
            nested.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Content-Type: multipart/mixed; boundary=\"b{i:000}\"\n\n--b{i:000}\n"
            );
        nested.Append('\n').Insert(nested.Length, "--b100\n", 2_000_000);
        await Stalls.AreCaughtAsync(
            "dashes",
            () => Task.FromResult(Assert.Single(Mails.Read(nested.ToString()).Root.Walk().Skip(100)))
        );
    }

    [Fact]
    public void Long_text_is_cut_with_a_note()
    {
        var mail = Mails.Read($"Subject: a\n\n{new string('x', 100)}", new MimeLimits { MaxTextBytes = 10 });
        Assert.Equal("xxxxxxxxxx", mail.TextBody);
        Assert.Single(mail.Problems);
    }

    private static IEnumerable<string> Said(MimeMessage mail) => mail.Problems.Select(problem => $"{problem}");
}
