using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>How the values of a letter are looked up.</summary>
public class ValueTests
{
    [Theory]
    [InlineData("""{"\ud800":1,"name":"x"}""", "One of the names of the values holds half a character; write it anew.")]
    [InlineData(
        """{"name":"x","a":[{},{"b":{"\udc00":1}}]}""",
        "One of the names in “a › 2 › b” holds half a character; write it anew."
    )]
    public void A_name_that_holds_half_a_character_is_refused_with_its_place(string values, string problem)
    {
        var filled = Fill("{name}", values);
        Assert.Null(filled.Document);
        Assert.Equal([problem], filled.Problems);
    }

    [Fact]
    public void A_value_that_is_no_text_and_decides_on_a_section_is_refused_or_shown_and_never_thrown()
    {
        var values = JsonDocument.Parse("{\"a\":\"?\"}"u8.ToArray().Select(b => b is (byte)'?' ? (byte)0xFF : b).ToArray());
        Assert.Equal("yes\n", TextOf(Template("{#a}yes{/a}").Fill(values.RootElement)));
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts()
    {
        Assert.Equal("2\n", TextOf(Fill("{a}", """{"a":1,"a":2}""")));
        var many = string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"n{i}\":0"));
        Assert.Equal("2\n", TextOf(Fill("{a}", $$"""{"a":1,{{many}},"a":2}""")));
    }

    [Theory]
    [InlineData("""{"a":[{"p":{}}],"p":{"t":"out"}}""", "out")]
    [InlineData("""{"a":[{"p":"no part"}],"p":{"t":"out"}}""", "out")]
    [InlineData("""{"a":[{"p":{"t":"in"}}],"p":{"t":"out"},"p.t":"out"}""", "in")]
    [InlineData("""{"a":[{"p":{"t":null}}],"p":{"t":"out"}}""", "")]
    public void A_dotted_name_is_looked_up_in_the_entry_then_outside(string values, string text) =>
        Assert.Equal($"[{text}]\n", TextOf(Fill("[{#a}{p.t}{/a}]", values)));

    [Fact]
    public void A_dotted_name_is_found_under_a_dotted_part() =>
        Assert.Equal("x\n", TextOf(Fill("{a.b.c}", """{"a.b":{"c":"x"}}""")));

    [Fact]
    public void Many_names_are_found_among_many_values_at_once()
    {
        const int Names = 4_900;
        var values = new StringBuilder("{\"part\":{");
        for (var i = 0; i < 1_000_000; i++)
            values.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"n{i}\":{i},");
        var template = Template(string.Concat(Enumerable.Range(0, Names).Select(i => $"{{part.n{i}}} ")));
        var data = JsonDocument.Parse($"{values.ToString()[..^1]}}}}}").RootElement;
        var clock = Stopwatch.StartNew();
        Assert.NotNull(template.Fill(data).Document);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static WordTemplate Template(string text) =>
        WordTemplate.Read(Packed.Document($"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"));

    private static FilledTemplate Fill(string text, string values) => Template(text).Fill(JsonDocument.Parse(values).RootElement);

    private static string TextOf(FilledTemplate filled)
    {
        Assert.Empty(filled.Problems);
        return DocxText.Read(filled.Document!);
    }
}
