namespace Secretariat.Modules.Letters.Documents;

/// <summary>A part of a parsed template; lines and columns count from 1.</summary>
internal abstract record TemplateNode
{
    internal sealed record Literal(string Text) : TemplateNode;

    internal sealed record Field(string Name, int Line, int Column) : TemplateNode;

    internal sealed record Section(string Name, bool WhenEmpty, int Line, int Column) : TemplateNode
    {
        public List<TemplateNode> Children { get; } = [];
    }
}
