namespace Secretariat.Tests.Formats.Statistics;

/// <summary>One invented table in every format: permits by year and place, of which one is missing.</summary>
public class SameTableTests
{
    internal const string Csv1 = """
        DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
        OFFICE:PERMITS(1.0),01/02/33,A,XA,2031,120,,
        OFFICE:PERMITS(1.0),01/02/33,A,XA,2032,130.5,p,F
        OFFICE:PERMITS(1.0),01/02/33,A,XB,2031,-7,be,
        OFFICE:PERMITS(1.0),01/02/33,A,XB,2032,,,C
        """;

    internal const string Csv2 = """
        STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;freq: Frequency;geo: Place;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS[]: Status;UPDATED
        dataflow;OFFICE:PERMITS(1.0): Permits;I;A.XA;A: Yearly;XA: A place: of ours;2031: 2031;120;;
        dataflow;OFFICE:PERMITS(1.0): Permits;I;A.XA;A: Yearly;XA: A place: of ours;2032: 2032;130,5;p;2033-01-01
        dataflow;OFFICE:PERMITS(1.0): Permits;I;A.XB;A: Yearly;XB: Another;2031: 2031;-7;b|e;
        dataflow;OFFICE:PERMITS(1.0): Permits;I;A.XB;A: Yearly;XB: Another;2032: 2032;NaN;;
        """;

    internal const string Tsv = "freq,geo\\TIME_PERIOD\t2031 \t2032 \nA,XA\t120 \t130.5 p\nA,XB\t-7 be\t: c\nA,XC\t:\t: \n";

    internal const string Generic = """
        <m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
          <m:Header><m:ID>1</m:ID><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="OFFICE" id="PERMITS"/></c:Structure></m:Structure></m:Header>
          <m:DataSet structureRef="S" action="Replace">
            <g:Group type="Sibling"><g:GroupKey><g:Value id="geo" value="XA"/></g:GroupKey><g:Attributes><g:Value id="OBS_STATUS" value="x"/></g:Attributes></g:Group>
            <g:Series><g:SeriesKey><g:Value id="freq" value="A"/><g:Value id="geo" value="XA"/></g:SeriesKey><g:Attributes><g:Value id="UNIT_MULT" value="0"/></g:Attributes>
              <g:Obs><g:ObsDimension value="2031"/><g:ObsValue value="120"/></g:Obs>
              <g:Obs><g:ObsDimension value="2032"/><g:ObsValue value="130.5"/><g:Attributes><g:Value id="OBS_STATUS" value="p"/></g:Attributes></g:Obs></g:Series>
            <g:Series><g:SeriesKey><g:Value id="freq" value="A"/><g:Value id="geo" value="XB"/></g:SeriesKey><g:Attributes><g:Value id="OBS_STATUS" value="be"/></g:Attributes>
              <g:Obs><g:ObsDimension id="TIME_PERIOD" value="2031"/><g:ObsValue value="-7"/></g:Obs>
              <g:Obs><g:ObsDimension value="2032"/><g:ObsValue value="NaN"/></g:Obs></g:Series>
          </m:DataSet>
        </m:GenericData>
        """;

    internal const string Flat = """
        <m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">
          <m:Header><m:Structure structureID="S" dimensionAtObservation="AllDimensions"><c:Structure xmlns:c="c"><URN>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=OFFICE:PERMITS(1.0)</URN></c:Structure></m:Structure></m:Header>
          <m:DataSet>
            <g:Obs><g:ObsKey><g:Value id="freq" value="A"/><g:Value id="geo" value="XA"/><g:Value id="TIME_PERIOD" value="2031-A1"/></g:ObsKey><g:ObsValue value="120"/></g:Obs>
            <g:Obs><g:ObsKey><g:Value id="freq" value="A"/><g:Value id="geo" value="XA"/><g:Value id="TIME_PERIOD" value="2032-A1"/></g:ObsKey><g:ObsValue value="130.5"/><g:Attributes><g:Value id="OBS_STATUS" value="p"/></g:Attributes></g:Obs>
            <g:Obs><g:ObsKey><g:Value id="freq" value="A"/><g:Value id="geo" value="XB"/><g:Value id="TIME_PERIOD" value="2031-A1"/></g:ObsKey><g:ObsValue value="-7"/><g:Attributes><g:Value id="OBS_STATUS" value="be"/></g:Attributes></g:Obs>
          </m:DataSet>
        </m:GenericData>
        """;

