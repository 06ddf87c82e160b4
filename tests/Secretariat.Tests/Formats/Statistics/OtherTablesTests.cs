namespace Secretariat.Tests.Formats.Statistics;

/// <summary>Eurostat's TSV, JSON-stat and plain CSV.</summary>
public class OtherTablesTests
{
    [Fact]
    public void Time_may_stand_in_the_key_and_another_dimension_run_across() =>
        Assert.Equal(
            ["T|XA|2031-02|1|", "T|XB|2031-02|2|e"],
            ReadFigures.Rows("sex,TIME_PERIOD\\geo\tXA\tXB\nT,2031M02\t1\t2e\n")
        );

    [Fact]
    public void Older_files_call_the_dimension_time()
    {
        var file = ReadFigures.File("unit,geo\\time\t2032Q1 \t2031Q4 \nPER,EL\t12.5 bu\t0 n\nPER,UK\t:z\t:\n");
        Assert.Equal(["PER|EL|2032-Q1|12.5|bu", "PER|EL|2031-Q4|0|n"], ReadFigures.Rows(file));
        Assert.Equal(["unit", "geo", "time"], file.Dimensions);
        Assert.Equal(1, file.Series);
    }

    [Fact]
    public void A_line_without_its_key_is_left_out_and_named() =>
        Assert.Equal(
            ["Line 2 has no key of 2 codes before its first tab; it is left out."],
            ReadFigures.File("unit,geo\\time\t2031\nPER\t1\nPER,XA\t1\n").Notices
        );

    [Fact]
    public void One_status_may_hold_for_all_values() =>
        Assert.Equal(
            ["a|-|1|e", "b|-|2|e"],
            ReadFigures.Rows(
                """{"class":"dataset","id":["g"],"size":[2],"status":"e","value":[1,2],"dimension":{"g":{"category":{"index":["a","b"]}}}}"""
            )
        );

    [Theory]
    [InlineData("""{"warning":{"status":413,"label":"Please try again later."}}""")]
    [InlineData("""{"error":[{"status":413,"id":150,"label":"Please try again later."}]}""")]
    public void An_answer_without_data_is_a_notice(string answer)
    {
        var file = ReadFigures.File(answer);
        Assert.Equal((0, "json-stat"), (file.Observations, file.Format));
        Assert.Equal(["Please try again later."], file.Notices);
    }

