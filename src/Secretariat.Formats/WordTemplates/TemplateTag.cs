using System.Text.RegularExpressions;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// A tag of a template, the same in Word and in Markdown: <c>{name}</c>, <c>{#list}</c>, <c>{^list}</c>, <c>{/list}</c> and <c>{/}</c>. A name
/// begins with a letter; letters, their marks, digits and low lines follow, in parts of at most 100 units between points or hyphens.
/// </summary>
/// <param name="Sign"><c>#</c>, <c>^</c> or <c>/</c>; empty for a field.</param>
/// <param name="Name">Bare; empty in <c>{/}</c>, which closes the section that was opened last.</param>
/// <param name="Length">UTF-16 units from brace to brace.</param>
public readonly partial record struct TemplateTag(string Sign, string Name, int Length)
{
    /// <summary>The tag that begins at a place of a text; null where none does. Takes time linear in the length of the tag.</summary>
    public static TemplateTag? At(string text, int at) =>
        Form().Match(text, at) is { Success: true } tag
            ? new(tag.Groups["sign"].Value, tag.Groups["name"].Value, tag.Length)
            : null;

    [GeneratedRegex(
        @"\G\{((?<sign>[#^/]?)[ ]?(?<name>\p{L}[\p{L}\p{M}\p{Nd}_]{0,99}([.\-][\p{L}\p{M}\p{Nd}_]{1,100}){0,20})[ ]?|(?<sign>/))\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
