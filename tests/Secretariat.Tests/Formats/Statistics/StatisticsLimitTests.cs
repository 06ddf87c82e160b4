using System.Globalization;
using System.Text;
using Secretariat.Formats.Statistics;

namespace Secretariat.Tests.Formats.Statistics;

/// <summary>What asks for too much is refused with its reason.</summary>
public class StatisticsLimitTests
{
    private const string Message = "xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"";

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>")]
    public void Document_types_are_refused(string xml) =>
        Assert.Contains("document type", ReadFigures.WhyNot(xml), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.Contains("nested more than 64 deep", ReadFigures.WhyNot(new string('[', 100_000)), StringComparison.Ordinal);
        Assert.Contains("nested more than 64 deep", ReadFigures.WhyNot(Repeat("{\"a\":", 100_000)), StringComparison.Ordinal);
        Assert.Contains(
            "nested more than 64 deep",
            ReadFigures.WhyNot($"<m:GenericData {Message}>" + Repeat("<a>", 100_000)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nesting_up_to_the_limit_is_read() =>
        Assert.Equal(
            3,
            ReadFigures.File(SameTableTests.Stat[..^1] + ",\"x\":" + new string('[', 63) + new string(']', 63) + "}").Observations
        );

    [Fact]
    public void A_tag_without_end_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" a{i}=\"1\""));
        var xml = $"<m:StructureSpecificData {Message}><Series{attributes}/></m:StructureSpecificData>";
        Assert.Contains("longer than", ReadFigures.WhyNot(xml), StringComparison.Ordinal);
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml)];
        Assert.Contains(
            "longer than",
            Assert.Throws<InvalidDataException>(() => StatisticsReader.Read(wide)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("<x a{0}=\"1\"/>")]
    [InlineData("<a{0}/>")]
    public void Too_many_names_are_refused(string element)
    {
        var elements = Enumerable.Range(0, 30_000).Select(i => string.Format(CultureInfo.InvariantCulture, element, i));
        Assert.Contains(
            "more than 20000 names",
            ReadFigures.WhyNot($"<m:StructureSpecificData {Message}>{string.Concat(elements)}</m:StructureSpecificData>"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_a_collection_no_more_datasets_are_read_than_tell_that_there_are_several()
    {
        var file = Encoding.UTF8.GetBytes(
            "{\"class\":\"collection\",\"link\":{\"item\":[{\"value\":[]}" + Repeat(",{\"value\":[]}", 200_000) + "]}}"
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => StatisticsReader.Read(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void Too_many_dimensions_are_refused() =>
        Assert.Contains(
            "64 dimensions",
            ReadFigures.WhyNot(string.Join(',', Enumerable.Range(0, 100).Select(i => $"d{i}")) + ",year,value\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Too_many_series_are_refused() =>
        Assert.Contains(
            "200000 series",
            ReadFigures.WhyNot("g,year,value\n" + string.Concat(Enumerable.Range(0, 200_001).Select(i => $"{i},2031,1\n"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Long_texts_in_the_place_of_codes_are_refused() =>
        Assert.Contains(
            "A code of g has 1001 characters",
            ReadFigures.WhyNot($"g,year,value\n{new string('x', 1001)},2031,1\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_of_which_little_can_be_read_is_refused()
    {
        var file = ReadFigures.File("g,year,value\n" + Repeat("a\n", 100));
        Assert.Equal(StatisticsReader.MaxNotices, file.Notices.Count);
        Assert.Equal("And 81 more of this kind.", file.Notices[^1]);
        Assert.Contains(
            "the first because: Line 2 has 1",
            ReadFigures.WhyNot("g,year,value\n" + Repeat("a\n", 10_001)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_cube_with_too_many_cells_is_refused() =>
        Assert.Contains(
            "too many cells",
            ReadFigures.WhyNot("""{"id":["a","b"],"size":[65536,65536],"dimension":{},"value":[1]}"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_beyond_the_limit_is_refused() =>
        Assert.Throws<InvalidDataException>(() => StatisticsReader.Read(new byte[StatisticsReader.MaxBytes + 1]));

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
