using System.Globalization;
using System.Text.Json;
using Secretariat.Formats.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>
/// SDMX-JSON data messages 1.0 and 2.0 (field guides of the SDMX technical working group), and those of the drafts, whose structure and data
/// sets stand at the root. Keys and values are indexes into the structure, which may come after the data.
/// </summary>
internal sealed class SdmxJson(ObservationTable table)
{
    private readonly List<SdmxJsonStructure> structures = [];
    private int deleted;

    public static bool IsOne(Dictionary<string, ReadOnlyMemory<byte>> root) =>
        root.ContainsKey("dataSets")
        || root.ContainsKey("errors")
        || (root.TryGetValue("data", out var data) && IsData(data))
        || (root.ContainsKey("header") && root.ContainsKey("structure"));

    public StatisticsFile Read(Dictionary<string, ReadOnlyMemory<byte>> root)
    {
        if (root.TryGetValue("errors", out var errors))
            JsonNotices.Take(table, errors);
        var data = root.TryGetValue("data", out var inner) ? SoundJson.Members(inner) : root;
        ReadStructures(data);
        if (data.TryGetValue("dataSets", out var sets))
        {
            var index = 0;
            foreach (var set in SoundJson.Items(sets))
                if (index < StatisticsReader.MaxDataSets)
                    ReadSet(SoundJson.Members(set), index++);
                else
                    throw new InvalidDataException(
                        $"It has more than {StatisticsReader.MaxDataSets} data sets: ask the source for fewer."
                    );
        }
        if (deleted > 0)
            table.Notice($"Data sets whose observations are to be deleted: {deleted}; they are not counted.");
        return table.Finish("sdmx-json", structures.FirstOrDefault()?.Id);
    }

    private static bool IsData(ReadOnlyMemory<byte> data)
    {
        var members = SoundJson.Members(data);
        return members.ContainsKey("dataSets") || members.ContainsKey("structures") || members.ContainsKey("structure");
    }

    private void ReadStructures(Dictionary<string, ReadOnlyMemory<byte>> data)
    {
        IEnumerable<ReadOnlyMemory<byte>> written =
            data.TryGetValue("structures", out var several) ? SoundJson.Items(several)
            : data.TryGetValue("structure", out var one) ? [one]
            : [];
        foreach (var structure in written)
        {
            using var tree = SoundJson.Tree(structure, "The structure of the message");
            structures.Add(new SdmxJsonStructure(tree.RootElement, table));
            if (structures.Count > StatisticsReader.MaxDimensions)
                throw new InvalidDataException("It holds the data of too many structures: ask the source for one at a time.");
        }
    }

    private void ReadSet(Dictionary<string, ReadOnlyMemory<byte>> set, int index)
    {
        if (set.TryGetValue("action", out var action) && action.Span.SequenceEqual("\"Delete\""u8))
        {
            deleted++;
            return;
        }
        if (StructureOf(set, index) is not { } structure)
        {
            table.LeaveOut($"Data set {index} has no structure in the message; it is left out.");
            return;
        }
        table.Clear();
        structure.SetFixed();
        var cells = new SdmxJsonCells(table, structure);
        if (set.TryGetValue("series", out var series))
            ReadSeries(series, cells);
        if (set.TryGetValue("observations", out var observations))
            cells.Read(observations);
    }

    /// <summary>The structure that a data set names, or that names the data set; else the only one.</summary>
    private SdmxJsonStructure? StructureOf(Dictionary<string, ReadOnlyMemory<byte>> set, int index)
    {
        if (set.TryGetValue("structure", out var named) && IndexOf(named.Span) is { } number)
            return structures.ElementAtOrDefault(number);
        return structures.FirstOrDefault(s => s.DataSets.Contains(index))
            ?? structures.FirstOrDefault(s => s.DataSets.Count is 0);
    }

    private static int? IndexOf(ReadOnlySpan<byte> json) =>
        int.TryParse(json, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void ReadSeries(ReadOnlyMemory<byte> series, SdmxJsonCells cells)
    {
        var reader = new Utf8JsonReader(series.Span);
        reader.Read();
        for (var count = 0; reader.Read() && reader.TokenType is JsonTokenType.PropertyName; count++)
        {
            if (count == StatisticsReader.MaxSeries)
                throw new InvalidDataException(
                    $"It has more than {StatisticsReader.MaxSeries} series: ask the source for fewer."
                );
            var key = reader.GetString()!;
            var members = SoundJson.Members(SoundJson.Value(ref reader, series));
            if (
                cells.Begin(key, members.GetValueOrDefault("attributes"))
                && members.TryGetValue("observations", out var observations)
            )
                cells.Read(observations);
        }
    }
}
