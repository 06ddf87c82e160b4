using Secretariat.Formats.Html;

namespace Secretariat.Tests.Formats.Html;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p>\n<p>two\n three</p>", "one\n\ntwo three")]
    [InlineData("a<br>b<br><br>c", "a\nb\n\nc")]
    [InlineData("<div>a</div><div>b</div>", "a\nb")]
    [InlineData("<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>", "- a\n- b\n\n1. c\n2. d")]
    [InlineData("<table><tr><td>Name</td><td>Ann</td></tr><tr><td>Phone</td><td>1</td></tr></table>", "Name\tAnn\nPhone\t1")]
    [InlineData("<a href=\"https://a.example\">our <b>site</b></a>", "our site")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<head><title>t</title><style>x</style></head><body>a&nbsp;&amp;&auml;</body>", "a &ä")]
    [InlineData("agreed<blockquote type=\"cite\"><p>please</p><p>reply</p></blockquote>", "agreed\n\n> please\n>\n> reply")]
    [InlineData("<blockquote>indented</blockquote>", "indented")]
    [InlineData("<script>x</script>", "")]
    public void Html_reads_as_text(string html, string expected) => Assert.Equal(expected, HtmlText.ToText(html));
}
