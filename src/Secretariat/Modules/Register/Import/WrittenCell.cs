using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Import;

/// <summary>What people write into cells, and what they mean by it.</summary>
internal static partial class WrittenCell
{
    private const int FewestDigits = 6;
    private const char Minus = '\u2212';
    private const char Lost = '\uFFFD';

    /// <summary>What stands for nothing, apart from dashes.</summary>
    private static readonly FrozenSet<string> Nothing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["n/a", "n.a.", "n. a.", "n.d.", "n/d", "k.A.", "k. A.", "s.o.", "s/o", "nvt", "n.v.t."]
    );

    /// <summary>Without signs that nobody sees; null where it says nothing, as a dash does.</summary>
    public static string? Said(string cell)
    {
        var said = string.Concat(cell.Where(c => !OneLine.IsUnseen(c)).Select(c => c is '\t' ? ' ' : c)).Trim();
        return said.All(IsDash) || Nothing.Contains(said) ? null : said;
    }

    /// <summary>The addresses in it; one or none where it is read as a whole.</summary>
    public static IReadOnlyList<string> Addresses(string said)
    {
        var whole = WithoutScheme(said.TrimEnd(';', ',', ' '));
        var found = AddressLike()
            .Matches(said)
            .Select(m => WithoutScheme(m.Value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return found.Count > 1 || said.EndsWith('>') ? found : [whole];
    }

    /// <summary>Digits and what people write beside them; a number that a spreadsheet made of them has lost some.</summary>
    public static bool IsPhone(string said) =>
        said.Count(char.IsDigit) is > 0 and var digits
        && (digits >= FewestDigits || !said.Any(char.IsLetter))
        && !said.Contains('@', StringComparison.Ordinal)
        && !Exponent().IsMatch(said);

    public static bool IsOfSeveralPeople(string name) => name.AsSpan().IndexOfAny("/&;|\n") >= 0;

    private static string WithoutScheme(string said) =>
        said.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? said["mailto:".Length..] : said;

    private static bool IsDash(char c) => c is not Lost && (char.IsPunctuation(c) || char.IsWhiteSpace(c) || c is Minus);

    [GeneratedRegex(@"[^\s<>,;""()]+@[^\s<>,;""()]+", RegexOptions.None, 1000)]
    private static partial Regex AddressLike();

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)?E[+-]?[0-9]+$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Exponent();
}
