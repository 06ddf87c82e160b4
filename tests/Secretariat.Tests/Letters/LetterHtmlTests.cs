using AngleSharp.Html.Parser;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

public class LetterHtmlTests
{
    [Fact]
    public void The_page_has_title_language_one_table_with_scoped_headers_and_headings()
    {
        var letter = FollowUp.Letter("fr");

        var page = new HtmlParser().ParseDocument(LetterHtml.Write(letter));

        Assert.Equal(letter.Title, page.Title);
        Assert.Equal("fr-FR", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(letter.Annexes[0].Title, page.QuerySelector(".annex h1")?.TextContent);
        var headers = page.QuerySelectorAll("thead th").ToList();
        Assert.Equal(letter.Annexes[0].Columns, headers.Select(header => header.TextContent));
        Assert.All(headers, header => Assert.Equal("col", header.GetAttribute("scope")));
        Assert.Equal(letter.Annexes[0].Rows.Count, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void Arabic_runs_from_right_to_left() =>
        Assert.Equal(
            "rtl",
            new HtmlParser().ParseDocument(LetterHtml.Write(ArabicLetter.Letter)).DocumentElement.GetAttribute("dir")
        );

    [Fact]
    public void Values_from_outside_add_no_element_and_no_dangerous_link()
    {
        const string hostile = "<script>x</script><img src=http://outside.example>\"'&";
        var letter = FollowUp.Letter("en") with
        {
            Title = hostile,
            Salutation = hostile,
            SignatoryName = hostile,
            AddresseeLines = [hostile],
            Check = new(hostile, $"http://outside.example/{hostile}"),
            Subject = hostile,
            Body = $"{hostile}\n\n[a](javascript:x) ![b](http://outside.example/b.png) [c](data:text/html,x)",
            Annexes =
            [
                new(
                    hostile,
                    hostile,
                    [hostile],
                    [
                        [hostile],
                    ]
                ),
            ],
        };

        var page = new HtmlParser().ParseDocument(LetterHtml.Write(letter));

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, link, [src], [onerror]"));
        Assert.All(
            page.QuerySelectorAll("a"),
            a => Assert.StartsWith("http://outside.example", a.GetAttribute("href"), StringComparison.Ordinal)
        );
        Assert.Equal(hostile, page.QuerySelector("td")?.TextContent);
    }

    [Fact]
    public void Nothing_is_asked_from_outside()
    {
        var html = LetterHtml.Write(FollowUp.Letter("en"));

        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
    }
}