    [Fact]
    public void Several_datasets_are_refused() =>
        Assert.Contains(
            "several datasets",
            ReadFigures.WhyNot("""{"class":"collection","link":{"item":[{"value":[]},{"value":[]}]}}"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_collection_without_a_dataset_is_refused() =>
        Assert.Contains(
            "no dataset",
            ReadFigures.WhyNot("""{"class":"collection","link":{"item":[{"href":"a"}]}}"""),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\"p\"")]
    [InlineData("[\"p\"]")]
    public void One_status_holds_for_all_values(string status) =>
        Assert.Equal(
            ["a|2031|1|p", "b|2031|2|p"],
            ReadFigures.Rows(
                """{"id":["geo","time"],"size":[2,1],"dimension":{"geo":{"category":{"index":["a","b"]}},"time":{"category":{"index":["2031"]}}},"value":[1,2],"status":"""
                    + $"{status}}}"
            )
        );

    [Theory]
    [InlineData("a,2031,\"1,234\"", "1234")]
    [InlineData("a,2031,\"1,234.5\"", "1234.5")]
    [InlineData("a,2031,\"12,5\"", "12.5")]
    [InlineData("a,2031,\"1.234.567\"", "1234567")]
    [InlineData("a,2031,\"1 234,5\"", "1234.5")]
    [InlineData("a,2031,1e3", "1e3")]
    public void Values_get_a_point_whatever_parts_their_digits(string line, string expected) =>
        Assert.Equal([$"a|2031|{expected}|"], ReadFigures.Rows("geo,year,value\n" + line));

    [Fact]
    public void A_decimal_comma_holds_for_all_values_of_a_file_with_commas() =>
        Assert.Equal(
            ["a|2031|0.125|", "a|2032|12.345|", "a|2033|1.25|"],
            ReadFigures.Rows("geo,year,value\na,2031,\"0,125\"\na,2032,\"12,345\"\na,2033,\"1,25\"\n")
        );

    [Theory]
    [InlineData("geo,year,value\na,2031,\"1,234\"\na,2032,\"see a, b\"\na,2033,\"2,345\"\n", "1234", "2345")]
    [InlineData("geo,year,value\na,2031,\"-0,125\"\na,2033,\"-12,345\"\n", "-0.125", "-12.345")]
    [InlineData("geo;year;value\na;2031;0.125\na;2033;1,5\n", "0.125", "1.5")]
    public void A_group_led_by_zero_is_no_thousands(string file, string first, string last) =>
        Assert.Equal([$"a|2031|{first}|", $"a|2033|{last}|"], ReadFigures.Rows(file));

    [Fact]
    public void Points_keep_thousands_apart_where_commas_are_decimal() =>
        Assert.Equal(["a|2031|1234|", "a|2032|1.5|"], ReadFigures.Rows("geo;year;value\na;2031;1.234\na;2032;1,5\n"));

    [Fact]
    public void A_value_that_is_no_number_is_left_out_and_named()
    {
        var file = ReadFigures.File("geo\tyear\tvalue\na\t2031\tmany\na\t2032\t1\n");
        Assert.Equal(["a|2032|1|"], ReadFigures.Rows(file));
        Assert.Equal(["Line 2 has no number but “many” as its value; it is left out."], file.Notices);
    }

    [Fact]
    public void Excel_may_say_the_separator_and_write_windows_letters()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes("sep=|\r\nPays|time|value\r\nCôte|2031|1\r\n");
        var file = Secretariat.Formats.Statistics.StatisticsReader.Read(bytes, 9);
        Assert.Equal(["Côte|2031|1|"], ReadFigures.Rows(file));
    }

    [Theory]
    [InlineData("geo,value\na,1\n", "no column of time")]
    [InlineData("geo,year\na,2031\n", "no column of values")]
    [InlineData("geo,geo,year,value\na,a,2031,1\n", "twice")]
    [InlineData("DATAFLOW,GEO,TIME_PERIOD\nO:F,a,2031\n", "OBS_VALUE")]
    [InlineData("geo,year,value\n\"a,2031,1\n", "line 2 is never closed")]
    [InlineData(" \n", "nothing in it")]
    [InlineData("PK\u0003\u0004", "workbook")]
    [InlineData("<!doctype html><html><body>Sorry", "web page")]
    [InlineData(
        "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">\n<b></m:GenericData>",
        "no sound XML at line 2, character "
    )]
    [InlineData("<a/>", "root is a")]
    [InlineData("<m:Structure xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"/>", "kind Structure")]
    [InlineData(
        "<m:CompactData xmlns:m=\"http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message\"/>",
        "older version than 2.1"
    )]
    [InlineData("[1]", "list of JSON")]
    [InlineData("{\"a\":1}", "neither a dataset")]
    [InlineData("{\"a\":\n1x}", "no sound JSON at line 2")]
    [InlineData("{\"a\":\"\\ud800\"}", "half a character")]
    [InlineData("{\"dataset\":{}}", "older version than 2.0")]
    [InlineData("{\"id\":[\"a\"],\"size\":[2],\"dimension\":{},\"value\":[1]}", "does not name the 2 codes")]
    [InlineData("{\"id\":[\"a\",\"a\"],\"size\":[1,1],\"dimension\":{},\"value\":[1]}", "twice")]
    public void What_cannot_be_read_is_refused_with_its_reason(string text, string reason) =>
        Assert.Contains(reason, ReadFigures.WhyNot(text), StringComparison.Ordinal);
}
