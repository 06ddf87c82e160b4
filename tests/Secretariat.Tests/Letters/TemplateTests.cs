using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

public class TemplateTests
{
    [Fact]
    public void A_field_is_replaced_by_its_value() =>
        Assert.Equal("Dear Ana,", Fill("Dear {addressee.name},", new() { ["addressee.name"] = "Ana" }));

    [Fact]
    public void A_dotted_name_is_found_in_a_record() =>
        Assert.Equal("Ana", Fill("{addressee.name}", new() { ["addressee"] = new TemplateData { ["name"] = "Ana" } }));

    [Theory]
    [InlineData("नाम")]
    [InlineData("cafe\u0301")]
    public void A_name_may_hold_the_marks_of_its_letters(string name) =>
        Assert.Equal("x", Fill($"{{{name}}}", new() { [name] = "x" }));

    [Fact]
    public void Two_braces_are_one() => Assert.Equal("{name} }", Fill("{{name} }", []));

    [Fact]
    public void A_list_is_repeated_and_its_tags_take_their_lines_with_them() =>
        Assert.Equal(
            "before\n- a\n- b\nafter",
            Fill("before\n{#items}\n- {item}\n{/items}\nafter", new() { ["items"] = Items("a", "b") })
        );

    [Fact]
    public void An_inner_field_is_looked_up_in_the_entry_and_then_outside() =>
        Assert.Equal(
            "a of x; b of x; ",
            Fill("{#items}{item} of {whole}; {/items}", new() { ["items"] = Items("a", "b"), ["whole"] = "x" })
        );

    [Fact]
    public void An_unnamed_end_closes_the_section_that_was_opened_last() =>
        Assert.Equal("ab.", Fill("{#items}{#item}{item}{/}{/}.", new() { ["items"] = Items("a", "b") }));

    [Fact]
    public void Nested_lists_belong_to_their_entry()
    {
        TemplateData data = new()
        {
            ["strands"] = new[]
            {
                new TemplateData { ["strand"] = "one", ["items"] = Items("a", "b") },
                new TemplateData { ["strand"] = "two", ["items"] = Array.Empty<TemplateData>() },
            },
        };

        var text = Fill("{#strands}{strand}:{#items} {item}{/items}{^items} none{/items}. {/strands}", data);

        Assert.Equal("one: a b. two: none. ", text);
    }

    [Theory]
    [InlineData("Vienna", "at Vienna")]
    [InlineData("", "nowhere")]
    [InlineData(null, "nowhere")]
    public void A_section_on_a_text_shows_when_there_is_one(string? venue, string expected) =>
        Assert.Equal(expected, Fill("{#venue}at {venue}{/venue}{^venue}nowhere{/venue}", new() { ["venue"] = venue }));

    [Fact]
    public void Nothing_is_rendered_with_a_hole()
    {
        TemplateData data = new()
        {
            ["items"] = new TemplateData[]
            {
                new() { ["item"] = "a" },
                [],
            },
            ["empty"] = " ",
        };

        var result = Template.Parse("{#items}{item}{/items} {empty} {unset} {unset} {#list}{/list}").Render(data);

        Assert.Null(result.Text);
        Assert.Equal(["item (entry 2 of items)", "empty", "unset", "list"], result.Missing);
    }

    [Theory]
    [InlineData("Dear {addressee.name,", "Line 1, column 6: “{” opens no field")]
    [InlineData("a\n  {#events}", "Line 2, column 3: “{#events}” is never closed")]
    [InlineData("a {/events}", "Line 1, column 3: “{/events}” closes a section that is not open.")]
    [InlineData("{#strands}\n{#events}{/strands}", "Line 2, column 1: “{#events}” is not closed before “{/strands}”.")]
    [InlineData("\n\n {adressee.name}", "Line 3, column 2: “adressee.name” is not a known field. Did you mean “addressee.name”?")]
    [InlineData("{something.else.entirely}", "Line 1, column 1: “something.else.entirely” is not a known field.")]
    [InlineData("{event.title}", "Line 1, column 1: “event.title” has a value only inside “{#events}…{/events}”.")]
    [InlineData("{events}", "Line 1, column 1: “events” is a list; write “{#events}…{/events}”.")]
    [InlineData("{^events}{event.title}{/events}", "Line 1, column 10: “event.title” has a value only inside")]
    public void A_mistake_is_named_with_its_place(string template, string expected)
    {
        var problem = Assert.Single(Template.Parse(template, LetterFields.All).Problems);

        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_with_mistakes_is_not_rendered() =>
        Assert.Throws<InvalidOperationException>(() => Template.Parse("{#a}").Render([]));

    [Fact]
    public void Endless_nesting_is_refused_in_words()
    {
        var open = string.Concat(Enumerable.Range(0, 5000).Select(_ => "{#a}"));
        var close = string.Concat(Enumerable.Range(0, 5000).Select(_ => "{/a}"));

        Assert.Contains(Template.Parse(open + close).Problems, problem => problem.ToString().Contains("deeper than 20"));
    }

    [Fact]
    public void Fields_are_listed_once_in_the_order_of_their_use() =>
        Assert.Equal(["b", "list", "a"], Template.Parse("{b}{#list}{a}{b}{/list}").Fields);

    [Theory]
    [InlineData("*bold* _it_ `code` [a](http://x.example) <b>")]
    [InlineData("1. not a list")]
    [InlineData("- # > + ~~~ === ---")]
    [InlineData("&amp; \\ ![x](y) {name}")]
    [InlineData("# Heading")]
    public void Markup_in_a_value_comes_out_literally(string value)
    {
        var markdown = Fill("{value}\n\nEnd", new() { ["value"] = value });

        var blocks = LetterMarkdown.Read(markdown);
        var paragraph = Assert.IsType<LetterBlock.Paragraph>(blocks[0]);
        Assert.Equal(2, blocks.Count);
        Assert.Equal(new LetterRun(value), Assert.Single(paragraph.Runs));
    }

    [Theory]
    [InlineData("a\n\n# b", "a # b")]
    [InlineData("  x\u0000\u0007y ", "x y")]
    [InlineData("a\u202Ebc", "abc")]
    [InlineData("10\u00a0h 😀", "10\u00a0h 😀")]
    public void A_value_becomes_one_clean_line(string value, string expected) => Assert.Equal(expected, PlainText.Clean(value));

    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("ab", PlainText.Clean("a\ud800b"));

    private static string Fill(string template, TemplateData data)
    {
        var parsed = Template.Parse(template);
        Assert.Empty(parsed.Problems);
        var result = parsed.Render(data);
        Assert.Empty(result.Missing);
        return result.Text!;
    }

    private static TemplateData[] Items(params string[] items) => [.. items.Select(item => new TemplateData { ["item"] = item })];
}
