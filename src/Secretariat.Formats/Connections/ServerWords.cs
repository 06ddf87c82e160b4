using System.Text;

namespace Secretariat.Formats.Connections;

/// <summary>What a server says to a person, made fit for one line of a log or page.</summary>
internal static class ServerWords
{
    private const int Longest = 1000;

    /// <summary>Reads text that has one character per byte as UTF-8, without control characters.</summary>
    public static string Clean(string bytes)
    {
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
        var shown = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return shown.Length <= Longest ? shown : WellFormed.Cut(shown, Longest) + "…";
    }
}
