using System.Text;
using Secretariat.Formats.Statistics;

namespace Secretariat.Tests.Formats.Statistics;

/// <summary>Files of statistics in short: one line an observation.</summary>
internal static class ReadFigures
{
    public static StatisticsFile File(string text) => StatisticsReader.Read(Encoding.UTF8.GetBytes(text), 1_000);

    /// <summary>Codes, period, value and flags of each observation, parted by bars.</summary>
    public static string[] Rows(StatisticsFile file) => [.. file.Rows.Select(Row)];

    public static string[] Rows(string text) => Rows(File(text));

    public static string WhyNot(string text) => Assert.Throws<InvalidDataException>(() => File(text)).Message;

    private static string Row(StatisticsObservation o) =>
        string.Join('|', o.Key.Select(k => k.Value).Append(o.Time ?? "-").Append(o.Value).Append(o.Flags));
}
