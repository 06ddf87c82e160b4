using System.Text.RegularExpressions;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// Finds <c>{name}</c>, <c>{#list}</c>, <c>{^list}</c> and <c>{/list}</c> in the paragraphs of one story; <c>{{</c> is a brace. Sections
/// open and close within a story, over as many paragraphs as they like.
/// </summary>
internal sealed partial class TagReader(string place, FoundTags found)
{
    private const int DeepestSection = 20;
    private const int LongestQuote = 40;

    private readonly List<(string Sign, string Name, int Paragraph)> open = [];

    /// <summary>A story within this one, such as that of a text box.</summary>
    public TagReader Within(string inner) => new($"{inner} in {place}", found);

    /// <summary>Something is wrong with the story as a whole.</summary>
    public void Tell(string problem) => found.Tell($"In {place}: {char.ToLowerInvariant(problem[0])}{problem[1..]}");

    public void ReadParagraph(string text, int number)
    {
        found.Count(text.Length);
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0 && at < text.Length; at = text.IndexOf('{', at))
            at += Take(text, at, number);
    }

    public void ReadMergeField(string? name, string written, int number)
    {
        if (name is not null)
            found.AddField(name);
        else
            found.Tell(
                $"Paragraph {number} of {place}: the merge field “{Short(written)}” names no field; write MERGEFIELD and a name."
            );
    }

    /// <summary>Other fields that Word fills itself, or from elsewhere.</summary>
    public void ReadOtherField(string keyword, int number)
    {
        if (FieldCode.IsOfMailMerge(keyword))
            found.Tell(
                $"Paragraph {number} of {place}: the field {keyword} is filled by Word's mail merge alone; put the fields that it stands for in its place."
            );
        else if (FieldCode.IsFromOutside(keyword))
            found.Tell(
                $"Paragraph {number} of {place}: the field {keyword} takes in content from outside, which is never loaded; put the content in its place."
            );
    }

    public void End()
    {
        foreach (var (sign, name, paragraph) in open)
            found.Tell($"Paragraph {paragraph} of {place}: “{{{sign}{name}}}” is never closed; “{{/{name}}}” is missing.");
    }

    /// <summary>How much of the text is done with.</summary>
    private int Take(string text, int at, int paragraph)
    {
        if (at + 1 < text.Length && text[at + 1] is '{')
            return TakeBrace(text, at, paragraph);
        var tag = Tag().Match(text, at);
        if (!tag.Success)
        {
            found.Tell(
                $"Paragraph {paragraph} of {place}: the brace in “{ShortFrom(text, at)}” opens no field; write a name and “}}” after it, or “{{{{” for a brace."
            );
            return 1;
        }

        var (sign, name) = (tag.Groups["sign"].Value, tag.Groups["name"].Value);
        if (sign.Length is 0)
            found.AddField(name);
        else if (sign is "/")
            Close(name, paragraph);
        else
            Open(sign, name, paragraph);
        return tag.Length;
    }

    private int TakeBrace(string text, int at, int paragraph)
    {
        var tag = Tag().Match(text, at + 1);
        if (tag.Success && at + 1 + tag.Length < text.Length && text[at + 1 + tag.Length] is '}')
            found.Tell(
                $"Paragraph {paragraph} of {place}: “{Short(text.Substring(at, tag.Length + 2))}” is a brace and text; write “{tag.Value}” for the field."
            );
        return 2;
    }

    private void Open(string sign, string name, int paragraph)
    {
        found.AddSection(name);
        if (open.Count == DeepestSection)
            found.Tell($"Paragraph {paragraph} of {place}: sections are nested deeper than {DeepestSection}.");
        if (open.Count <= DeepestSection)
            open.Add((sign, name, paragraph));
    }

    private void Close(string name, int paragraph)
    {
        var last = open.FindLastIndex(section => section.Name == name);
        if (last < 0)
        {
            found.Tell($"Paragraph {paragraph} of {place}: “{{/{name}}}” closes a section that is not open.");
            return;
        }

        foreach (var (sign, inner, there) in open.Skip(last + 1))
            found.Tell($"Paragraph {there} of {place}: “{{{sign}{inner}}}” is not closed before “{{/{name}}}”.");
        open.RemoveRange(last, open.Count - last);
    }

    /// <summary>Copies no more than is quoted: a text of nothing but braces would be copied once for each of them.</summary>
    private static string ShortFrom(string text, int at) =>
        Short(text.Substring(at, Math.Min(text.Length - at, LongestQuote + 1)));

    private static string Short(string text) => text.Length <= LongestQuote ? text : WellFormed.Cut(text, LongestQuote) + "…";

    [GeneratedRegex(
        @"\G\{(?<sign>[#^/]?)[ ]?(?<name>\p{L}[\p{L}\p{Nd}_]{0,99}([.\-][\p{L}\p{Nd}_]{1,100}){0,20})[ ]?\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tag();
}
