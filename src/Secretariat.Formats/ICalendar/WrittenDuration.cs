using System.Globalization;
using System.Text.RegularExpressions;

namespace Secretariat.Formats.ICalendar;

/// <summary>A duration (RFC 5545 section 3.3.6): days are days on the calendar, hours and less are exact.</summary>
internal sealed partial record WrittenDuration(int Days, TimeSpan Time)
{
    private const int MaxLength = 60;

    /// <summary>The duration, or null where it is none, or negative, which the duration of an event cannot be (section 3.8.2.5).</summary>
    public static WrittenDuration? Read(string text)
    {
        if (text.Length > MaxLength || Written().Match(text.Trim().ToUpperInvariant()) is not { Success: true } match)
            return null;
        return new WrittenDuration(
            Number(match, "weeks") * 7 + Number(match, "days"),
            TimeSpan.FromHours(Number(match, "hours"))
                + TimeSpan.FromMinutes(Number(match, "minutes"))
                + TimeSpan.FromSeconds(Number(match, "seconds"))
        );
    }

    private static int Number(Match match, string unit) =>
        match.Groups[unit].Success ? int.Parse(match.Groups[unit].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A\+?P((?<weeks>[0-9]{1,6})W)?((?<days>[0-9]{1,6})D)?(T((?<hours>[0-9]{1,7})H)?((?<minutes>[0-9]{1,8})M)?((?<seconds>[0-9]{1,9})S)?)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
