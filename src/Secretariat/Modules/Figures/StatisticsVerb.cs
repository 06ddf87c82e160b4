using System.CommandLine;
using System.Text.Json.Serialization;
using Secretariat.Formats.Statistics;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Figures;

/// <summary>Files of statistics on the command line.</summary>
public static class StatisticsVerb
{
    /// <summary>Most characters of rows in one answer, which is made as a whole before it is written.</summary>
    private const int MaxCharacters = 32 * 1024 * 1024;

    public static Command Inspect()
    {
        var rows = new Option<int?>("--rows") { Description = "Show so many observations" };
        var all = new Option<bool>("--all") { Description = "Show all observations" };
        rows.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > StatisticsReader.MaxRows)
                result.AddError($"--rows takes a number from 0 to {StatisticsReader.MaxRows}.");
        });
        return Inspection.Of(
            "statistics",
            "Shows the observations of statistics (SDMX-CSV, SDMX-ML, SDMX-JSON, Eurostat's TSV, JSON-stat, CSV).",
            StatisticsReader.MaxBytes,
            [rows, all],
            (parsed, file, bytes) =>
                Describe(file, bytes, parsed.GetValue(all) ? StatisticsReader.MaxRows : parsed.GetValue(rows))
        );
    }

    private static Answer Describe(string file, byte[] bytes, int? rows)
    {
        try
        {
            var read = StatisticsReader.Read(bytes, rows ?? 0);
            if (rows is StatisticsReader.MaxRows && read.Observations > rows)
                throw TooMany(read);
            return new Answer(
                file,
                true,
                null,
                read.Format,
                read.Structure,
                read.Dimensions,
                read.Series,
                read.Observations,
                read.Notices,
                rows is null ? null : Shown(read)
            );
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{file}: {problem.Message}", problem);
        }
    }

    private static IEnumerable<Dictionary<string, string>> Shown(StatisticsFile read)
    {
        var characters = read.Rows.Sum(o =>
            o.Value.Length + o.Flags.Length + 60L + o.Key.Sum(k => k.Key.Length + k.Value.Length + 6L)
        );
        return characters <= MaxCharacters ? read.Rows.Select(Shown) : throw TooMany(read);
    }

    private static Dictionary<string, string> Shown(StatisticsObservation observation)
    {
        var row = observation.Key.ToDictionary(StringComparer.Ordinal);
        if (observation.Time is { } time)
            row["TIME_PERIOD"] = time;
        row["OBS_VALUE"] = observation.Value;
        row["flags"] = observation.Flags;
        return row;
    }

    private static InvalidDataException TooMany(StatisticsFile read) =>
        new($"It has {read.Observations} observations, too many to be shown at once: use --rows with a smaller number.");

    private sealed record Answer(
        string File,
        bool Ok,
        string? Error,
        string Format,
        string? Structure,
        IReadOnlyList<string> Dimensions,
        int Series,
        int Observations,
        IReadOnlyList<string> Notices,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<Dictionary<string, string>>? Rows
    );
}
