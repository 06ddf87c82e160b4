using System.Globalization;
using System.Text.RegularExpressions;

namespace Secretariat.Modules.Register.Import;

/// <summary>Days with the month in letters, in the languages of the Union: the names are those of the CLDR data in .NET.</summary>
internal static partial class MonthNames
{
    /// <summary>Words beside the month have no more: “1er”, “1st”, “de”, “gada”.</summary>
    private const int LongestSmallWord = 4;

    private static readonly string[] Languages =
    [
        .. "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv de-AT".Split(' '),
    ];

    /// <summary>The numbers of the months by their names: “listopad” is October in one language and November in others.</summary>
    private static readonly ILookup<string, int> Months = Languages
        .SelectMany(language => Named(CultureInfo.GetCultureInfo(language).DateTimeFormat))
        .Where(m => m.Name.Length > 1)
        .Distinct()
        .ToLookup(m => m.Name, m => m.Month, StringComparer.Ordinal);

    /// <summary>The days that it can be; none where a word is no month.</summary>
    public static IReadOnlyList<DateOnly> Read(string said)
    {
        var words = Words().Matches(said).Select(m => m.Value).ToList();
        var numbers = words.FindAll(w => char.IsAsciiDigit(w[0]));
        var months = words.SelectMany(w => Months[Known.Key(w)]).Distinct().ToList();
        if (words.Exists(w => w.Length > LongestSmallWord && !char.IsAsciiDigit(w[0]) && !Months.Contains(Known.Key(w))))
            return [];
        if (numbers.Find(n => n.Length is 4) is not { } year || numbers.Find(n => n.Length <= 2) is not { } day)
            return [];
        return numbers.Count is 2 ? WrittenDay.Days(months.Select(m => ((int, int, int)?)(Number(year), m, Number(day)))) : [];
    }

    private static IEnumerable<(string Name, int Month)> Named(DateTimeFormatInfo format) =>
        new[]
        {
            format.MonthNames,
            format.MonthGenitiveNames,
            format.AbbreviatedMonthNames,
            format.AbbreviatedMonthGenitiveNames,
        }.SelectMany(names => names.Take(12).Select((name, i) => (Known.Key(name), i + 1)));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[0-9]+|[\p{L}\p{M}]+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
