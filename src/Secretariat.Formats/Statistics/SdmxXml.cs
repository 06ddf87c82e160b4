using System.Xml;

namespace Secretariat.Formats.Statistics;

/// <summary>
/// SDMX-ML data messages (SDMX 2.1 section 3A, SDMX 3.0 section 3): generic and structure-specific, by series or flat. Elements are told by
/// their local names, which are the same in all of them; what the message's footer says is a notice.
/// </summary>
internal sealed class SdmxXml(ObservationTable table)
{
    private const string Base = "http://www.sdmx.org/resources/sdmxml/schemas/";

    private readonly SdmxObservation observation = new(table);
    private readonly List<string> structures = [];
    private string format = "";
    private bool isGeneric;
    private string? structure;
    private string holder = "";
    private string? comp;
    private int footer = -1;
    private int header = -1;

    public StatisticsFile Read(ReadOnlyMemory<byte> bytes)
    {
        using var xml = SoundXml.Open(bytes);
        while (xml.Read())
        {
            if (xml.Depth > StatisticsReader.MaxDepth)
                throw new InvalidDataException(
                    $"Its elements are nested more than {StatisticsReader.MaxDepth} deep at line {((IXmlLineInfo)xml).LineNumber}: SDMX is not; fetch it again from its source."
                );
            if (xml.NodeType is XmlNodeType.Element)
                Start(xml);
            else if (xml.NodeType is XmlNodeType.EndElement)
                End(xml.LocalName, xml.Depth);
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Text(xml.Value);
        }
        observation.SayDeleted();
        return table.Finish(format, structure, drops: !isGeneric);
    }

    private void Start(XmlReader xml)
    {
        if (format.Length is 0)
        {
            Root(xml);
            return;
        }
        var (name, isEmpty, depth) = (xml.LocalName, xml.IsEmptyElement, xml.Depth);
        if (header >= 0)
            Header(xml, name);
        else if (footer < 0)
            Data(xml, name);
        if (name is "Header")
            header = depth;
        else if (name is "Footer")
            footer = depth;
        if (isEmpty)
            End(name, depth);
    }

    /// <summary>The message's kind and version, which its root says.</summary>
    private void Root(XmlReader xml)
    {
        var uri = xml.NamespaceURI;
        var version = uri.StartsWith(Base, StringComparison.OrdinalIgnoreCase) ? uri[Base.Length..].Split('/')[0] : "";
        format = version switch
        {
            "v2_1" => "sdmx-ml-2.1",
            "v3_0" or "v3_1" => "sdmx-ml-3.0",
            "v1_0" or "v2_0" => throw new InvalidDataException(
                "It is SDMX-ML of an older version than 2.1: ask the source for 2.1 or SDMX-CSV."
            ),
            _ => throw new InvalidDataException(
                $"It is XML, but no SDMX-ML message: its root is {Words.OnOneLine(xml.LocalName)}; ask the source for SDMX-ML or SDMX-CSV."
            ),
        };
        isGeneric = xml.LocalName.StartsWith("Generic", StringComparison.Ordinal);
        if (xml.LocalName is "Error")
            footer = xml.Depth;
        else if (!xml.LocalName.EndsWith("Data", StringComparison.Ordinal))
            throw new InvalidDataException(
                $"It is an SDMX-ML message of kind {Words.OnOneLine(xml.LocalName)}, which holds no observations: ask the source for the data."
            );
    }

    private void Header(XmlReader xml, string name)
    {
        if (name is "Structure" && xml.GetAttribute("dimensionAtObservation") is { } dimension)
            observation.Across = dimension;
        else if (name is "Ref" && xml.GetAttribute("id") is { } id)
            Structured(id);
    }

    private void Structured(string reference)
    {
        if (Concepts.IdOf(reference) is not { } id || structures.Contains(id))
            return;
        structure ??= id;
        structures.Add(id);
        if (structures.Count is 2)
            table.Notice("It holds data of several structures; the first one is named.");
    }

    private void Data(XmlReader xml, string name)
    {
        switch (name)
        {
            case "DataSet":
                observation.DataSet(xml);
                break;
            case "Series":
                observation.Series();
                if (!isGeneric)
                    observation.SeriesAttributes(xml);
                break;
            case "Obs":
                observation.Begin();
                if (!isGeneric)
                    observation.ObservationAttributes(xml);
                break;
            case "SeriesKey" or "ObsKey" or "GroupKey" or "Attributes" or "Group":
                holder = name;
                break;
            case "Value" when isGeneric && xml.GetAttribute("id") is { } id:
                observation.Component(holder, id, xml.GetAttribute("value") ?? "");
                break;
            case "ObsDimension":
                observation.Component("ObsKey", xml.GetAttribute("id") ?? observation.Across, xml.GetAttribute("value") ?? "");
                break;
            case "ObsValue":
                observation.Value = xml.GetAttribute("value");
                break;
            case "Comp" when !isGeneric:
                comp = xml.GetAttribute("id");
                break;
        }
    }

    private void Text(string text)
    {
        if (footer >= 0)
            table.Notice(text);
        else if (header >= 0 && text.AsSpan().Trim().StartsWith("urn:sdmx:"))
            Structured(text);
        else if (comp is not null)
            observation.Component("Comp", comp, text.Trim());
    }

    private void End(string name, int depth)
    {
        if (depth == header)
            header = -1;
        else if (depth == footer && name is "Footer")
            footer = -1;
        else if (header < 0 && footer < 0)
            EndData(name);
    }

    private void EndData(string name)
    {
        if (name is "Obs")
            observation.End();
        else if (name is "Series")
            observation.EndSeries();
        else if (name is "Comp")
            comp = null;
    }
}
