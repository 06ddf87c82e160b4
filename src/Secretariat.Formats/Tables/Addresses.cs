namespace Secretariat.Formats.Tables;

/// <summary>What people write into a column of e-mail addresses.</summary>
internal static class Addresses
{
    private const string Scheme = "mailto:";

    /// <summary>Whether it is one or several addresses, with names beside them in angle brackets or none; a dash says that there is none.</summary>
    public static bool AreUsable(string said)
    {
        if (CellShape.IsAddress(said))
            return true;
        if (!said.Any(char.IsLetterOrDigit))
            return !said.Contains('@', StringComparison.Ordinal);
        var pieces = said.Contains('<', StringComparison.Ordinal)
            ? InBrackets(said)
            : said.Split([';', ',', ' ', '\n', '\r', '\t', '\u00A0']);
        var named = pieces.Where(p => p.Any(char.IsLetterOrDigit)).ToList();
        return named.Count > 0 && named.TrueForAll(IsUsable);
    }

    private static string[] InBrackets(string said) =>
        [
            .. said.Split('<')
                .Skip(1)
                .Select(p => p.Contains('>', StringComparison.Ordinal) ? p[..p.IndexOf('>', StringComparison.Ordinal)] : "?"),
        ];

    private static bool IsUsable(string piece)
    {
        var bare = piece.Trim();
        if (bare.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            bare = bare[Scheme.Length..];
        return CellShape.IsAddress(bare)
            || bare.Contains('/', StringComparison.Ordinal) && Array.TrueForAll(bare.Split('/'), CellShape.IsAddress);
    }
}
