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

    private readonly List<(string Sign, string Name, string Where)> open = [];

    /// <summary>A story within this one, such as that of a text box.</summary>
    public TagReader Within(string inner) => new($"{inner} in {place}", found);

    /// <summary>Something is wrong with the story as a whole.</summary>
    public void Tell(string problem) => found.Tell($"In {place}: {char.ToLowerInvariant(problem[0])}{problem[1..]}");

    public void ReadParagraph(string text, int number)
    {
        var where = $"Paragraph {number} of {place}";
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0 && at < text.Length; at = text.IndexOf('{', at))
            at += Take(text, at, where);
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
        foreach (var (sign, name, where) in open)
            found.Tell($"{where}: “{{{sign}{name}}}” is never closed; “{{/{name}}}” is missing.");
    }

    /// <summary>How much of the text is done with.</summary>
    private int Take(string text, int at, string where)
    {
        if (at + 1 < text.Length && text[at + 1] is '{')
            return TakeBrace(text, at, where);
        var tag = Tag().Match(text, at);
        if (!tag.Success)
        {
            // No more than is quoted: a text of nothing but braces would be copied once for each of them.
            var rest = text.Substring(at, Math.Min(text.Length - at, LongestQuote + 1));
            found.Tell(
                $"{where}: the brace in “{Short(rest)}” opens no field; write a name and “}}” after it, or “{{{{” for a brace."
            );
            return 1;
        }

        var (sign, name) = (tag.Groups["sign"].Value, tag.Groups["name"].Value);
        if (sign.Length is 0)
            found.AddField(name);
        else if (sign is "/")
            Close(name, where);
        else
            Open(sign, name, where);
        return tag.Length;
    }

    private int TakeBrace(string text, int at, string where)
    {
        var tag = Tag().Match(text, at + 1);
        if (tag.Success && at + 1 + tag.Length < text.Length && text[at + 1 + tag.Length] is '}')
            found.Tell(
                $"{where}: “{Short(text.Substring(at, tag.Length + 2))}” is a brace and text; write “{tag.Value}” for the field."
            );
        return 2;
    }

    private void Open(string sign, string name, string where)
    {
        found.AddSection(name);
        if (open.Count == DeepestSection)
            found.Tell($"{where}: sections are nested deeper than {DeepestSection}.");
        if (open.Count <= DeepestSection)
            open.Add((sign, name, where));
    }

    private void Close(string name, string where)
    {
        var last = open.FindLastIndex(section => section.Name == name);
        if (last < 0)
        {
            found.Tell($"{where}: “{{/{name}}}” closes a section that is not open.");
            return;
        }

        foreach (var (sign, inner, there) in open.Skip(last + 1))
            found.Tell($"{there}: “{{{sign}{inner}}}” is not closed before “{{/{name}}}”.");
        open.RemoveRange(last, open.Count - last);
    }

    private static string Short(string text) => text.Length <= LongestQuote ? text : WellFormed.Cut(text, LongestQuote) + "…";

    [GeneratedRegex(
        @"\G\{(?<sign>[#^/]?)[ ]?(?<name>\p{L}[\p{L}\p{Nd}_]{0,99}([.\-][\p{L}\p{Nd}_]{1,100}){0,20})[ ]?\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tag();
}
