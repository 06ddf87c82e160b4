using Secretariat.Formats.Statistics;

namespace Secretariat.Tests.Formats.Statistics;

/// <summary>What SDMX says of its formats, in files of our own.</summary>
public class SdmxTests
{
    private const string Message = "xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"";

    [Fact]
    public void Columns_of_names_beside_codes_are_no_dimensions()
    {
        var file = ReadFigures.File(
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SEX,Sex,TIME_PERIOD,Time,OBS_VALUE,Value,NOTE,Note\n"
                + "dataflow,O:F(1.0),Figures,I,F,women,2031-M02,February,5,,x,y\n"
        );
        Assert.Equal(["SEX", "TIME_PERIOD"], file.Dimensions);
        Assert.Equal(["F|2031-02|5|"], ReadFigures.Rows(file));
    }

    [Fact]
    public void Rows_that_delete_are_no_observations_but_said()
    {
        var file = ReadFigures.File(
            "STRUCTURE,STRUCTURE_ID,ACTION,G,TIME_PERIOD,OBS_VALUE\ndataflow,O:F,D,a,2031,-\ndataflow,O:F,A,a,2032,2\n"
        );
        Assert.Equal(["a|2032|2|"], ReadFigures.Rows(file));
        Assert.Equal(["Observations to be deleted: 1; they are not counted."], file.Notices);
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_text_may_be_quoted()
    {
        Assert.Equal(
            ["a,\"b|2031|1.5|p"],
            ReadFigures.Rows("DATAFLOW,OBS_VALUE,UNIT_MULT,OBS_STATUS,G,TIME_PERIOD\n\"O:F(1.0)\",\"1,5\",0,p,\"a,\"\"b\",2031\n")
        );
    }

    [Fact]
    public void A_structure_without_time_has_observations_all_the_same() =>
        Assert.Equal(["a|-|1|", "b|-|2|"], ReadFigures.Rows("DATAFLOW,G,OBS_VALUE\nO:F(1.0),a,1\nO:F(1.0),b,2\n"));

    [Fact]
    public void A_line_with_other_fields_than_the_header_is_left_out_and_named()
    {
        var file = ReadFigures.File("DATAFLOW,G,TIME_PERIOD,OBS_VALUE\nO:F(1.0),a,2031\nO:F(1.0),a,2031,1\n");
        Assert.Equal(1, file.Observations);
        Assert.Equal(["Line 2 has 3 fields instead of 4; it is left out."], file.Notices);
    }

    [Fact]
    public void Series_by_another_dimension_than_time_have_their_period_in_the_key() =>
        Assert.Equal(
            ["a|2031|1|", "b|2031|2|"],
            ReadFigures.Rows(
                $"""<m:StructureSpecificData {Message}><m:Header><m:Structure dimensionAtObservation="G"/></m:Header><m:DataSet><Series TIME_PERIOD="2031"><Obs G="a" OBS_VALUE="1"/><Obs G="b" OBS_VALUE="2"/></Series></m:DataSet></m:StructureSpecificData>"""
            )
        );

    [Fact]
    public void What_the_footer_says_is_a_notice()
    {
        var file = ReadFigures.File(
            $"""<m:GenericData {Message}><m:Header/><m:Footer><m:Message code="413" severity="Information"><c:Text xmlns:c="c">Ready in ten minutes.</c:Text></m:Message></m:Footer></m:GenericData>"""
        );
        Assert.Equal(0, file.Observations);
        Assert.Equal(["Ready in ten minutes."], file.Notices);
    }

    [Fact]
    public void An_error_message_is_a_notice() =>
        Assert.Equal(
            ["No results found"],
            ReadFigures
                .File(
                    $"""<m:Error {Message}><m:ErrorMessage code="100"><c:Text xmlns:c="c">No results found</c:Text></m:ErrorMessage></m:Error>"""
                )
                .Notices
        );

    [Fact]
    public void Errors_in_json_are_notices() =>
        Assert.Equal(
            ["Too large", "Ask for less"],
            ReadFigures.File("""{"errors":[{"code":510,"title":"Too large","detail":"Ask for less"}]}""").Notices
        );

    [Fact]
    public void Data_sets_to_be_deleted_are_no_observations()
    {
        var file = ReadFigures.File(
            $"""<m:GenericData {Message}><m:DataSet action="Delete"><Obs><ObsKey><Value id="G" value="a"/></ObsKey><ObsValue value="1"/></Obs></m:DataSet></m:GenericData>"""
        );
        Assert.Equal(0, file.Observations);
        Assert.Equal(["Observations to be deleted: 1; they are not counted."], file.Notices);
    }

    [Fact]
    public void Flags_of_an_observation_are_bounded_however_often_the_attribute_is_repeated()
    {
        var attributes = string.Concat(Enumerable.Repeat("<Value id=\"OBS_STATUS\" value=\"p\"/>", 1_000));
        var statuses = string.Join(',', Enumerable.Repeat("""{"id":"OBS_STATUS"}""", 1_000));
        var values = string.Join(',', Enumerable.Repeat("\"p\"", 1_000));
        Assert.Equal(
            ["a|-|1|pppppppppppppppp"],
            ReadFigures.Rows(
                $"""<m:GenericData {Message}><m:DataSet><Obs><ObsKey><Value id="G" value="a"/></ObsKey><ObsValue value="1"/><Attributes>{attributes}</Attributes></Obs></m:DataSet></m:GenericData>"""
            )
        );
        Assert.Equal(
            ["2031|1|pppppppppppppppp"],
            ReadFigures.Rows(
                $$$"""{"data":{"structure":{"dimensions":{"observation":[{"id":"TIME_PERIOD","values":[{"id":"2031"}]}]},"attributes":{"observation":[{{{statuses}}}]}},"dataSets":[{"observations":{"0":[1,{{{values}}}]}}]}}"""
            )
        );
    }

    [Fact]
    public void A_coded_measure_is_shown_by_its_code() =>
        Assert.Equal(
            ["2031|HIGH|"],
            ReadFigures.Rows(
                """{"data":{"structure":{"dimensions":{"observation":[{"id":"TIME_PERIOD","values":[{"id":"2031"}]}]},"measures":{"observation":[{"id":"OBS_VALUE","values":[{"id":"LOW"},{"id":"HIGH"}]}]}},"dataSets":[{"observations":{"0":[1]}}]}}"""
            )
        );

    [Fact]
    public void A_key_outside_the_structure_is_left_out_and_named()
    {
        var file = ReadFigures.File(
            """{"data":{"structure":{"dimensions":{"observation":[{"id":"TIME_PERIOD","values":[{"id":"2031"}]}]}},"dataSets":[{"observations":{"0":[1],"7":[2],"0:0":[3],"-1":[4]}}]}}"""
        );
        Assert.Equal(["2031|1|"], ReadFigures.Rows(file));
        Assert.Equal(3, file.Notices.Count);
    }

    [Fact]
    public void The_first_observations_are_shown_and_all_are_counted()
    {
        var read = StatisticsReader.Read(System.Text.Encoding.UTF8.GetBytes(SameTableTests.Stat), 2);
        Assert.Equal((2, 3), (read.Rows.Count(), read.Observations));
    }
}
