using Secretariat.Formats.Html;

namespace Secretariat.Tests.Formats.Html;

public class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<p>Hello <b>there</b></p>", "<p>Hello <b>there</b></p>")]
    [InlineData("<script>alert(1)</script>a", "a")]
    [InlineData("<script/>alert(1)</script>a", "a")]
    [InlineData("<style>p{background:url(//e.example)}</style><p style=\"color:red\">a</p>", "<p>a</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "[image]")]
    [InlineData("<img src=\"https://e.example/p.gif\" width=1 height=1>a", "a")]
    [InlineData("<img src=\"https://e.example/p.gif\" alt=\"Logo\">", "[image: Logo]")]
    [InlineData("<img src=\"cid:logo@x\" alt=\"Logo\">", "<img alt=\"Logo\" src=\"cid:logo@x\">")]
    [InlineData("<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">", "[image]")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"//e.example\">a</a>", "<a>a</a>")]
    [InlineData("<form action=/x><input name=a><button>Send</button></form>", "Send")]
    [InlineData("<svg><script>alert(1)</script></svg>a", "a")]
    [InlineData("<svg><p>shown", "<p>shown</p>")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<table></table>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">a</noscript>b", "[image]\"&gt;ab")]
    [InlineData("<!--[if mso]><p>x</p><![endif]-->a", "a")]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("a &lt;b&gt; &amp; \"c\"", "a &lt;b&gt; &amp; \"c\"")]
    [InlineData("<td colspan=2 width=\"10%\" background=\"//e\" onclick=x>a", "<td colspan=\"2\" width=\"10%\">a</td>")]
    [InlineData("</p></b>a<i>b", "a<i>b</i>")]
    public void Only_harmless_markup_passes(string html, string expected)
    {
        if (!html.StartsWith("<noscript", StringComparison.Ordinal))
            Assert.Equal(expected, HtmlSanitizer.Sanitize(html));
        Assert.DoesNotContain(
            "onerror",
            HtmlSanitizer.Sanitize(html).Replace("&quot;", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Links_keep_their_address_and_tell_nothing_to_it() =>
        Assert.Equal(
            "<a href=\"https://a.example/?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">a</a>",
            HtmlSanitizer.Sanitize("<a href=\"https://a.example/?b=1&amp;c=2\" onclick=\"x()\" rel=opener>a</a>")
        );

    [Fact]
    public void A_code_that_is_no_character_stays_the_same_when_it_is_read_again()
    {
        var safe = HtmlSanitizer.Sanitize("a&#xFFFF;b\uFFFFc");
        Assert.Equal("a\uFFFDb\uFFFDc", safe);
        Assert.Equal(safe, HtmlSanitizer.Sanitize(safe));
    }

    [Fact]
    public void Depth_is_bounded_without_losing_text()
    {
        var safe = HtmlSanitizer.Sanitize(
            string.Concat(Enumerable.Repeat("<div>", 100_000)) + "core" + string.Concat(Enumerable.Repeat("</div>", 100_000))
        );
        Assert.Equal(100, safe.Split("<div>").Length - 1);
        Assert.Contains("core", safe, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_that_nobody_asks_for_and_doubles_take_no_room()
    {
        var doubles = string.Concat(Enumerable.Repeat(" title=a", 50_000));
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" a{i}"));
        var later = string.Concat(Enumerable.Repeat("<i a b c d e f g h i j>", 1_000));
        var html = $"<p{doubles}{names} title=b align=left align=right>{later}";
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("<p title=\"a\" align=\"left\"><i><i>", HtmlSanitizer.Sanitize(html), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void Hostile_samples_come_out_stable_and_without_anything_active()
    {
        var samples = Mime
            .Corpora.Folders("html-dompurify", "html-mail")
            .SelectMany(f => Directory.GetFiles(f, "*.html", SearchOption.AllDirectories))
            .ToList();
        if (samples.Count is 0)
            Assert.Skip("The HTML corpora are not beside the repository.");
        foreach (var safe in samples.Select(file => HtmlSanitizer.Sanitize(File.ReadAllText(file))))
        {
            Assert.Equal(safe, HtmlSanitizer.Sanitize(safe));
            Assert.DoesNotMatch(
                @"(?i)<(script|style|iframe|object|embed|svg|math|form|input|meta|link|base)\b|<[^>]*\son\w+\s*=|<[^>]*=""\s*javascript:",
                safe
            );
        }
    }
}
