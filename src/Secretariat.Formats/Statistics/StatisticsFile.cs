namespace Secretariat.Formats.Statistics;

/// <summary>What a file of statistics holds.</summary>
/// <param name="Format">
/// How it is written: <c>sdmx-csv-1.0</c>, <c>sdmx-csv-2.0</c>, <c>sdmx-ml-2.1</c>, <c>sdmx-ml-3.0</c>, <c>sdmx-json</c>,
/// <c>eurostat-tsv</c>, <c>json-stat</c> or <c>csv</c>.
/// </param>
/// <param name="Structure">The id of the dataflow or data structure, without agency and version; null where the file names none.</param>
/// <param name="Dimensions">The dimensions in the file's order and spelling, the one of time among them.</param>
/// <param name="Series">How many keys without time have at least one observation with a value.</param>
/// <param name="Observations">How many observations have a value.</param>
/// <param name="Notices">
/// What the file says instead of or beside data, and what of it could not be taken; at most
/// <see cref="StatisticsReader.MaxNotices"/>, each on one line.
/// </param>
/// <param name="Rows">The first observations with a value in the file's order, as many as were asked for; made while they are read.</param>
public sealed record StatisticsFile(
    string Format,
    string? Structure,
    IReadOnlyList<string> Dimensions,
    int Series,
    int Observations,
    IReadOnlyList<string> Notices,
    IEnumerable<StatisticsObservation> Rows
);

/// <summary>One observation that has a value.</summary>
/// <param name="Key">Names and codes of the dimensions without time, in the file's order; the code is empty where the file gives none.</param>
/// <param name="Time">The period as <see cref="TimePeriod.Normalise"/> writes it; null where the file has no dimension of time.</param>
/// <param name="Value">The value with a decimal point and without separators of thousands; a coded value as it stands.</param>
/// <param name="Flags">The letters of its flag or status as the file has them, for instance <c>p</c> or <c>be</c>; mostly empty.</param>
public sealed record StatisticsObservation(
    IReadOnlyList<KeyValuePair<string, string>> Key,
    string? Time,
    string Value,
    string Flags
);
