using Secretariat.Platform.Localization;
using static Secretariat.Modules.Letters.Documents.TemplateNode;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>
/// Text with placeholders: <c>{name}</c>, <c>{#list}…{/list}</c> for each entry or when there is a value,
/// <c>{^list}…{/list}</c> when there is none, <c>{{</c> for a brace. It is rendered whole or not at all.
/// </summary>
public sealed class Template
{
    private readonly IReadOnlyList<TemplateNode> nodes;

    private Template(IReadOnlyList<TemplateNode> nodes, IReadOnlyList<Reason> problems) =>
        (this.nodes, Problems) = (nodes, problems);

    /// <summary>Every name the template uses, sections included, in the order of first use.</summary>
    public IReadOnlyList<string> Fields => [.. Names(nodes).Distinct(StringComparer.Ordinal)];

    /// <summary>What must be corrected before the template can be used, as sentences with line and column.</summary>
    public IReadOnlyList<Reason> Problems { get; }

    /// <summary>Reads a template; <paramref name="known"/> are the fields it may use, null for any.</summary>
    public static Template Parse(string text, IReadOnlyCollection<TemplateField>? known = null)
    {
        var (nodes, problems) = TemplateParser.Read(text);
        return new(nodes, [.. problems, .. known is null ? [] : TemplateCheck.Problems(nodes, known)]);
    }

    /// <summary>Fills the template, with values escaped so that their characters stay plain text in Markdown.</summary>
    public TemplateText Render(TemplateData data) => Render(data, Markdown);

    /// <summary>Fills a template of a single line or of plain text.</summary>
    public TemplateText RenderPlain(TemplateData data) => Render(data, value => PlainText.Clean(value.Value));

    /// <summary>A value in another language says so: <c>[words](lang:en)</c>.</summary>
    private static string Markdown(TemplateValue.Text value)
    {
        var words = PlainText.EscapeMarkdown(value.Value);
        return value.Language is null ? words : $"[{words}](lang:{value.Language})";
    }

    private TemplateText Render(TemplateData data, Func<TemplateValue.Text, string> escape)
    {
        if (Problems.Count > 0)
            throw new InvalidOperationException($"The template cannot be used. {Problems[0]}");
        var renderer = new TemplateRenderer(data, escape);
        renderer.Write(nodes);
        return renderer.Missing.Count > 0
            ? new(null, [.. renderer.Missing.Distinct(StringComparer.Ordinal)])
            : new(renderer.Text, []);
    }

    private static IEnumerable<string> Names(IEnumerable<TemplateNode> nodes) =>
        nodes.SelectMany(node =>
            node switch
            {
                Field field => [field.Name],
                Section section => Names(section.Children).Prepend(section.Name),
                _ => [],
            }
        );
}

/// <summary>The filled text, or null and the fields for which there was no value.</summary>
public sealed record TemplateText(string? Text, IReadOnlyList<string> Missing);

public enum FieldType
{
    Text,
    Date,
    List,
}

/// <summary>A field that a template may use, with its meaning and the list inside which alone it has a value.</summary>
public sealed record TemplateField(string Name, string Meaning, string? Within = null, FieldType Type = FieldType.Text)
{
    public bool IsList => Type is FieldType.List;

    /// <summary>As it is written in a template.</summary>
    public string Tag => IsList ? $"{{#{Name}}}…{{/{Name}}}" : $"{{{Name}}}";
}
