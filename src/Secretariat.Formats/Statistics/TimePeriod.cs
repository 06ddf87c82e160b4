using System.Globalization;
using System.Text.RegularExpressions;

namespace Secretariat.Formats.Statistics;

/// <summary>Periods of time as SDMX writes them (SDMX 3.0 section 6, chapter 4.2.2; the same in 2.1), whatever the file's own habit.</summary>
public static partial class TimePeriod
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>
    /// A year as <c>2023</c>, a month as <c>2023-04</c>, a day as <c>2023-04-05</c>, a half-year, trimester, quarter or week as <c>2023-S1</c>,
    /// <c>2023-T1</c>, <c>2023-Q1</c>, <c>2023-W05</c>. Reads the Gregorian and reporting periods of SDMX (<c>2023-A1</c>, <c>2023-M04</c>;
    /// a reporting year is taken to begin in January), Eurostat's short forms (<c>2023M04</c>, <c>2023Q1</c>), a time zone behind them, and
    /// English months (<c>JAN2009</c>). Ranges, instants, days of a reporting year and what is no period stay as they are written.
    /// </summary>
    public static string Normalise(string period)
    {
        period = period.Trim();
        var match = Written().Match(period);
        if (match.Success && Part(match) is { } written)
            return match.Groups["year"].Value + written;
        match = Days().Match(period);
        if (match.Success)
            return $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}";
        match = Digits().Match(period);
        if (match.Success && Month(Number(match, "month")) is { } digits)
            return match.Groups["year"].Value + digits;
        match = Named().Match(period);
        return match.Success && MonthNamed(match.Groups["name"].Value) is { } named ? match.Groups["year"].Value + named : period;
    }

    private static string? Part(Match match) =>
        match.Groups["letter"].Value.ToUpperInvariant() switch
        {
            "" or "A" => "",
            "M" => Month(Number(match, "number")),
            "H" or "S" => Short("S", Number(match, "number"), 2),
            "T" => Short("T", Number(match, "number"), 3),
            "Q" => Short("Q", Number(match, "number"), 4),
            "W" when Number(match, "number") is >= 1 and <= 53 and var week => string.Create(
                CultureInfo.InvariantCulture,
                $"-W{week:00}"
            ),
            _ => null,
        };

    private static string? Short(string letter, int number, int most) =>
        number >= 1 && number <= most ? string.Create(CultureInfo.InvariantCulture, $"-{letter}{number}") : null;

    private static string? Month(int number) =>
        number is >= 1 and <= 12 ? string.Create(CultureInfo.InvariantCulture, $"-{number:00}") : null;

    /// <summary>A month by its English name, or by the three or four letters it is cut to.</summary>
    private static string? MonthNamed(string name) =>
        Month(
            Array.FindIndex(
                Months,
                m =>
                    m.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Length is 3 or 4
                    || m.Equals(name, StringComparison.OrdinalIgnoreCase)
            ) + 1
        );

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        "^(?:(?<year>[0-9]{4})(?:[- ]?(?<letter>[AMQSTWHamqstwh])(?<number>[0-9]{1,2})?)?|(?<letter>[QSHT])(?<number>[0-9])[ /-](?<year>[0-9]{4}))(?:Z|[+-][0-9]{2}:[0-9]{2})?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Written();

    [GeneratedRegex(
        "^(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})-|M(?<month>[0-9]{2})D)(?<day>[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Days();

    [GeneratedRegex(
        "^(?:(?<year>[0-9]{4})[/-](?<month>[0-9]{1,2})|(?<month>[0-9]{1,2})/(?<year>[0-9]{4}))(?:Z|[+-][0-9]{2}:[0-9]{2})?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Digits();

    [GeneratedRegex(
        "^(?:(?<name>[a-z]{3,9})[ .-]{0,2}(?<year>[0-9]{4})|(?<year>[0-9]{4})[ .-]{0,2}(?<name>[a-z]{3,9}))$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Named();
}
