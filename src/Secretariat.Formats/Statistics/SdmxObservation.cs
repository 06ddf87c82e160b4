using System.Xml;

namespace Secretariat.Formats.Statistics;

/// <summary>The series and the observation of an SDMX-ML message that are being read.</summary>
internal sealed class SdmxObservation(ObservationTable table)
{
    private readonly List<int> own = [];
    private bool isInSeries;
    private bool isInObservation;
    private bool isDeleted;
    private string? seriesTime;
    private string seriesFlags = "";
    private string? time;
    private string flags = "";
    private int deleted;

    /// <summary>The dimension that the observations of a series differ in, as the header says; mostly time.</summary>
    public string Across { get; set; } = Concepts.TimePeriod;

    /// <summary>The value as it is written.</summary>
    public string? Value { get; set; }

    public void DataSet(XmlReader xml)
    {
        isDeleted = false;
        while (xml.MoveToNextAttribute())
            if (xml.LocalName is "action" && xml.Value is "Delete" or "D")
                isDeleted = true;
        xml.MoveToElement();
    }

    public void Series()
    {
        table.Clear();
        isInSeries = true;
        (seriesTime, seriesFlags) = (null, "");
    }

    public void EndSeries() => isInSeries = false;

    public void Begin()
    {
        if (!isInSeries)
        {
            table.Clear();
            (seriesTime, seriesFlags) = (null, "");
        }
        foreach (var column in own)
            table.Set(column, -1);
        own.Clear();
        isInObservation = true;
        (time, flags, Value) = (null, "", null);
    }

    public void End()
    {
        isInObservation = false;
        if (isDeleted)
            deleted++;
        else if (ObservationValue.Read(Value, default) is { } value)
            table.Add(time ?? seriesTime, value, flags.Length > 0 ? flags : seriesFlags);
    }

    public void SayDeleted()
    {
        if (deleted > 0)
            table.Notice($"Observations to be deleted: {deleted}; they are not counted.");
    }

    /// <summary>What a structure-specific series carries: dimensions and attributes, which nothing but the structure tells apart.</summary>
    public void SeriesAttributes(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
            if (xml.NamespaceURI.Length is 0)
                Component("SeriesKey", xml.LocalName, xml.Value);
        xml.MoveToElement();
    }

    public void ObservationAttributes(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
            if (xml.NamespaceURI.Length is 0)
                Component("Obs", xml.LocalName, xml.Value);
        xml.MoveToElement();
    }

    /// <summary>A component of the series or observation.</summary>
    /// <param name="holder">The element that holds it: SeriesKey, ObsKey, Obs, Attributes, Comp; of any other one nothing is taken.</param>
    /// <param name="id">Its id in the structure.</param>
    /// <param name="value">Its value.</param>
    public void Component(string holder, string id, string value)
    {
        if (Concepts.IsStatus(id) && holder is not ("Group" or "GroupKey"))
            Status(value);
        else if (holder is "ObsKey" || holder is "Obs" or "Comp" && IsKey(id))
            Key(id, value, isOwn: isInObservation);
        else if (holder is "SeriesKey" && (Concepts.IsTime(id) || Concepts.CanBeDimension(id)))
            Key(id, value, isOwn: false);
        else if (holder is "Obs" or "Comp" && isInObservation && id is Concepts.Value)
            Value = value;
    }

    /// <summary>Of a structure-specific observation only what it differs in is its key, or without a series whatever can be a dimension.</summary>
    private bool IsKey(string id) =>
        isInObservation && (id == Across || Concepts.IsTime(id) || (!isInSeries && Concepts.CanBeDimension(id)));

    private void Status(string value)
    {
        var letters = ObservationValue.Flags(value);
        if (isInObservation)
            flags = ObservationValue.Join(flags, letters);
        else if (isInSeries)
            seriesFlags = ObservationValue.Join(seriesFlags, letters);
    }

    private void Key(string id, string value, bool isOwn)
    {
        if (Concepts.IsTime(id))
        {
            table.Time = table.ColumnOf(id);
            if (isOwn)
                time = value;
            else
                seriesTime = value;
            return;
        }
        var column = table.ColumnOf(id);
        table.Set(column, value);
        if (isOwn && isInSeries)
            own.Add(column);
    }
}
