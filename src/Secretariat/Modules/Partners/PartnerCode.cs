using System.Text;
using System.Text.RegularExpressions;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>The word by which a partner stands in addresses and files, such as <c>ms-ee</c>.</summary>
public static partial class PartnerCode
{
    private const int Longest = 40;

    /// <summary>What stands in its place in addresses of pages.</summary>
    private static readonly string[] Reserved = ["new", "import"];

    public static bool IsOne(string code) => code.Length <= Longest && Pattern().IsMatch(code) && !Reserved.Contains(code);

    /// <summary>The name as it can stand in an address, with a number where it is taken.</summary>
    public static string For(string name, IReadOnlySet<string> taken)
    {
        var stem = Stem(name);
        return taken.Contains(stem) || Reserved.Contains(stem)
            ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(c => !taken.Contains(c))
            : stem;
    }

    private static string Stem(string name)
    {
        var code = new StringBuilder();
        foreach (var c in Fold.Of(name.Trim()))
        {
            if (char.IsAsciiLetterOrDigit(c))
                code.Append(char.ToLowerInvariant(c));
            else if (code.Length > 0 && code[^1] != '-')
                code.Append('-');
        }

        var slug = code.ToString().Trim('-');
        return slug.Length > 0 ? slug[..Math.Min(slug.Length, Longest)].Trim('-') : "partner";
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
