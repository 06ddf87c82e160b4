using System.Globalization;

namespace Secretariat.Platform.Domain;

/// <summary>A date as data files give it: <c>2024-02-29</c>, or <c>2024-02</c> where only the month is known.</summary>
public static class PartialDate
{
    public static (DateOnly FirstDay, bool IsMonthOnly) Read(string text)
    {
        var isMonthOnly = text.Length == 7;
        var day = DateOnly.ParseExact(isMonthOnly ? text + "-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (day, isMonthOnly);
    }
}
