namespace Secretariat.Platform.Mail;

/// <summary>How long a server that failed is left alone: twice as long each time, up to five minutes.</summary>
public static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="failures">How often it failed in a row, at least once.</param>
    /// <param name="chance">0 to 1: takes up to half of it away, so that what fell together does not come back together.</param>
    public static TimeSpan After(int failures, double chance)
    {
        var whole = failures > 10 ? Longest : First * Math.Pow(2, failures - 1);
        return (whole < Longest ? whole : Longest) * (1 - (chance / 2));
    }
}