    internal const string Specific = """
        <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific" xmlns:c="c">
          <m:Header><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OFFICE:PERMITS(1.0)</c:StructureUsage></m:Structure></m:Header>
          <m:DataSet s:structureRef="S" xsi:type="x:DataSetType" xmlns:x="x">
            <Group xsi:type="x:Sibling" geo="XA" TITLE="Permits"/>
            <Series freq="A" geo="XA" UNIT_MULT="0" NOTE_ON_A="of A only"><Obs TIME_PERIOD="2031" OBS_VALUE="120"/><Obs TIME_PERIOD="2032" OBS_VALUE="130.5" OBS_STATUS="p" PLACE="kept apart"/></Series>
            <Series freq="A" geo="XB" UNIT_MULT="0"><Obs TIME_PERIOD="2031" OBS_VALUE="-7"><Comp id="OBS_STATUS"><Value>b</Value><Value>e</Value></Comp></Obs><Obs TIME_PERIOD="2032" OBS_VALUE="NaN"/></Series>
          </m:DataSet>
        </m:StructureSpecificData>
        """;

    internal const string Json1 = """
        {"header":{"id":"1"},"dataSets":[{"action":"Information","series":{
          "0:0":{"attributes":[0],"observations":{"0":[120,null],"1":[130.5,0]}},
          "0:1":{"observations":{"0":[-7,1],"1":[null,null]}}}}],
         "structure":{"id":"PERMITS","dimensions":{
          "series":[{"id":"freq","keyPosition":1,"values":[{"id":"A"}]},{"id":"geo","keyPosition":2,"values":[{"id":"XA"},{"id":"XB"}]}],
          "observation":[{"id":"TIME_PERIOD","keyPosition":3,"role":"time","values":[{"id":"2031"},{"id":"2032"}]}]},
          "attributes":{"series":[{"id":"UNIT_MULT","values":[{"id":"0"}]}],"observation":[{"id":"OBS_STATUS","values":[{"id":"p"},{"id":"be"}]}]}}}
        """;

    internal const string Json2 = """
        {"meta":{"schema":"x"},"data":{"dataSets":[{"structure":0,"observations":{"0:0":["120",7,null],"0:1":["130.5",7,"p"],"1:0":["-7",7,["b","e"],"x"],"1:1":["NaN",7]}}],
         "structures":[{"links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OFFICE:PERMITS(1.0)"}],
          "dimensions":{"dataSet":[{"id":"freq","keyPosition":0,"values":[{"id":"A"}]}],
           "observation":[{"id":"geo","keyPosition":1,"values":[{"id":"XA"},{"id":"XB"}]},{"id":"TIME_PERIOD","keyPosition":2,"values":[{"value":"2031"},{"value":"2032"}]}]},
          "measures":{"observation":[{"id":"OBS_VALUE"},{"id":"WEIGHT"}]},
          "attributes":{"observation":[{"id":"OBS_STATUS"},{"id":"NOTE"}]}}]}}
        """;

    internal const string Stat = """
        {"version":"2.0","class":"dataset","label":"Permits","value":{"0":120,"1":130.5,"2":-7},"status":{"1":"p","2":"be","3":"c"},
         "id":["freq","geo","time"],"size":[1,2,2],"role":{"time":["time"]},
         "dimension":{"freq":{"category":{"label":{"A":"Yearly"}}},"geo":{"category":{"index":{"XB":1,"XA":0}}},"time":{"category":{"index":["2031","2032"]}}},
         "extension":{"id":"PERMITS"}}
        """;

    internal const string Collection = """
        {"version":"2.0","class":"collection","link":{"item":[{"class":"dataset","value":[120,130.5,-7,null],"status":["","p","be","c"],
         "id":["freq","geo","time"],"size":[1,2,2],
         "dimension":{"freq":{"category":{"index":["A"]}},"geo":{"category":{"index":["XA","XB"]}},"time":{"category":{"index":{"2031":0,"2032":1}}}},
         "extension":{"id":"PERMITS"}}]}}
        """;

    internal const string Plain =
        "freq;geo;Year;Value;Flag\r\nA;XA;2031;120;\r\nA;XA;2032;130,5;p\r\nA;XB;2031;−7;be\r\nA;XB;2032;:;c\r\n";

    public static TheoryData<string, string> Formats =>
        new()
        {
            { "sdmx-csv-1.0", Csv1 },
            { "sdmx-csv-2.0", Csv2 },
            { "eurostat-tsv", Tsv },
            { "sdmx-ml-2.1", Generic },
            { "sdmx-ml-2.1", Flat },
            { "sdmx-ml-3.0", Specific },
            { "sdmx-json", Json1 },
            { "sdmx-json", Json2 },
            { "json-stat", Stat },
            { "json-stat", Collection },
            { "csv", Plain },
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_table_is_read_from_every_format(string format, string text)
    {
        var file = ReadFigures.File(text);

        Assert.Equal(["A|XA|2031|120|", "A|XA|2032|130.5|p", "A|XB|2031|-7|be"], ReadFigures.Rows(file));
        Assert.Equal((format, 2, 3), (file.Format, file.Series, file.Observations));
        Assert.Equal(3, file.Dimensions.Count);
        Assert.Empty(file.Notices);
        Assert.Equal(format is "csv" or "eurostat-tsv" ? null : "PERMITS", file.Structure);
    }
}
