using System.Globalization;

namespace Secretariat.Bench;

/// <summary>One comparison: what we reach, what the baseline reached in the same run, and what was asked for.</summary>
/// <param name="Ratio">Ours over the baseline's: the median of the rounds.</param>
/// <param name="Goal">The least ratio asked for, or null.</param>
/// <param name="Most">The highest ratio asked for, where less is better.</param>
internal sealed record Row(string Name, string Figure, string Baseline, double Ratio, double? Goal = null, double? Most = null)
{
    public string Verdict =>
        (Goal, Most) switch
        {
            ({ } least, _) => Say("≥", least, Ratio >= least),
            (_, { } most) => Say("≤", most, Ratio <= most),
            _ => "",
        };

    private static string Say(string sign, double goal, bool isMet) =>
        string.Create(CultureInfo.InvariantCulture, $"{sign} {goal:0.##} {(isMet ? "met" : "MISSED")}");
}

/// <summary>What was found, as a table that fits a terminal.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        string[][] cells =
        [
            ["what", "figure", "baseline", "ratio", "goal"],
            .. rows.Select(r =>
                new[] { r.Name, r.Figure, r.Baseline, r.Ratio.ToString("0.00", CultureInfo.InvariantCulture), r.Verdict }
            ),
        ];
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(c => c[column].Length)).ToList();
        foreach (var line in cells)
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}

/// <summary>Several rounds of both sides, one after the other, so that a busy machine meets both.</summary>
internal sealed class Rounds
{
    private readonly List<(double Ours, double Theirs)> _speeds = [];

    /// <summary>Two speeds of one round, in the same unit a second.</summary>
    public void Add(double ours, double theirs) => _speeds.Add((ours, theirs));

    public double Ours => Median(_speeds.Select(s => s.Ours));

    public double Theirs => Median(_speeds.Select(s => s.Theirs));

    /// <summary>Of the rounds' ratios, not the ratio of the medians: each round has its own weather.</summary>
    public double Ratio => Median(_speeds.Select(s => s.Ours / s.Theirs));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
