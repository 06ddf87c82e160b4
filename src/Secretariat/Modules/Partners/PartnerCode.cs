using System.Text;
using System.Text.RegularExpressions;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>The word by which a partner stands in addresses and files, such as <c>ms-ee</c>.</summary>
public static partial class PartnerCode
{
    private const int Longest = 40;

    /// <summary>What stands in its place in addresses of pages.</summary>
    private static readonly string[] Reserved = ["new", "import"];

    public static bool IsOne(string code) => code.Length <= Longest && Pattern().IsMatch(code) && !Reserved.Contains(code);

    /// <summary>
    /// The name as it can stand in an address, with a number where it is taken; of a name in letters for which no Latin ones are known, the
    /// kind with a number.
    /// </summary>
    public static string For(string name, string kind, IReadOnlySet<string> taken)
    {
        var stem = Stem(InLatin(name));
        if (stem.Length is 0)
            return Numbered(kind, 1, taken);
        return taken.Contains(stem) || Reserved.Contains(stem) ? Numbered(stem, 2, taken) : stem;
    }

    private static string Numbered(string stem, int first, IReadOnlySet<string> taken) =>
        Enumerable.Range(first, taken.Count + 1).Select(n => $"{stem}-{n}").First(c => !taken.Contains(c));

    private static string InLatin(string name) =>
        Fold.Plain(name.Trim()) is var plain && plain.Any(c => char.IsLetter(c) && !char.IsAscii(c)) ? Latin.Of(plain) : plain;

    private static string Stem(string latin)
    {
        var code = new StringBuilder();
        foreach (var c in latin)
        {
            if (char.IsAsciiLetterOrDigit(c))
                code.Append(char.ToLowerInvariant(c));
            else if (code.Length > 0 && code[^1] != '-')
                code.Append('-');
        }

        var slug = code.ToString().Trim('-');
        return slug[..Math.Min(slug.Length, Longest)].Trim('-');
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
