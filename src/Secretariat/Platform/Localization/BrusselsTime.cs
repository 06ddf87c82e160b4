using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Localization;

public static class BrusselsTime
{
    /// <summary>5 March 2024, 11:02, as the clock in Brussels showed it.</summary>
    public static string Moment(this Text t, DateTimeOffset instant)
    {
        var local = Clock.LocalOf(instant);
        return t.Of("{0}, {1:HH:mm}", t.Date(DateOnly.FromDateTime(local)), local);
    }
}
