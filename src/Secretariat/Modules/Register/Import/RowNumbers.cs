using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Names rows that are at odds: a file may have thousands with one key, and each of them names the others.</summary>
internal static class RowNumbers
{
    private const int MostNamed = 10;

    public static Reason Of(IReadOnlyCollection<RowOutcome> rows)
    {
        var named = string.Join(", ", rows.Take(MostNamed).Select(r => r.Row));
        return rows.Count > MostNamed ? Text.Key("{0} and {1} more", named, rows.Count - MostNamed) : Reason.Quoted(named);
    }
}
