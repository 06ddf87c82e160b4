using System.Globalization;

namespace Secretariat.Platform.Localization;

/// <summary>A language of the interface, and how it writes dates and numbers.</summary>
public sealed class Language : IFormatProvider, ICustomFormatter
{
    private const string HardSpace = "\u00A0";

    public Language(string code)
    {
        Code = code;
        Culture = (CultureInfo)CultureInfo.GetCultureInfo(code).Clone();
        Culture.NumberFormat.NumberGroupSeparator = HardSpace;
        Culture.NumberFormat.NumberGroupSizes = [3];
        Culture.DateTimeFormat.LongDatePattern = "d MMMM yyyy";
    }

    /// <summary>ISO 639-1, as it stands in addresses and in <c>lang</c>.</summary>
    public string Code { get; }

    /// <summary>The name in the language itself.</summary>
    public string Name => Culture.NativeName;

    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public CultureInfo Culture { get; }

    /// <summary>28 November 2023, 1er octobre 2025</summary>
    public string Date(DateOnly date) => WithFirst(Code, date, date.ToString("D", Culture));

    /// <summary>A count or a measure, never a year or a reference.</summary>
    public string Number(decimal number) => number.ToString("#,0.##########", Culture);

    /// <summary>In French the first of a month is an ordinal, every other day a number.</summary>
    public static string WithFirst(string code, DateOnly date, string written) =>
        code == "fr" && date.Day == 1 ? $"1er{written[1..]}" : written;

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : Culture.GetFormat(formatType!);

    string ICustomFormatter.Format(string? format, object? arg, IFormatProvider? formatProvider) =>
        (format, arg) switch
        {
            (null or "", DateOnly date) => Date(date),
            (null or "", int or long or decimal) => Number(Convert.ToDecimal(arg, Culture)),
            (_, IFormattable value) => value.ToString(format, Culture),
            _ => arg?.ToString() ?? "",
        };
}
