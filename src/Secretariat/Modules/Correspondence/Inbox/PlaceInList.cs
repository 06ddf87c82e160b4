using System.Globalization;
using System.Runtime.InteropServices;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Where a row stands in a list by time: its instant and key, as they stand in an address.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlaceInList(DateTimeOffset At, Guid Id) : IParsable<PlaceInList>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");

    public static PlaceInList Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"“{s}” is no place in a list.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PlaceInList result)
    {
        result = default;
        if (s?.Split('-') is not [var ticks, var id])
            return false;
        var isPlace =
            long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            & Guid.TryParseExact(id, "N", out var key);
        if (!isPlace || at > DateTimeOffset.MaxValue.Ticks)
            return false;
        result = new PlaceInList(new DateTimeOffset(at, TimeSpan.Zero), key);
        return true;
    }
}
