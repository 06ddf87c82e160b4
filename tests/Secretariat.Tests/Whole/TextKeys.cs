using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;
using Secretariat.Design;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Whole;

/// <summary>Finds every sentence that pages and code ask the catalogue for.</summary>
public static class TextKeys
{
    private static readonly Regex CodeLiteral = new(
        @"(?:\b[Tt]\[\s*|\b(?:[Tt]|[Tt]exts?)\.Of\(\s*|For\([^()]*\)\.Of\(\s*|\b(?:Text\.Key|Sentence\.Of)\(\s*|\bDisplay\(Name = |\bErrorMessage = )"
            + "\"(?<key>(?:[^\"\\\\]|\\\\.)*)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    // A value that begins with @ is data or has been translated already.
    private static readonly Regex Attribute = new(
        "\\s(?<name>[a-z-]+)=\"(?<key>[^\"@][^\"]*)\"",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Element = new(
        @"<(?<name>ecl-[a-z-]+)\s([^>]|=>)*>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly HashSet<(string Element, string Attribute)> Words = [.. WordsOfTagHelpers()];

    public static string Root { get; } = FindRoot();

    /// <summary>Sentence and the files it stands in.</summary>
    public static ILookup<string, string> Used()
    {
        var uses =
            from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains("/obj/", StringComparison.Ordinal)
            from key in In(File.ReadAllText(file), isPage: file.EndsWith(".cshtml", StringComparison.Ordinal))
            // French sets a colon off, so it is not the same in every language.
            where key.Any(c => char.IsLetter(c) || c is ':')
            select (Key: key, File: Path.GetRelativePath(Root, file));
        return uses.Concat(FieldsOfTheRecord().Select(field => (Key: field, File: "the history of a record")))
            .Concat(MimeProblem.Sentences.Select(sentence => (Key: sentence, File: "a mail")))
            .ToLookup(use => use.Key, use => use.File);
    }

    /// <summary>What the history calls the fields of the record, its kinds and their states.</summary>
    private static IEnumerable<string> FieldsOfTheRecord()
    {
        using var db = ((IDesignTimeDbContextFactory<SqliteSecretariatDb>)new DesignTime()).CreateDbContext([]);
        var records = db
            .Model.GetEntityTypes()
            .Where(type => (type.FindOwnership()?.PrincipalEntityType ?? type).ClrType.IsSubclassOf(typeof(Entity)));
        return records
            .SelectMany(type =>
                type.GetProperties()
                    .Where(p =>
                        !p.IsShadowProperty()
                        && p.Name is not (nameof(Entity.Id) or nameof(Entity.Version))
                        && !FieldNames.IsDerived(p.Name)
                    )
                    .SelectMany(p => StatesOf(p.ClrType).Prepend(p.Name))
                    .Concat(type.GetNavigations().Where(n => n.IsCollection && n.TargetEntityType.IsOwned()).Select(n => n.Name))
                    .Concat(type.IsOwned() ? [] : new[] { type.ClrType.Name })
            )
            .Select(FieldNames.Of)
            .Distinct();
    }

    private static string[] StatesOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } states ? Enum.GetNames(states) : [];

    public static IEnumerable<string> In(string source, bool isPage)
    {
        var found = CodeLiteral.Matches(source).Select(match => Regex.Unescape(match.Groups["key"].Value));
        return isPage ? found.Concat(InAttributes(source)) : found;
    }

    private static IEnumerable<string> InAttributes(string page) =>
        from tag in Element.Matches(page)
        from attribute in Attribute.Matches(tag.Value)
        where Words.Contains((tag.Groups["name"].Value, attribute.Groups["name"].Value))
        select attribute.Groups["key"].Value;

    private static IEnumerable<(string Element, string Attribute)> WordsOfTagHelpers() =>
        from type in typeof(EclTagHelper).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(EclTagHelper))
        from target in type.GetCustomAttributes<HtmlTargetElementAttribute>()
        from property in type.GetProperties()
        where property.IsDefined(typeof(WordsAttribute))
        select (target.Tag, Kebab(property.Name));

    private static string Kebab(string name) =>
        string.Concat(
            name.Select(
                (c, index) => char.IsUpper(c) && index > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
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
