using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Secretariat.Design;

namespace Secretariat.Tests.Whole;

/// <summary>Finds every sentence that pages and code ask the catalogue for.</summary>
public static class TextKeys
{
    private static readonly Regex CodeLiteral = new(
        @"(?:\b[Tt]\[\s*|\b(?:[Tt]|[Tt]exts?)\.Of\(\s*|For\([^()]*\)\.Of\(\s*|\bText\.Key\(\s*|\bDisplay\(Name = |\bErrorMessage = )"
            + "\"(?<key>(?:[^\"\\\\]|\\\\.)*)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    public static string Root { get; } = FindRoot();

    /// <summary>Sentence and the files it stands in.</summary>
    public static ILookup<string, string> Used()
    {
        var source = Path.Combine(Root, "src", "Secretariat");
        var uses =
            from file in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories)
            where
                Path.GetExtension(file) is ".cs" or ".cshtml"
                && !file.Contains("/obj/", StringComparison.Ordinal)
            from key in In(
                File.ReadAllText(file),
                isPage: file.EndsWith(".cshtml", StringComparison.Ordinal)
            )
            where key.Any(char.IsLetter)
            select (Key: key, File: Path.GetRelativePath(Root, file));
        return uses.ToLookup(use => use.Key, use => use.File);
    }

    public static IEnumerable<string> In(string source, bool isPage)
    {
        var found = CodeLiteral
            .Matches(source)
            .Select(match => Regex.Unescape(match.Groups["key"].Value));
        return isPage ? found.Concat(InAttributes(source)) : found;
    }

    private static IEnumerable<string> InAttributes(string page) =>
        from helper in TagHelpers()
        from tag in Regex
            .Matches(page, $@"<{helper.Element}\s(?:[^>]|=>)*>", RegexOptions.NonBacktracking)
            .Select(match => match.Value)
        from attribute in helper.Attributes
        let match = Regex.Match(
            tag,
            $"\\s{attribute}=\"([^\"@][^\"]*)\"",
            RegexOptions.NonBacktracking
        )
        where match.Success
        select match.Groups[1].Value;

    private static IEnumerable<(string Element, List<string> Attributes)> TagHelpers() =>
        from type in typeof(EclTagHelper).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(EclTagHelper)) && !type.IsAbstract
        let words = type.GetProperties()
            .Where(property => property.IsDefined(typeof(WordsAttribute)))
        from target in type.GetCustomAttributes<HtmlTargetElementAttribute>()
        select (target.Tag, words.Select(property => Kebab(property.Name)).ToList());

    private static string Kebab(string name) =>
        string.Concat(
            name.Select(
                (c, index) =>
                    char.IsUpper(c) && index > 0
                        ? $"-{char.ToLowerInvariant(c)}"
                        : $"{char.ToLowerInvariant(c)}"
            )
        );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Secretariat.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
