using System.Globalization;
using System.Text.RegularExpressions;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>A number in the Commission's register of documents, <c>Ares(2024)1300417</c>. It is recorded here, never issued.</summary>
public static partial class AresNumbers
{
    public static bool IsOne(string? number) => number is not null && Pattern().IsMatch(number);

    /// <summary>Why a number and its day cannot be recorded, or null.</summary>
    public static Reason? WhyNot(string? number, DateOnly? on, DateOnly today)
    {
        if (!IsOne(number))
            return Text.Key("An Ares number looks like Ares(2024)1300417.");
        if (on is not { } day)
            return Text.Key("Say the day of registration.");
        if (day > today)
            return Text.Key("The day of registration lies in the future.");
        var year = day.Year.ToString(CultureInfo.InvariantCulture);
        return number!.Contains($"({year})", StringComparison.Ordinal)
            ? null
            : Text.Key("{0} is not a number of {1}: number and day name another year.", number, year);
    }

    [GeneratedRegex(@"^Ares\([0-9]{4}\)[0-9]{1,8}$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
